package vn.dondoc.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
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
    /** What is said in free words comes last of what is joined, or by itself. */
    static final String SELECT = "select id, "
            + JoinedText.of(
                    "received_at",
                    "agency",
                    "duty",
                    "period",
                    "status",
                    "completed_on",
                    "numerator",
                    "denominator",
                    "value",
                    "note")
            + ", place, evidence || items from entry";

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final String NONE = "[]";
    private static final String NEITHER = NONE + NONE;

    private static final ObjectReader EVIDENCE = JSON.readerForListOf(Entry.Evidence.class);
    private static final ObjectReader ITEMS = JSON.readerForListOf(Entry.Item.class);

    /** A hundred thousand rows name a few dozen periods, days, moments and numbers: each is parsed once. */
    private final Map<String, Period> periods = new HashMap<>();

    private final Map<String, ReportedStatus> statuses = new HashMap<>();
    private final Map<String, LocalDate> days = new HashMap<>();
    private final Map<String, Instant> moments = new HashMap<>();
    private final Map<String, BigDecimal> numbers = new HashMap<>();
    /** The same text is the same object, which knows its hash. */
    private final Map<String, String> ids = new HashMap<>();

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
        JoinedText joined = JoinedText.read(row, 2);
        Instant receivedAt = moments.computeIfAbsent(joined.next(), Instant::parse);
        String agency = id(joined.next());
        String duty = id(joined.next());
        Period period =
                periods.computeIfAbsent(joined.next(), text -> Period.read(text).orElseThrow());
        ReportedStatus status = statuses.computeIfAbsent(
                joined.next(), code -> ReportedStatus.read(code).orElseThrow());
        LocalDate completedOn = day(joined.nextIfAny());
        BigDecimal numerator = number(joined.nextIfAny());
        BigDecimal denominator = number(joined.nextIfAny());
        BigDecimal value = number(joined.nextIfAny());
        Lists lists = lists(JoinedText.text(row, 4));
        return new Entry(
                row.getLong(1),
                JoinedText.text(row, 3),
                agency,
                period,
                duty,
                status,
                completedOn,
                lists.evidence(),
                numerator,
                denominator,
                value,
                lists.items(),
                joined.rest(),
                receivedAt);
    }

    private record Lists(List<Entry.Evidence> evidence, List<Entry.Item> items) {
        static final Lists EMPTY = new Lists(List.of(), List.of());
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

    private @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : numbers.computeIfAbsent(text, BigDecimal::new);
    }

    private String id(String text) {
        String same = ids.putIfAbsent(text, text);
        return same == null ? text : same;
    }

    private static String json(List<?> list) {
        try {
            return list.isEmpty() ? NONE : JSON.writeValueAsString(list);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** @param json two lists, one after the other */
    private static Lists lists(String json) {
        if (json.equals(NEITHER)) {
            return Lists.EMPTY;
        }
        try (JsonParser parser = JSON.createParser(json)) {
            return new Lists(EVIDENCE.readValue(parser), ITEMS.readValue(parser));
        } catch (IOException damaged) {
            throw new UncheckedIOException("entry holds JSON that cannot be read: " + json, damaged);
        }
    }
}
