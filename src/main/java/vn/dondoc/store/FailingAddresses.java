package vn.dondoc.store;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Addresses from which letters came back. */
public final class FailingAddresses {
    private final Database database;

    public FailingAddresses(Database database) {
        this.database = database;
    }

    /**
     * One of them.
     *
     * @param since when a letter came back for the first time
     * @param reason what the last one came back for
     */
    public record FailingAddress(String address, Instant since, Instant lastAt, String reason) {}

    /** Marks an address; of one that is marked already nobody is told again. */
    public void mark(String address, String reason, Instant at) {
        database.jdbi()
                .useTransaction(handle -> handle.createUpdate("""
                                INSERT INTO failing_address (address, since, last_at, reason, to_be_told)
                                VALUES (:address, :at, :at, :reason, 1)
                                ON CONFLICT (address) DO UPDATE SET last_at = :at, reason = :reason
                                """)
                        .bind("address", address)
                        .bind("at", Database.column(at))
                        .bind("reason", reason)
                        .execute());
    }

    /** The address is good, or was put right; false when it was not marked. */
    public boolean clear(String address) {
        return database.jdbi()
                .inTransaction(handle -> handle.execute("DELETE FROM failing_address WHERE address = ?", address) == 1);
    }

    public List<FailingAddress> list() {
        return where("1 = 1");
    }

    /** Those of which nobody was told yet. */
    public List<FailingAddress> toBeTold() {
        return where("to_be_told = 1");
    }

    private List<FailingAddress> where(String condition) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT * FROM failing_address WHERE " + condition + " ORDER BY since, address")
                        .map((row, context) -> new FailingAddress(
                                row.getString("address"),
                                Instant.parse(row.getString("since")),
                                Instant.parse(row.getString("last_at")),
                                row.getString("reason")))
                        .list());
    }

    public void told(List<FailingAddress> addresses) {
        database.jdbi()
                .useTransaction(handle -> addresses.forEach(failing -> handle.execute(
                        "UPDATE failing_address SET to_be_told = 0 WHERE address = ?", failing.address())));
    }

    /** Which of these letters, by the hash of their keys, went to whom: addresses of recipients and copies, lower case. */
    public Set<String> writtenTo(Set<String> messageIds) {
        if (messageIds.isEmpty()) {
            return Set.of();
        }
        return database.jdbi()
                .withHandle(handle -> handle
                        .createQuery("SELECT recipient || '\n' || cc FROM outbox WHERE message_id IN (<ids>)")
                        .bindList("ids", List.copyOf(messageIds))
                        .mapTo(String.class)
                        .list()
                        .stream()
                        .flatMap(String::lines)
                        .filter(address -> !address.isEmpty())
                        .map(address -> address.toLowerCase(java.util.Locale.ROOT))
                        .collect(Collectors.toSet()));
    }
}
