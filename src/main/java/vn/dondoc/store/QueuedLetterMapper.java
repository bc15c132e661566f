package vn.dondoc.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import vn.dondoc.outbox.Letter;
import vn.dondoc.outbox.LetterKind;
import vn.dondoc.outbox.LetterState;
import vn.dondoc.outbox.OfficerAct;
import vn.dondoc.outbox.QueuedLetter;
import vn.dondoc.reading.VietnameseText;

/** Reads a row of table outbox; what goes with the letter stands elsewhere. */
final class QueuedLetterMapper implements RowMapper<QueuedLetter> {

    @Override
    public QueuedLetter map(ResultSet row, StatementContext context) throws SQLException {
        return new QueuedLetter(
                row.getLong("id"),
                row.getString("message_id"),
                letter(row),
                row.getString("rules_version"),
                Instant.parse(row.getString("queued_at")),
                progress(row),
                release(row),
                row.getString("cancel_reason"));
    }

    private static Letter letter(ResultSet row) throws SQLException {
        return new Letter(
                row.getString("letter_key"),
                kind(row.getString("kind")),
                row.getString("recipient"),
                row.getString("cc").lines().toList(),
                row.getString("agency"),
                LocalDate.parse(row.getString("day")),
                row.getString("subject"),
                row.getString("body_text"),
                row.getString("body_html"),
                row.getInt("items"),
                row.getString("reason"),
                List.of());
    }

    /** Addresses one a line; a line break inside an address would make two of it. */
    static String onePerLine(List<String> addresses) {
        return addresses.stream().map(VietnameseText::oneLine).collect(Collectors.joining("\n"));
    }

    private static QueuedLetter.Progress progress(ResultSet row) throws SQLException {
        return new QueuedLetter.Progress(
                state(row.getString("state")),
                row.getInt("attempts"),
                Instant.parse(row.getString("next_attempt_at")),
                instant(row, "dated_at"),
                lease(row),
                row.getString("last_error"),
                instant(row, "sent_at"),
                row.getString("delivery_note"));
    }

    private static QueuedLetter.@Nullable Lease lease(ResultSet row) throws SQLException {
        String owner = row.getString("lease_owner");
        return owner == null ? null : new QueuedLetter.Lease(owner, Instant.parse(row.getString("lease_until")));
    }

    private static @Nullable OfficerAct release(ResultSet row) throws SQLException {
        String author = row.getString("released_by");
        return author == null
                ? null
                : new OfficerAct(author, row.getString("release_reason"), Instant.parse(row.getString("released_at")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : Instant.parse(text);
    }

    static LetterState state(String code) {
        return LetterState.ofCode(code).orElseThrow(() -> new IllegalStateException("unknown state " + code));
    }

    private static LetterKind kind(String code) {
        return Arrays.stream(LetterKind.values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("unknown kind " + code));
    }
}
