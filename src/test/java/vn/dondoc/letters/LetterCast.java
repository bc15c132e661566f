package vn.dondoc.letters;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import vn.dondoc.calendar.Period;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Clause;
import vn.dondoc.facts.Counted;
import vn.dondoc.facts.Level;
import vn.dondoc.facts.Obligation.Track;
import vn.dondoc.facts.Plan;
import vn.dondoc.facts.Registry;
import vn.dondoc.facts.ReportedStatus;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;
import vn.dondoc.notices.Arrangements.Broken;
import vn.dondoc.notices.Digest;
import vn.dondoc.notices.Digest.Changes;
import vn.dondoc.notices.Digest.UnitLine;
import vn.dondoc.notices.Heat;
import vn.dondoc.notices.Item;
import vn.dondoc.notices.Notice;
import vn.dondoc.notices.Notice.Alert;
import vn.dondoc.notices.Notice.FaultyRules;
import vn.dondoc.notices.Notice.Reminder;
import vn.dondoc.notices.Notice.Trouble;
import vn.dondoc.notices.Notice.WeeklyDigest;
import vn.dondoc.notices.Notice.Withdrawal;
import vn.dondoc.notices.Promise;
import vn.dondoc.notices.Reason;
import vn.dondoc.notices.Recipient;
import vn.dondoc.notices.Scope;
import vn.dondoc.notices.Standing;
import vn.dondoc.reading.Problem;

/** The units, duties and notices that the letters of these tests are about; every number is invented. */
final class LetterCast {
    static final Path TEMPLATES = Path.of("config/mail");
    static final Path DRAFTS = Path.of("config/cong-van");
    static final LocalDate DAY = LocalDate.of(2017, 12, 18);
    static final LocalDate NEW_YEAR = LocalDate.of(2018, 1, 5);
    static final String RULES = "2017-12-01 a1b2c3d4";
    static final LetterSettings SETTINGS = new LetterSettings(
            new LetterSettings.Office("Sở Nội vụ", "Quảng Ngãi", "UBND tỉnh Quảng Ngãi", "SNV-CCHC"),
            "don-doc@quangngai.example",
            "don-doc@quangngai.example",
            (letterKey, day) -> "");
    static final Plan PLAN = new Plan(
            "Kế hoạch nâng cao PAR INDEX, PAPI của tỉnh Quảng Ngãi năm 2017 và những năm tiếp theo",
            "Quyết định số 881/QĐ-UBND ngày 12/5/2017 của Chủ tịch UBND tỉnh Quảng Ngãi",
            "Quyết định 881/QĐ-UBND",
            LocalDate.of(2017, 5, 12),
            null,
            List.of(),
            new Plan.Ageing(30, 90, 30),
            5,
            List.of(new Clause("II.2.1.e", "", "PAR INDEX: Hiện đại hóa hành chính", List.of(), List.of())),
            Map.of());

    static final Agency JUSTICE = unit("so-tu-phap", "Sở Tư pháp", Level.DEPARTMENT, "Giám đốc Sở Tư pháp");
    static final Agency COMMUNICATIONS = unit(
            "so-thong-tin-va-truyen-thong",
            "Sở Thông tin và Truyền thông",
            Level.DEPARTMENT,
            "Giám đốc Sở Thông tin và Truyền thông");
    static final Agency PROVINCE = unit("ubnd-tinh", "UBND tỉnh", Level.PROVINCE, "Chủ tịch UBND tỉnh");
    static final Agency BINH_SON = unit("524", "UBND huyện Bình Sơn", Level.DISTRICT, "Chủ tịch UBND huyện Bình Sơn");
    static final Agency TAY_TRA = unit("526", "UBND huyện Tây Trà", Level.DISTRICT, "Chủ tịch UBND huyện Tây Trà");
    static final Registry REGISTRY = new Registry(List.of(JUSTICE, COMMUNICATIONS, PROVINCE, BINH_SON, TAY_TRA));

