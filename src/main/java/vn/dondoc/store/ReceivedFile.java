package vn.dondoc.store;

import java.time.Instant;

/**
 * A file as it came in, before it has an id.
 *
 * @param sha256 of its bytes, in hexadecimal
 * @param name as the sender called it, on one line
 * @param receivedAt the moment that counts for what was known
 * @param recordedAt when the bytes really came in
 * @param storedPath of the original, below the folder of originals
 * @param backdated whether an administrator imported it with its own moments of receipt
 * @param refusedRows how many rows have a mistake
 * @param untouched how many duties a form brought back as it had shown them
 * @param reporter who sent it; empty when nobody says so
 */
public record ReceivedFile(
        String sha256,
        String name,
        Instant receivedAt,
        Instant recordedAt,
        String storedPath,
        boolean backdated,
        Outcome outcome,
        int refusedRows,
        int untouched,
        String reporter) {

    /** A file of which nobody says who sent it. */
    public ReceivedFile(
            String sha256,
            String name,
            Instant receivedAt,
            Instant recordedAt,
            String storedPath,
            boolean backdated,
            Outcome outcome,
            int refusedRows) {
        this(sha256, name, receivedAt, recordedAt, storedPath, backdated, outcome, refusedRows, 0, "");
    }

    /** How it came in. */
    String channel() {
        return backdated ? "backdated" : "file";
    }

    /** As the audit log calls whoever sends a file: of a file nobody says who it was. */
    String sender() {
        if (!reporter.isEmpty()) {
            return reporter;
        }
        return backdated ? "người nhập báo cáo cũ" : "người nộp tệp";
    }

    ReceivedFile repeated() {
        return new ReceivedFile(
                sha256,
                name,
                receivedAt,
                recordedAt,
                storedPath,
                backdated,
                Outcome.REPEATED,
                refusedRows,
                untouched,
                reporter);
    }
}
