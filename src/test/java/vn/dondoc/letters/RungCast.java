package vn.dondoc.letters;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Level;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;
import vn.dondoc.notices.Arrangements;
import vn.dondoc.notices.Item;
import vn.dondoc.notices.Notice;
import vn.dondoc.notices.Notice.Escalation;
import vn.dondoc.notices.Notice.OfUnit;
import vn.dondoc.notices.Notice.Reminder;
import vn.dondoc.notices.Promise;
import vn.dondoc.notices.Reason;
import vn.dondoc.notices.Recipient;
import vn.dondoc.reading.CsvTable;
import vn.dondoc.reading.CsvTable.Row;
import vn.dondoc.reading.Problems;

/** A letter for each rung of the shipped ladder, and those that no single rung shows. */
final class RungCast {
    private static final Path LADDER = Path.of("rules/plan-881/reminders.csv");
    private static final Recipient HOME_AFFAIRS =
            new Recipient("Phòng Cải cách hành chính, Sở Nội vụ", "phong-cchc@quangngai.example", List.of());
    private static final Recipient LEADER = new Recipient(
            "Phó Chủ tịch UBND tỉnh phụ trách văn hóa - xã hội", "pho-chu-tich@quangngai.example", List.of());

    private RungCast() {}

    static Map<String, Notice> letters() {
        Map<String, Notice> letters = new LinkedHashMap<>();
        Problems problems = new Problems();
        for (Row row : CsvTable.read(LADDER, problems).rows()) {
            letters.put("rung-" + row.cell("Bậc"), letterOf(row));
        }
        problems.refuseIfAny();
        letters.put("urged-twice", urgedTwice());
        letters.put("district-with-communes", district());
        return letters;
    }

    private static Notice letterOf(Row row) {
        Item item = item(row);
        return switch (row.cell("Thư")) {
            case "mẫu báo cáo" -> reminder(contact(), List.of(), List.of(item, item));
            case "báo cáo cấp trên" ->
                new Escalation(
                        row.cell("Người nhận").equals("lãnh đạo phụ trách") ? LEADER : HOME_AFFAIRS,
                        item.finding().obligation().asOf(),
                        List.of(new OfUnit(item.finding().obligation().agency(), List.of(item))));
            default -> reminder(LetterCast.headOf(LetterCast.JUSTICE), List.of(item), List.of());
        };
    }

    private static Item item(Row row) {
        String state = row.cell("Trạng thái").split(";")[0].strip();
        Finding finding = finding(state, row.cell("Loại nhiệm vụ"));
        Item item = new Item(finding, row.cell("Bậc"), row.cell("Giọng"));
        return row.cell("Tính từ").equals("ngày hẹn")
                ? new Item(finding, item.stage(), item.tone(), 1, null, List.of(), broken(finding), 0)
                : item;
    }

    private static Arrangements.Broken broken(Finding finding) {
        return new Arrangements.Broken(
                finding,
                new Promise(
                        finding.key(),
                        LetterCast.DAY.minusDays(4),
                        "Trần Văn B",
                        "dondoc ack",
                        LetterCast.sevenOClock(LetterCast.DAY.minusDays(20))),
                1);
    }

    private static Finding finding(String state, String kind) {
        return switch (state) {
            case "sắp đến hạn" -> kind.equals("mọi loại") ? dueSoon() : LetterCast.reviewWithoutDate();
            case "có nguy cơ không đạt" -> LetterCast.yearlyReportDueSoon();
            case "quá hạn" -> LetterCast.dialogueHeldTooLate();
            case "vi phạm" -> violated();
            case "chưa đạt" -> LetterCast.costCutShort();
            default -> LetterCast.reviewWithoutDate();
        };
    }

    private static Finding dueSoon() {
        return new SampleFinding(LetterCast.JUSTICE, LetterCast.DAY, "III.1-03", "Báo cáo kết quả thực hiện Kế hoạch")
                .quoting("Định kỳ hàng quý, 6 tháng, năm báo cáo kết quả thực hiện")
                .provedBy("Số, ngày báo cáo gửi Sở Nội vụ")
                .followedFrom(LocalDate.of(2017, 12, 25))
                .dueByAssumption(LocalDate.of(2017, 12, 31), LocalDate.of(2018, 1, 2))
                .as(State.DUE_SOON, "HAN-04");
    }

    private static Finding violated() {
        return LetterCast.communesConnected(LetterCast.NEW_YEAR, 110, State.VIOLATED);
    }

    private static Recipient contact() {
        return new Recipient("Đầu mối cải cách hành chính Sở Tư pháp", "cchc." + LetterCast.JUSTICE.email(), List.of());
    }

    /** The second urging, under a date that moved, of what a promise did not bring. */
    private static Reminder urgedTwice() {
        Finding finding = LetterCast.dialogueHeldTooLate();
        Item item = new Item(
                finding,
                "qua-han",
                Item.URGING,
                2,
                LocalDate.of(2017, 5, 31),
                List.of(LetterCast.item(LetterCast.yearlyPlan(2), Item.URGING)),
                broken(finding),
                1);
        return reminder(
                LetterCast.headOf(LetterCast.JUSTICE),
                List.of(item, LetterCast.item(LetterCast.yearlyReportDueSoon(), "đề nghị")),
                List.of(LetterCast.item(LetterCast.reviewWithoutDate(), "nhắc việc")));
    }

    private static Reminder district() {
        return new Reminder(
                LetterCast.headOf(LetterCast.BINH_SON),
                LetterCast.BINH_SON,
                LetterCast.DAY,
                Reason.WITH_THE_DISTRICT,
                List.of(),
                List.of(),
                List.of(ofCommune("21040", "UBND thị trấn Châu Ổ", 4), ofCommune("21043", "UBND xã Bình Thuận", 1)),
                0);
    }

    private static OfUnit ofCommune(String id, String name, int items) {
        Agency commune = LetterCast.unit(id, name, Level.COMMUNE, "Chủ tịch " + name, LetterCast.BINH_SON.id());
        return new OfUnit(
                commune,
                java.util.stream.IntStream.rangeClosed(1, items)
                        .mapToObj(number -> LetterCast.item(
                                new SampleFinding(
                                                commune,
                                                LetterCast.DAY,
                                                "II.2.2.b-0" + number,
                                                "Niêm yết công khai nội dung thứ " + number)
                                        .dueByAssumption(LocalDate.of(2017, 9, 30), LocalDate.of(2017, 10, 2))
                                        .as(State.OVERDUE, "HAN-06"),
                                Item.URGING))
                        .toList());
    }

    private static Reminder reminder(Recipient recipient, List<Item> own, List<Item> byForm) {
        LocalDate day = Stream.concat(own.stream(), byForm.stream())
                .map(item -> item.finding().obligation().asOf())
                .findFirst()
                .orElseThrow();
        return new Reminder(recipient, LetterCast.JUSTICE, day, Reason.STAGE_REACHED, own, byForm, List.of(), 0);
    }
}