    private static final String DOCUMENTS_QUOTE =
            "Triển khai kết nối, liên thông hệ thống quản lý văn bản ở tất cả các cơ quan nhà nước cấp tỉnh, cấp huyện và"
                    + " 70% cấp xã trước ngày 01/01/2018";

    private LetterCast() {}

    static LetterWriter writer() {
        return new LetterWriter(TEMPLATES, DRAFTS, SETTINGS, REGISTRY);
    }

    static LetterWriter writer(Language language) {
        LetterTemplates templates = LetterTemplates.load(language.templatesIn(TEMPLATES), language);
        return new LetterWriter(templates, SampleDraft.tryOut(DRAFTS), SETTINGS, REGISTRY);
    }

    static Instant sevenOClock(LocalDate day) {
        return VietnamTime.at(day, LocalTime.of(7, 0));
    }

    static Agency unit(String id, String name, Level level, String head) {
        return unit(id, name, level, head, "ubnd-tinh");
    }

    static Agency unit(String id, String name, Level level, String head, String parent) {
        return new Agency(
                id,
                name,
                level,
                parent,
                Set.of(),
                LocalDate.of(2017, 1, 1),
                null,
                "",
                "",
                head,
                id + "@quangngai.example",
                "");
    }

    static Recipient headOf(Agency agency) {
        return new Recipient(agency.headTitle(), agency.email(), List.of("cchc." + agency.email()));
    }

    static Item item(Finding finding, String tone) {
        return new Item(finding, "qua-han:1", tone);
    }

    // ---- findings

    static Finding dialogueHeldTooLate() {
        return new SampleFinding(
                        JUSTICE,
                        DAY,
                        "II.1.c-02",
                        "Định kỳ tổ chức đối thoại giữa lãnh đạo với tổ chức, công dân về thủ tục hành chính")
                .quoting(
                        "Định kỳ tổ chức đối thoại giữa lãnh đạo các ngành, các cấp với tổ chức, công dân về thủ tục hành"
                                + " chính")
                .provedBy("Thông báo kết luận hoặc biên bản đối thoại, ngày tổ chức")
                .in(Period.half(2017, 1))
                .dueByAssumption(LocalDate.of(2017, 6, 30), LocalDate.of(2017, 6, 30))
                .as(State.OVERDUE, "HAN-06");
    }

    static Finding yearlyReportDueSoon() {
        return new SampleFinding(JUSTICE, DAY, "III.1-04", "Báo cáo kết quả thực hiện Kế hoạch năm 2017")
                .quoting("định kỳ hàng quý, 6 tháng, năm báo cáo kết quả thực hiện")
                .provedBy("Số, ngày báo cáo")
                .followedFrom(LocalDate.of(2017, 11, 27))
                .dueByAssumption(LocalDate.of(2017, 12, 31), LocalDate.of(2018, 1, 2))
                .reported(ReportedStatus.IN_PROGRESS, LocalDate.of(2017, 12, 11))
                .as(State.AT_RISK, "HAN-05");
    }

    static Finding reviewWithoutDate() {
        return new SampleFinding(
                        JUSTICE,
                        DAY,
                        "II.1.d-02",
                        "Đề nghị cấp thẩm quyền bãi bỏ các thủ tục hành chính không còn phù hợp")
                .quoting("đề nghị cấp thẩm quyền bãi bỏ các thủ tục hành chính không còn phù hợp")
                .provedBy("Số, ngày tờ trình hoặc văn bản đề nghị")
                .doneWhenSubmitted()
                .track(Track.UNDATED)
                .as(State.DUE_SOON, "MOT-LAN-03");
    }

