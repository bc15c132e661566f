package vn.dondoc.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.dondoc.outbox.LetterState;
import vn.dondoc.outbox.QueuedLetter;

/** The letters about some units, page by page, the newest first. */
public final class LetterList {
    private static final QueuedLetterMapper LETTERS = new QueuedLetterMapper();

    private final Database database;

    public LetterList(Database database) {
        this.database = database;
    }

    /**
     * @param agencies ids of the units of whose letters alone is asked: none of them, no letter; empty for everything that
     *     was ever written
     * @param states the states of which alone is asked
     * @param before only letters with a lower number
     */
    public List<QueuedLetter> page(Optional<Set<String>> agencies, Set<LetterState> states, long before, int most) {
        if (states.isEmpty() || agencies.filter(Set::isEmpty).isPresent()) {
            return List.of();
        }
        String where =
                "id < :before AND state IN (<states>)" + (agencies.isPresent() ? " AND agency IN (<agencies>)" : "");
        return database.jdbi().withHandle(handle -> {
            var query = handle.createQuery("SELECT * FROM outbox WHERE " + where + " ORDER BY id DESC LIMIT :most")
                    .bind("before", before)
                    .bind("most", most)
                    .bindList("states", states.stream().map(LetterState::code).toList());
            agencies.ifPresent(some -> query.bindList("agencies", List.copyOf(some)));
            return query.map(LETTERS).list();
        });
    }
}
