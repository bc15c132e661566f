package vn.dondoc.letters;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Counted;
import vn.dondoc.facts.Level;
import vn.dondoc.facts.Plan;
import vn.dondoc.facts.Registry;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;
import vn.dondoc.notices.Arrangements;
import vn.dondoc.notices.Arrangements.Broken;
import vn.dondoc.notices.Digest;
import vn.dondoc.notices.Digest.Changes;
import vn.dondoc.notices.Digest.UnitLine;
import vn.dondoc.notices.DueCalendar;
import vn.dondoc.notices.Enclosed;
import vn.dondoc.notices.Heat;
import vn.dondoc.notices.Item;
import vn.dondoc.notices.Notice.Alert;
import vn.dondoc.notices.Notice.Escalation;
import vn.dondoc.notices.Notice.OfUnit;
import vn.dondoc.notices.Notice.Reminder;
import vn.dondoc.notices.Notice.WeeklyDigest;
import vn.dondoc.notices.Notice.Withdrawal;
import vn.dondoc.notices.Promise;
import vn.dondoc.notices.Reason;
import vn.dondoc.notices.Recipient;
import vn.dondoc.notices.Scope;
import vn.dondoc.notices.Standing;

/** Made-up letters, full ones and bare ones, on which templates are tried out before they are used. */
final class SampleLetters {
    private static final LocalDate DAY = LocalDate.of(2017, 12, 18);
    private static final LocalDate YEAR_END = LocalDate.of(2017, 12, 31);
    private static final Agency UNIT = unit("don-vi-mau", "Đơn vị mẫu", Level.DEPARTMENT);
    private static final Recipient HEAD = new Recipient("Thủ trưởng Đơn vị mẫu", "mau@quangngai.example", List.of());
    private static final Plan PLAN = new Plan(
            "Kế hoạch mẫu",
            "Quyết định mẫu",
            "Quyết định mẫu",
            DAY,
            null,
            List.of(),
            new Plan.Ageing(30, 90, 30),
            5,
            List.of(),
            Map.of());

    private final Frame frame;

    /** What one template is given. */
    record Sample(LetterForm form, Map<String, Object> view) {}

    SampleLetters(Words words) {
        LetterSettings settings = new LetterSettings(
                new LetterSettings.Office("Sở mẫu", "Nơi mẫu", "UBND tỉnh mẫu", "SM"),
                "tra-loi@mau.example",
                "don-doc@mau.example",
                (letter, day) -> "https://mau.example/hen-nop/mau",
                true);
        this.frame = new Frame(settings, PLAN, VietnamTime.at(DAY, LocalTime.of(7, 0)), "mẫu", words);
    }

    List<Sample> all() {
        List<Sample> samples = new ArrayList<>();
        for (String tone : List.of("nhắc việc", "đề nghị", "đôn đốc", "báo cáo lãnh đạo")) {
            samples.add(reminder(tone, Reason.STAGE_REACHED, 1, 0));
        }
        samples.add(reminder("đôn đốc", Reason.GOING_LIVE, 12, 3));
        samples.add(district());
        samples.add(escalation());
        for (Finding finding : List.of(target(State.VIOLATED), lawful(), plain(State.OVERDUE))) {
            samples.add(new Sample(
                    LetterForm.ALERT, AlertView.of(new Alert(HEAD, UNIT, DAY, item(finding, "đôn đốc")), frame)));
        }
        for (State state : List.of(State.MET, State.OVERDUE)) {
            Withdrawal withdrawal =
                    new Withdrawal(HEAD, UNIT, DAY, item(target(state), "đôn đốc"), State.VIOLATED, DAY);
            samples.add(new Sample(LetterForm.WITHDRAWAL, WithdrawalView.of(withdrawal, frame)));
        }
        for (int mistakes : List.of(1, FaultyRulesView.MOST_SHOWN + 1)) {
            samples.add(new Sample(
                    LetterForm.FAULTY_RULES, FaultyRulesView.of(FaultyRulesView.sample(HEAD, DAY, mistakes), frame)));
        }
        for (int lines : List.of(0, 1, TroubleView.MOST_SHOWN + 1)) {
            samples.add(new Sample(LetterForm.TROUBLE, TroubleView.of(TroubleView.sample(HEAD, DAY, lines), frame)));
        }
        for (int lines : List.of(1, 3)) {
            samples.add(new Sample(
                    LetterForm.RETURNED, ReturnedView.of(ReturnedView.sample(HEAD, UNIT, DAY, lines), frame)));
        }
        for (int lines : List.of(0, 1, AnswerView.MOST_SHOWN + 1)) {
            samples.add(new Sample(
                    LetterForm.ANSWER, AnswerView.of(AnswerView.sample(HEAD, DAY, lines), lines > 0, frame)));
        }
        samples.add(digest(emptyDigest()));
        samples.add(digest(fullDigest()));
        return samples;
    }