    static Finding costCutShort() {
        return new SampleFinding(
                        JUSTICE, DAY, "II.1.d-05", "Cắt giảm tối thiểu 10% chi phí tuân thủ thủ tục hành chính")
                .quoting(
                        "cắt giảm tối thiểu 10% chi phí tuân thủ TTHC mà cá nhân, tổ chức phải bỏ ra khi thực hiện TTHC")
                .provedBy("Chi phí tuân thủ từng thủ tục trước và sau cắt giảm (đồng)")
                .asking(1000, Counted.COST)
                .measured(46_500_000, 1_250_000_000, LocalDate.of(2017, 12, 11))
                .as(State.BELOW, "CHI-TIEU-05");
    }

    static Finding communesConnected(LocalDate asOf, int connected, State state) {
        return new SampleFinding(
                        COMMUNICATIONS,
                        asOf,
                        "II.2.1.e-07",
                        "Kết nối, liên thông hệ thống quản lý văn bản ở ít nhất 70% cấp xã")
                .quoting(DOCUMENTS_QUOTE)
                .provedBy("Từng xã, phường, thị trấn: ngày kết nối, minh chứng")
                .followedFrom(LocalDate.of(2017, 10, 1))
                .dueByLaw("trước 01/01/2018")
                .asking(7000, Counted.COMMUNES)
                .measured(connected, 184, asOf.minusDays(3))
                .as(state, state == State.VIOLATED ? "CHI-TIEU-10" : "CHI-TIEU-09");
    }

    /** 40 in June and 61 in September: the pace comes to 85,6 of the 129 by the due date. */
    static Finding communesTooSlow() {
        return new SampleFinding(
                        COMMUNICATIONS,
                        LocalDate.of(2017, 9, 20),
                        "II.2.1.e-07",
                        "Kết nối, liên thông hệ thống quản lý văn bản ở ít nhất 70% cấp xã")
                .quoting(DOCUMENTS_QUOTE)
                .provedBy("Từng xã, phường, thị trấn: ngày kết nối, minh chứng")
                .followedFrom(LocalDate.of(2017, 10, 1))
                .dueByLaw("trước 01/01/2018")
                .asking(7000, Counted.COMMUNES)
                .measured(61, 184, LocalDate.of(2017, 9, 13))
                .toldBefore(40, LocalDate.of(2017, 6, 12), 129)
                .behind("theo nhịp báo cáo thì không đạt khi đến hạn (giả định)")
                .as(State.AT_RISK, "CHI-TIEU-08");
    }

    static Finding yearlyPlan(int number) {
        return new SampleFinding(
                        JUSTICE,
                        DAY,
                        "II.1.a-" + String.format(java.util.Locale.ROOT, "%02d", number),
                        "Xây dựng kế hoạch cải cách hành chính, phần việc thứ " + number)
                .quoting("xây dựng kế hoạch cải cách hành chính giai đoạn và hàng năm để triển khai thực hiện")
                .provedBy("Số, ngày kế hoạch")
                .dueByAssumption(LocalDate.of(2017, 9, 30), LocalDate.of(2017, 10, 2))
                .as(State.OVERDUE, "HAN-06");
    }

    static Finding ranking() {
        return new SampleFinding(
                        PROVINCE, DAY, "I.1-03", "Đưa PAR INDEX của tỉnh vào nhóm 20/63 tỉnh, thành phố đến năm 2020")
                .asking(vn.dondoc.facts.Requirement.Operator.AT_MOST, 20, Counted.RANK, 2020)
                .as(State.NO_DATA, "THU-HANG-01");
    }

    static Finding twoCommunes(Agency district, State state) {
        return new SampleFinding(
                        district, DAY, "II.2.1.g-08", "Triển khai một cửa hiện đại ở 2-3 xã của mỗi huyện đồng bằng")
                .asking(vn.dondoc.facts.Requirement.Operator.AT_LEAST, 2, Counted.COMMUNES, 0)
                .as(state, "CHI-TIEU-05");
    }

    // ---- notices

