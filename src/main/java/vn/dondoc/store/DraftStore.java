package vn.dondoc.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reports that somebody has begun to write: one for each person, unit and period. */
public final class DraftStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<TreeMap<String, String>> CELLS = new TypeReference<>() {};

    private final Database database;

    public DraftStore(Database database) {
        this.database = database;
    }

    /** Whose, of which unit and period. */
    public record Key(String login, String agency, String period) {}

    /**
     * What was typed so far.
     *
     * @param cells by the names of their fields
     */
    public record Draft(Map<String, String> cells, Instant savedAt) {
        public Draft {
            cells = Map.copyOf(cells);
        }
    }

    public Optional<Draft> find(Key key) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT cells, saved_at FROM report_draft"
                                + " WHERE login = :login AND agency = :agency AND period = :period")
                        .bindMethods(key)
                        .map((row, context) ->
                                new Draft(read(row.getString("cells")), Instant.parse(row.getString("saved_at"))))
                        .findOne());
    }

    /** In place of an earlier one. */
    public void save(Key key, Draft draft) {
        database.jdbi()
                .useHandle(handle -> handle.createUpdate(
                                "INSERT INTO report_draft (login, agency, period, cells, saved_at)"
                                        + " VALUES (:login, :agency, :period, :cells, :at)"
                                        + " ON CONFLICT (login, agency, period)"
                                        + " DO UPDATE SET cells = excluded.cells, saved_at = excluded.saved_at")
                        .bindMethods(key)
                        .bind("cells", write(draft.cells()))
                        .bind("at", Database.column(draft.savedAt()))
                        .execute());
    }

    public void discard(Key key) {
        database.jdbi()
                .useHandle(handle -> handle.createUpdate("DELETE FROM report_draft"
                                + " WHERE login = :login AND agency = :agency AND period = :period")
                        .bindMethods(key)
                        .execute());
    }

    private static Map<String, String> read(String cells) {
        try {
            return JSON.readValue(cells, CELLS);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String write(Map<String, String> cells) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(cells));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