    private Sample reminder(String tone, Reason reason, int items, int stillOpen) {
        List<Item> asked = IntStream.range(0, items)
                .mapToObj(i -> item(findings().get(i % findings().size()), tone))
                .toList();
        Reminder reminder = new Reminder(HEAD, UNIT, DAY, reason, asked, List.of(), List.of(), stillOpen);
        return new Sample(LetterForm.REMINDER, ReminderView.of(reminder, Enclosed.NOTHING, frame));
    }

    /** Everything that a reminder can hold beside its items. */
    private Sample district() {
        Reminder reminder = new Reminder(
                HEAD,
                UNIT,
                DAY,
                Reason.STAGE_REACHED,
                List.of(remembered()),
                List.of(item(undated(), "nhắc việc")),
                below(),
                1);
        return new Sample(LetterForm.REMINDER, ReminderView.of(reminder, everything(), frame));
    }

    private static Enclosed everything() {
        DueCalendar calendar = new DueCalendar(UNIT.id(), DAY, List.of(), Set.of());
        return new Enclosed(calendar, List.of(plain(State.OVERDUE)), "mẫu");
    }

    private Sample escalation() {
        return new Sample(LetterForm.ESCALATION, EscalationView.of(new Escalation(HEAD, DAY, below()), frame));
    }

    private static List<OfUnit> below() {
        List<Item> four = List.of(
                remembered(),
                item(plain(State.OVERDUE), "đôn đốc"),
                item(undated(), "nhắc việc"),
                item(target(State.AT_RISK), "đề nghị"));
        return List.of(
                new OfUnit(unit("1", "Xã mẫu", Level.COMMUNE), four),
                new OfUnit(UNIT, List.of(item(plain(State.OVERDUE), "đôn đốc"))));
    }

    /** Asked for before under another date, promised in vain, and the same as another clause asks for. */
    private static Item remembered() {
        Finding finding = plain(State.OVERDUE);
        Promise promise =
                new Promise(finding.key(), DAY.minusDays(3), "mẫu", "mẫu", VietnamTime.at(DAY, LocalTime.NOON));
        return new Item(
                finding,
                "mau",
                "đôn đốc",
                2,
                DAY.minusDays(9),
                List.of(item(undated(), "nhắc việc")),
                new Arrangements.Broken(finding, promise, 2),
                1);
    }

    private Sample digest(Digest digest) {
        WeeklyDigest notice = new WeeklyDigest(HEAD, DAY, digest);
        List<DigestPicture> pictures = digest.open().isEmpty() ? List.of() : pictures();
        Map<String, Object> view = DigestView.of(
                notice,
                frame.of(notice, "Tổng hợp"),
                new Registry(List.of(UNIT)),
                DigestRoom.LETTER,
                pictures,
                frame.words());
        view.put("attachments", pictures.isEmpty() ? List.of() : List.of("mau.pdf", "mau.xlsx"));
        return new Sample(LetterForm.DIGEST, view);
    }

    private static List<DigestPicture> pictures() {
        return Stream.of(DigestPictures.TREND, DigestPictures.TARGETS, DigestPictures.HEAT)
                .map(name -> new DigestPicture(name, "Hình mẫu", 640, 100, new byte[0]))
                .toList();
    }

    private static Digest emptyDigest() {
        List<Standing> trend = List.of(new Standing(DAY, 0, 0));
        return new Digest(
                DAY,
                Scope.PROVINCE,
                trend,
                Map.of(),
                Changes.NONE,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Heat.NONE,
                List.of(),
                List.of(),
                0);
    }

