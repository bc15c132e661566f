package vn.dondoc.letters;

import java.util.ArrayList;
import java.util.List;
import vn.dondoc.facts.Obligation;
import vn.dondoc.facts.Plan;
import vn.dondoc.facts.Requirement;
import vn.dondoc.findings.Explanation;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;
import vn.dondoc.notices.Item;
import vn.dondoc.notices.Notice;
import vn.dondoc.notices.Reason;
import vn.dondoc.reading.VietnameseDate;

/** Subjects that say what the letter says, on one line of at most 150 characters. */
final class SubjectLine {
    static final int MOST_CHARACTERS = 150;
    private static final int MOST_OF_NAME = 70;

    private SubjectLine() {}

    /** "[Đôn đốc lần 2] 3 nhiệm vụ quá mốc theo dõi, 2 sắp đến hạn – Sở Tư pháp". */
    static String of(Notice.Reminder reminder) {
        String tag = reminder.reason() == Reason.GOING_LIVE
                ? "Thư mở đầu"
                : CleanText.capitalise(Tone.inWords(reminder.items()));
        List<String> parts = new ArrayList<>(
                new StateCounts(reminder.own().stream().map(Item::finding).toList()).parts(" nhiệm vụ"));
        if (!reminder.byForm().isEmpty()) {
            parts.add(reminder.byForm().size() + " nhiệm vụ thường xuyên cần cập nhật");
        }
        if (!reminder.below().isEmpty()) {
            int items = reminder.below().stream()
                    .mapToInt(unit -> unit.items().size())
                    .sum();
            parts.add(items + " nhiệm vụ của " + reminder.below().size() + " xã, phường, thị trấn");
        }
        return line(tag, fitting(parts, reminder, tag), reminder.agency().name());
    }

    /** "[Báo cáo lãnh đạo] 12 nhiệm vụ của 5 đơn vị đã đôn đốc, chưa có kết quả". */
    static String of(Notice.Escalation escalation) {
        return line(
                CleanText.capitalise(Tone.inWords(escalation.items())),
                escalation.items().size() + " nhiệm vụ của "
                        + escalation.units().size() + " đơn vị đã đôn đốc, chưa có kết quả",
                "");
    }

    /** "[Cảnh báo vi phạm] Chưa đạt 70% xã, phường, thị trấn: … – Sở Thông tin và Truyền thông". */
    static String of(Notice.Alert alert) {
        Finding finding = alert.item().finding();
        return line(
                "Cảnh báo " + finding.stateInWords(),
                failure(finding.obligation()) + ": "
                        + finding.obligation().duty().text(),
                alert.agency().name());
    }

    static String of(Notice.Withdrawal withdrawal) {
        return line(
                "Đính chính",
                "Rút cảnh báo " + alerted(withdrawal) + " ngày " + VietnameseDate.write(withdrawal.alertedOn()) + ": "
                        + withdrawal.item().finding().obligation().duty().text(),
                withdrawal.agency().name());
    }

    static String of(Notice.WeeklyDigest digest, Plan plan) {
        return line(
                "Bản tổng hợp tuần",
                "Thực hiện " + plan.shortName() + " đến ngày "
                        + VietnameseDate.write(digest.digest().day())
                        + field(digest.digest().scope().words()),
                "");
    }

    private static String field(String words) {
        return words.isEmpty() ? "" : ", lĩnh vực " + words;
    }

    /** What the alert that is taken back called the duty. */
    static String alerted(Notice.Withdrawal withdrawal) {
        return withdrawal.was() == State.OVERDUE && withdrawal.item().finding().assumed()
                ? "quá mốc theo dõi"
                : withdrawal.was().words();
    }

    private static String failure(Obligation obligation) {
        Requirement requirement = obligation.requirement();
        return requirement == null
                ? "Chưa hoàn thành"
                : "Chưa đạt " + Explanation.demand(requirement).replaceFirst("^ít nhất ", "");
    }

    /** As many states as there is room for; the rest becomes "…". */
    private static String fitting(List<String> parts, Notice.Reminder reminder, String tag) {
        int room = room(tag, reminder.agency().name());
        String all = String.join(", ", parts);
        if (all.length() <= room) {
            return all;
        }
        String fitting = parts.get(0);
        for (String part : parts.subList(1, parts.size())) {
            if (fitting.length() + part.length() + 5 > room) {
                break;
            }
            fitting = fitting + ", " + part;
        }
        return fitting + ", …";
    }

    private static String line(String tag, String content, String name) {
        String cleanTag = CleanText.of(tag);
        String ending = name.isEmpty() ? "" : " – " + shortName(name);
        String middle = CleanText.shorten(CleanText.of(content), room(cleanTag, name));
        return "[" + cleanTag + "] " + middle + ending;
    }

    private static int room(String tag, String name) {
        int ending = name.isEmpty() ? 0 : 3 + shortName(name).length();
        return MOST_CHARACTERS - tag.length() - 3 - ending - 1;
    }

    private static String shortName(String name) {
        return CleanText.shorten(CleanText.of(name), MOST_OF_NAME);
    }
}
