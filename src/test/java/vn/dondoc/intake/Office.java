package vn.dondoc.intake;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.calendar.DateExpression;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.DutyBook;
import vn.dondoc.facts.Entry;
import vn.dondoc.facts.Kind;
import vn.dondoc.facts.Level;
import vn.dondoc.facts.Milestone;
import vn.dondoc.facts.Recurrence;
import vn.dondoc.facts.Registry;
import vn.dondoc.store.Database;
import vn.dondoc.store.EmptyRecords;
import vn.dondoc.store.ReportStore;

/**
 * The cast: Sở Nội vụ and Sở Tư pháp, the city, Tây Trà which Trà Bồng took over on 01/02/2020, two wards; a target, a
 * cut, a report for all, a plan due the year before, a duty closed in June 2017. Reports come in on 15/12/2017, 9:00.
 */
final class Office {
    static final LocalDate PLAN_DAY = LocalDate.of(2017, 5, 12);
    static final Instant NOW = at(2017, 12, 15);
    static final String TARGET = "II.2.1.e-04";
    static final String CUT = "II.1.d-01";
    static final String REPORT = "III.1-01";
    static final String NEXT_YEARS_PLAN = "II.2.1.a-01";
    static final String CLOSED = "QD.1-01";

    final Path received;
    final Database database;
    final ReportStore store;
    final Intake intake;

    Office(Path folder) {
        received = folder.resolve("data/received");
        database = Database.open(EmptyRecords.at(folder.resolve("data/dondoc.db")));
        store = new ReportStore(database);
        intake = new Intake(Office::plan, new OriginalFiles(received), store, Intake.DEFAULT_LIMIT);
    }

    static Instant at(int year, int month, int day) {
        return VietnamTime.at(LocalDate.of(year, month, day), LocalTime.of(9, 0));
    }

    Receipt send(String fileName, String text) {
        return send(fileName, text, NOW);
    }

    Receipt send(String fileName, String text, Instant now) {
        return send(fileName, text, Intake.Options.STRICT, now);
    }

    Receipt send(String fileName, String text, Intake.Options options, Instant now) {
        return intake.receive(fileName, text.getBytes(StandardCharsets.UTF_8), options, now);
    }

    /** A report of Sở Nội vụ for quý IV with these entries. */
    Receipt sendEntries(String entries) {
        return send("so-lieu.json", report("so-noi-vu", "2017-Q4", entries));
    }

    static String report(String agency, String period, String entries) {
        return "{\"agency\": \"" + agency + "\", \"period\": \"" + period + "\", \"entries\": [" + entries + "]}";
    }

    /** An entry on the target with more keys. */
    static String target(String more) {
        return "{\"duty\": \"" + TARGET + "\", \"status\": \"in-progress\"" + (more.isEmpty() ? "" : ", ") + more + "}";
    }

    List<Entry> known() {
        return store.entriesKnownAt(at(2030, 1, 1));
    }

    static PlanInForce plan() {
        return new PlanInForce(registry(), new Book(), CUT::equals, PLAN_DAY);
    }

    private static Registry registry() {
        return new Registry(List.of(
                unit("so-noi-vu", "Sở Nội vụ", Level.DEPARTMENT, null, ""),
                unit("so-tu-phap", "Sở Tư pháp", Level.DEPARTMENT, null, ""),
                unit("522", "UBND thành phố Quảng Ngãi", Level.DISTRICT, null, ""),
                unit("525", "UBND huyện Trà Bồng", Level.DISTRICT, null, ""),
                unit("526", "UBND huyện Tây Trà", Level.DISTRICT, LocalDate.of(2020, 1, 31), "525"),
                unit("21010", "UBND phường Lê Hồng Phong", Level.COMMUNE, null, ""),
                unit("21172", "UBND phường Trương Quang Trọng", Level.COMMUNE, null, ""),
                new Agency(
                        "21999",
                        "UBND phường Mới",
                        Level.COMMUNE,
                        "522",
                        Set.of(),
                        LocalDate.of(2020, 2, 1),
                        null,
                        "",
                        "",
                        "Chủ tịch",
                        "moi@quangngai.example",
                        "")));
    }

    private static Agency unit(String id, String name, Level level, @Nullable LocalDate to, String successor) {
        LocalDate from = LocalDate.of(2017, 1, 1);
        String mail = id + "@quangngai.example";
        return new Agency(id, name, level, "ubnd-tinh", Set.of(), from, to, successor, "", "Người đứng đầu", mail, "");
    }

    private static final class Book implements DutyBook {
        private final Map<String, Duty> duties = new LinkedHashMap<>();
        private final Map<String, Set<String>> bound = new LinkedHashMap<>();

        Book() {
            Set<String> districts = Set.of("522", "525", "526");
            add(TARGET, Kind.TARGET, "Sở Nội vụ", "", null, Set.of("so-noi-vu"));
            add(CUT, Kind.TARGET, "Sở Tư pháp", "", null, Set.of("so-tu-phap"));
            add(REPORT, Kind.PERIODIC, "Các huyện, thành phố", "", null, districts);
            add(NEXT_YEARS_PLAN, Kind.ANNUAL, "Sở Nội vụ", "31/12 năm trước", null, Set.of("so-noi-vu"));
            add(CLOSED, Kind.ONE_OFF, "Sở Nội vụ", "", LocalDate.of(2017, 6, 30), Set.of("so-noi-vu"));
        }

        private void add(String id, Kind kind, String lead, String soft, @Nullable LocalDate to, Set<String> agencies) {
            bound.put(id, agencies);
            duties.put(
                    id,
                    new Duty(
                            id,
                            id.substring(0, id.length() - 3),
                            "Trích",
                            "Làm việc",
                            kind,
                            lead,
                            "",
                            Recurrence.YEARLY,
                            DateExpression.read(soft).stream().toList(),
                            List.of(),
                            true,
                            true,
                            false,
                            Milestone.CARRIED_OUT,
                            "",
                            List.of(),
                            List.of(),
                            null,
                            to,
                            "",
                            false,
                            1));
        }

        @Override
        public Optional<Duty> duty(String id) {
            return Optional.ofNullable(duties.get(id));
        }

        @Override
        public Collection<String> dutyIds() {
            return duties.keySet();
        }

        @Override
        public boolean binds(String agency, String duty, LocalDate day) {
            Duty found = duties.get(duty);
            return found != null
                    && found.bindsOn(day)
                    && bound.getOrDefault(duty, Set.of()).contains(agency);
        }
    }
}