    private static Digest fullDigest() {
        List<Agency> units = List.of(UNIT, unit("1", "Xã mẫu", Level.COMMUNE));
        List<UnitLine> mustAct = IntStream.range(0, 16)
                .mapToObj(i -> new UnitLine(UNIT, 1, 1, 1, 1, 1, 1))
                .toList();
        List<Finding> open = new ArrayList<>(findings());
        IntStream.range(0, 12).forEach(i -> open.add(breach(i)));
        List<Standing> trend = IntStream.rangeClosed(0, 12)
                .mapToObj(i -> new Standing(DAY.minusWeeks(12L - i), i, 20))
                .toList();
        Promise promise = new Promise(open.get(0).key(), DAY.minusDays(1), "mẫu", "mẫu", Instant.EPOCH);
        Heat heat = new Heat(
                List.of(new Heat.Column("PAR 1", "Tiêu chí mẫu", "II.2.1.a"), new Heat.Column("PAPI 1", "Mẫu", "II.2")),
                List.of(new Heat.Row(UNIT, List.of(new Heat.Cell(1, 2), new Heat.Cell(0, 0)))));
        return new Digest(
                DAY,
                new Scope("phụ trách mẫu", Set.of(UNIT.id())),
                trend,
                Map.of(State.MET, 1L, State.OVERDUE, 2L),
                new Changes(1, 1, open),
                mustAct,
                open,
                manyTargets(),
                IntStream.range(0, 8)
                        .mapToObj(i -> new Broken(open.get(0), promise, 1 + i))
                        .toList(),
                heat,
                units,
                units,
                1);
    }

    private static Finding breach(int number) {
        return new SampleFinding(UNIT, DAY, "II.1.b-" + number, "Nhiệm vụ mẫu " + number)
                .dueByLaw("15/12/2017")
                .as(number % 2 == 0 ? State.VIOLATED : State.AT_RISK, "mẫu");
    }

    private static List<Finding> manyTargets() {
        return IntStream.range(0, 13)
                .mapToObj(i -> new SampleFinding(UNIT, DAY, "II.1.a-" + i, "Chỉ tiêu mẫu")
                        .asking(7000, Counted.COMMUNES)
                        .measured(1, 2, DAY)
                        .as(State.BELOW, "mẫu"))
                .toList();
    }

    private static List<Finding> findings() {
        return List.of(plain(State.OVERDUE), target(State.VIOLATED), target(State.AT_RISK), undated(), forecast());
    }

    private static Finding plain(State state) {
        return new SampleFinding(UNIT, DAY, "II.1.a-01", "Nhiệm vụ mẫu")
                .quoting("Lời mẫu")
                .provedBy("Văn bản mẫu")
                .doneWhenSubmitted()
                .dueByAssumption(DAY.minusDays(1), DAY)
                .as(state, "mẫu");
    }

    private static Finding forecast() {
        return new SampleFinding(UNIT, DAY, "II.1.a-03", "Chỉ tiêu có dự báo mẫu")
                .dueByLaw("trước 01/01/2018")
                .asking(7000, Counted.COMMUNES)
                .measured(110, 184, DAY)
                .toldBefore(90, DAY.minusDays(90), 129)
                .as(State.AT_RISK, "mẫu");
    }

    private static Finding target(State state) {
        return new SampleFinding(UNIT, DAY, "II.1.a-02", "Chỉ tiêu mẫu")
                .quoting("Lời mẫu")
                .provedBy("Văn bản mẫu")
                .dueByLaw("trước 01/12/2017")
                .followedFrom(YEAR_END.minusMonths(3))
                .asking(7000, Counted.COMMUNES)
                .measured(110, 184, DAY)
                .behind("mẫu")
                .as(state, "mẫu");
    }

    private static Finding lawful() {
        return new SampleFinding(UNIT, DAY, "II.1.a-04", "Nhiệm vụ có hạn do Quyết định ấn định")
                .dueByLaw("15/12/2017")
                .as(State.VIOLATED, "mẫu");
    }

    private static Finding undated() {
        return new SampleFinding(UNIT, DAY, "II.1.a-03", "Nhiệm vụ không có hạn").as(State.STALE, "mẫu");
    }

    private static Item item(Finding finding, String tone) {
        return new Item(finding, "mau", tone);
    }

    private static Agency unit(String id, String name, Level level) {
        return new Agency(
                id, name, level, "", Set.of(), DAY, null, "", "", "Thủ trưởng " + name, "mau@quangngai.example", "");
    }
}
