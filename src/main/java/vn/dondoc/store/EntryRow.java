package vn.dondoc.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.calendar.Period;
import vn.dondoc.facts.Entry;
import vn.dondoc.facts.ReportedStatus;

/** An {@link Entry} as a row of its table, both ways. */
final class EntryRow {
    static final String INSERT = """
            insert into entry (file_id, place, agency, period, duty, status, completed_on, numerator, denominator, value,
                evidence, items, note, received_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    static final String SELECT = """
            select id, place, agency, period, duty, status, completed_on, numerator, denominator, value,
                evidence, items, note, received_at from entry""";
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final String NONE = "[]";

    private static final ObjectReader EVIDENCE = JSON.readerForListOf(Entry.Evidence.class);
    private static final ObjectReader ITEMS = JSON.readerForListOf(Entry.Item.class);

    /** A hundred thousand rows name a few dozen periods, days and moments: each is parsed once. */
    private final Map<String, Period> periods = new HashMap<>();

    private final Map<String, ReportedStatus> statuses = new HashMap<>();
    private final Map<String, LocalDate> days = new HashMap<>();
    private final Map<String, Instant> moments = new HashMap<>();

    /** Fills {@link #INSERT}. */
    static void bind(PreparedStatement insert, long file, Entry entry) throws SQLException {
        insert.setLong(1, file);
        insert.setString(2, entry.source());
        insert.setString(3, entry.agency());
        insert.setString(4, entry.period().id());
        insert.setString(5, entry.duty());
        insert.setString(6, entry.status().code());
        insert.setString(7, text(entry.completedOn()));
        insert.setString(8, plain(entry.numerator()));
        insert.setString(9, plain(entry.denominator()));
        insert.setString(10, plain(entry.value()));
        insert.setString(11, json(entry.evidence()));
        insert.setString(12, json(entry.items()));
        insert.setString(13, entry.note());
        insert.setString(14, Database.column(entry.receivedAt()));
    }

    /** Reads a row of {@link #SELECT}. */
    Entry read(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                periods.computeIfAbsent(row.getString(4), id -> Period.read(id).orElseThrow()),
                row.getString(5),
                statuses.computeIfAbsent(
                        row.getString(6), code -> ReportedStatus.read(code).orElseThrow()),
                day(row.getString(7)),
                list(row.getString(11), EVIDENCE),
                number(row.getString(8)),
                number(row.getString(9)),
                number(row.getString(10)),
                list(row.getString(12), ITEMS),
                row.getString(13),
                moments.computeIfAbsent(row.getString(14), Instant::parse));
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    private @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : days.computeIfAbsent(text, LocalDate::parse);
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static String json(List<?> list) {
        try {
            return list.isEmpty() ? NONE : JSON.writeValueAsString(list);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static <T> List<T> list(String json, ObjectReader reader) {
        try {
            return json.equals(NONE) ? List.of() : reader.readValue(json);
        } catch (JsonProcessingException damaged) {
            throw new UncheckedIOException("entry holds JSON that cannot be read: " + json, damaged);
        }
    }
}