    /** Items in three tones and four states, of one unit. */
    static Reminder mixedReminder() {
        return new Reminder(
                headOf(JUSTICE),
                JUSTICE,
                DAY,
                Reason.STAGE_REACHED,
                List.of(
                        item(dialogueHeldTooLate(), "đôn đốc"),
                        item(yearlyReportDueSoon(), "đề nghị"),
                        item(reviewWithoutDate(), "đề nghị"),
                        item(costCutShort(), "nhắc việc")),
                List.of(),
                List.of(),
                2);
    }

    static Reminder openingLetter() {
        List<Item> items = new ArrayList<>(List.of(item(dialogueHeldTooLate(), "đôn đốc")));
        IntStream.rangeClosed(1, 11).forEach(number -> items.add(item(yearlyPlan(number), "đôn đốc")));
        return new Reminder(headOf(JUSTICE), JUSTICE, DAY, Reason.GOING_LIVE, items, List.of(), List.of(), 0);
    }

    static Reminder forecast() {
        return new Reminder(
                headOf(COMMUNICATIONS),
                COMMUNICATIONS,
                LocalDate.of(2017, 9, 20),
                Reason.STAGE_REACHED,
                List.of(item(communesTooSlow(), "nhắc việc")),
                List.of(),
                List.of(),
                0);
    }

    static Alert alert() {
        Finding finding = communesConnected(NEW_YEAR, 110, State.VIOLATED);
        return new Alert(headOf(COMMUNICATIONS), COMMUNICATIONS, NEW_YEAR, item(finding, "đôn đốc"));
    }

    static Withdrawal withdrawal() {
        Finding finding = communesConnected(NEW_YEAR.plusDays(4), 131, State.MET);
        return new Withdrawal(
                headOf(COMMUNICATIONS),
                COMMUNICATIONS,
                NEW_YEAR.plusDays(4),
                item(finding, "đôn đốc"),
                State.VIOLATED,
                NEW_YEAR);
    }

    static FaultyRules faultyRules() {
        return new FaultyRules(
                new Recipient(
                        "Phòng Cải cách hành chính, Sở Nội vụ", "phong-cchc.so-noi-vu@quangngai.example", List.of()),
                DAY,
                "0123456789ab",
                List.of(
                        new Problem(
                                "duties.csv, dòng 14, cột “Hạn”",
                                "“sớm” không phải ngày",
                                "ghi 25/11, 31/12/2021 hoặc trước 01/01/2018"),
                        new Problem("targets.dslr, dòng 40", "không hiểu câu “Phải gần đạt 70%”", "")));
    }

    static Trouble trouble() {
        return new Trouble(
                new Recipient(
                        "Phòng Cải cách hành chính, Sở Nội vụ", "phong-cchc.so-noi-vu@quangngai.example", List.of()),
                DAY,
                "letters-given-up",
                "2 thư không gửi được, không tự gửi lại nữa",
                List.of(
                        "Thư số 7 gửi so-tu-phap@quangngai.example, “Đôn đốc lần 1”: máy chủ thư không nhận địa chỉ: 550 5.1.1",
                        "Thư số 9 gửi so-y-te@quangngai.example, “Đôn đốc lần 2”: lần gửi nào chương trình cũng dừng"),
                "sửa địa chỉ rồi chạy dondoc outbox retry SỐ");
    }

    static Notice.Returned returned() {
        return new Notice.Returned(
                new Recipient("Giám đốc Sở Tư pháp", "so-tu-phap@quangngai.example", List.of()),
                JUSTICE,
                DAY,
                7,
                List.of(new Notice.Returned.Line(
                        "III.1-03",
                        "Báo cáo kết quả thực hiện Kế hoạch hằng quý, 6 tháng, năm",
                        Period.quarter(2017, 4),
                        DAY.minusDays(3))),
                "minh chứng là văn bản của quý III, chưa có văn bản của quý IV",
                DAY.plusDays(7));
    }

