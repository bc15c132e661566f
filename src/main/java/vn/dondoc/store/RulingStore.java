package vn.dondoc.store;

import java.sql.ResultSet;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import vn.dondoc.facts.Entry;
import vn.dondoc.facts.Ruling;
import vn.dondoc.outbox.Letter;

/** What Sở Nội vụ says of entries: only ever added. A ruling and the letter that tells it come in one transaction. */
public final class RulingStore {
    private final Database database;
    private final OutboxStore outbox;

    public RulingStore(Database database, OutboxStore outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /**
     * An entry and the ruling on it.
     *
     * @param seen the last ruling that its author knew of; null when there was none
     */
    public record Ruled(
            Entry entry, Ruling ruling, @Nullable Ruling seen) {}

    /**
     * A letter that tells what was ruled.
     *
     * @param rulesVersion of the rules by which it was worded
     */
    public record Told(Letter letter, String rulesVersion) {}

    /** The entries of these numbers that were ever stored, in their order. */
    public List<Entry> entries(Collection<Long> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        EntryRow row = new EntryRow();
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(EntryRow.SELECT + " where id in (<ids>) order by id")
                        .bindList("ids", List.copyOf(numbers))
                        .map((ResultSet result, org.jdbi.v3.core.statement.StatementContext context) ->
                                row.read(result))
                        .list());
    }

    /** Everything that was ruled on an entry, the oldest first. */
    public List<Ruling> rulingsOn(long entry) {
        return database.jdbi().withHandle(handle -> RulingRows.on(handle, entry));
    }

    /** The entries that wait for somebody: for approval, or for a word on whether a duty does not apply. The oldest first. */
    public List<Entry> waiting(int most) {
        EntryRow row = new EntryRow();
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(EntryRow.SELECT
                                + " where id in (select own.id from"
                                + " (select id from entry where status = 'not-applicable'"
                                + "   union select entry_id from ruling where kind = 'awaited') candidate"
                                + " join entry own on own.id = candidate.id"
                                + " where not exists (select 1 from ruling r where r.entry_id = own.id and r.kind <> 'awaited')"
                                + " and not exists (select 1 from entry later where later.agency = own.agency"
                                + "   and later.duty = own.duty and later.period = own.period"
                                + "   and (later.received_at, later.id) > (own.received_at, own.id))"
                                + " order by own.id limit :most) order by id")
                        .bind("most", most)
                        .map((ResultSet result, org.jdbi.v3.core.statement.StatementContext context) ->
                                row.read(result))
                        .list());
    }

    /**
     * Writes rulings down, and queues the letter about them if there is one. False, and nothing is stored, when somebody else
     * has ruled on one of the entries meanwhile, or when the letter was queued before.
     */
    public boolean add(List<Ruled> rulings, @Nullable Told told) {
        Instant at = rulings.get(0).ruling().at();
        return database.inTurn(handle -> {
            if (rulings.stream().anyMatch(ruled -> isOvertaken(handle, ruled)) || !isQueued(handle, told, at)) {
                return false;
            }
            Set<String> agencies = new HashSet<>();
            for (Ruled ruled : rulings) {
                agencies.add(ruled.entry().agency());
                RulingRows.add(handle, ruled.entry(), ruled.ruling());
            }
            Knowledge.growsAbout(handle, agencies, at);
            return true;
        });
    }

    private static boolean isOvertaken(Handle handle, Ruled ruled) {
        List<Ruling> known = RulingRows.on(handle, ruled.entry().sequence());
        Ruling last = known.isEmpty() ? null : known.get(known.size() - 1);
        return !Objects.equals(last, ruled.seen());
    }

    /** True as well where there is no letter. */
    private boolean isQueued(Handle handle, @Nullable Told told, Instant at) {
        return told == null || outbox.enqueue(handle, told.letter(), told.rulesVersion(), false, at);
    }
}
