package vn.dondoc.store;

import java.util.Collection;
import java.util.List;
import vn.dondoc.outbox.QueuedLetter;

/** The letters about some units, page by page, the newest first. */
public final class LetterList {
    private static final QueuedLetterMapper LETTERS = new QueuedLetterMapper();

    private final Database database;

    public LetterList(Database database) {
        this.database = database;
    }

    /**
     * @param agencies ids of units; empty for everything that was ever written
     * @param state code of a state; empty for every state
     * @param before only letters with a lower number
     */
    public List<QueuedLetter> page(Collection<String> agencies, String state, long before, int most) {
        String where = "id < :before" + (agencies.isEmpty() ? "" : " AND agency IN (<agencies>)")
                + (state.isEmpty() ? "" : " AND state = :state");
        return database.jdbi().withHandle(handle -> {
            var query = handle.createQuery("SELECT * FROM outbox WHERE " + where + " ORDER BY id DESC LIMIT :most")
                    .bind("before", before)
                    .bind("most", most);
            if (!agencies.isEmpty()) {
                query.bindList("agencies", List.copyOf(agencies));
            }
            if (!state.isEmpty()) {
                query.bind("state", state);
            }
            return query.map(LETTERS).list();
        });
    }
}