    static WeeklyDigest digest() {
        List<UnitLine> mustAct = new ArrayList<>(List.of(
                new UnitLine(COMMUNICATIONS, 1, 0, 0, 2, 1, 3),
                new UnitLine(JUSTICE, 0, 2, 10, 1, 1, 4),
                new UnitLine(
                        unit(
                                "ban-quan-ly",
                                "Ban Quản lý Khu kinh tế Dung Quất và các Khu công nghiệp Quảng Ngãi",
                                Level.DEPARTMENT,
                                ""),
                        0,
                        0,
                        7,
                        0,
                        2,
                        11)));
        IntStream.rangeClosed(1, 15)
                .forEach(i -> mustAct.add(new UnitLine(
                        unit("c" + i, "UBND xã Bình Trị " + i, Level.COMMUNE, "", BINH_SON.id()),
                        0,
                        0,
                        16 - i,
                        0,
                        i % 3,
                        2)));
        Map<State, Long> counts = Map.of(
                State.MET, 1_204L,
                State.MET_LATE, 31L,
                State.VIOLATED, 1L,
                State.OVERDUE, 139L,
                State.AT_RISK, 58L,
                State.DUE_SOON, 77L,
                State.NO_DATA, 240L,
                State.NOT_DUE, 910L,
                State.REVIEW, 66L);
        List<Agency> silent = new ArrayList<>(List.of(TAY_TRA));
        IntStream.rangeClosed(1, 9)
                .forEach(i -> silent.add(unit("t" + i, "UBND xã Trà " + i, Level.COMMUNE, "", "526")));
        IntStream.rangeClosed(1, 4)
                .forEach(i -> silent.add(unit("b" + i, "UBND xã Bình " + i, Level.COMMUNE, "", "524")));
        LocalDate day = NEW_YEAR.plusDays(3);
        List<Standing> trend = IntStream.rangeClosed(0, 12)
                .mapToObj(i -> new Standing(day.minusWeeks(12L - i), 1_235 - (12 - i) * (12 - i) * 5L, 1_750))
                .toList();
        Finding connected = communesConnected(day, 110, State.VIOLATED);
        List<Finding> open =
                List.of(connected, dialogueHeldTooLate(), yearlyPlan(1), yearlyReportDueSoon(), reviewWithoutDate());
        Promise promise = new Promise(
                dialogueHeldTooLate().key(), day.minusDays(6), "Văn phòng Sở Tư pháp", "dondoc ack", Instant.EPOCH);
        Digest digest = new Digest(
                day,
                Scope.PROVINCE,
                trend,
                counts,
                new Changes(24, 17, List.of(connected, yearlyPlan(1))),
                mustAct,
                open,
                List.of(
                        ranking(),
                        connected,
                        costCutShort(),
                        twoCommunes(BINH_SON, State.BELOW),
                        twoCommunes(TAY_TRA, State.NO_DATA)),
                List.of(new Broken(dialogueHeldTooLate(), promise, 2)),
                heat(),
                silent,
                List.of(BINH_SON),
                2);
        Recipient chairman = new Recipient("Chủ tịch UBND tỉnh", "chu-tich@quangngai.example", List.of());
        return new WeeklyDigest(chairman, NEW_YEAR.plusDays(3), digest);
    }

    private static Heat heat() {
        List<Heat.Column> columns = List.of(
                new Heat.Column("PAR 1", "Công tác chỉ đạo, điều hành cải cách hành chính", "II.2.1.a"),
                new Heat.Column("PAR 2", "Hiện đại hóa hành chính", "II.2.1.e"),
                new Heat.Column("PAPI 1", "Công khai, minh bạch", "II.2.2.b"));
        return new Heat(
                columns,
                List.of(
                        new Heat.Row(JUSTICE, List.of(new Heat.Cell(3, 9), new Heat.Cell(2, 2), new Heat.Cell(0, 1))),
                        new Heat.Row(
                                BINH_SON, List.of(new Heat.Cell(51, 60), new Heat.Cell(0, 0), new Heat.Cell(11, 75)))));
    }
}
