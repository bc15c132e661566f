package vn.dondoc.letters;

import java.util.ArrayList;
import java.util.List;
import vn.dondoc.facts.Obligation;
import vn.dondoc.facts.Plan;
import vn.dondoc.facts.Requirement;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;
import vn.dondoc.notices.Item;
import vn.dondoc.notices.Notice;
import vn.dondoc.notices.Reason;

/** Subjects that say what the letter says, on one line of at most 150 characters. */
final class SubjectLine {
    static final int MOST_CHARACTERS = 150;
    private static final int MOST_OF_NAME = 70;

    private final Words words;

    SubjectLine(Words words) {
        this.words = words;
    }

    /** "[Đôn đốc lần 2] 3 nhiệm vụ quá mốc theo dõi, 2 sắp đến hạn – Sở Tư pháp". */
    String of(Notice.Reminder reminder) {
        String tag = reminder.reason() == Reason.GOING_LIVE
                ? words.say("subject.opening")
                : CleanText.capitalise(Tone.inWords(reminder.items(), words));
        List<Finding> own = reminder.own().stream().map(Item::finding).toList();
        List<String> parts = new ArrayList<>(new StateCounts(own, words).parts());
        if (!reminder.byForm().isEmpty()) {
            parts.add(words.count("subject.byForm", reminder.byForm().size()));
        }
        if (!reminder.below().isEmpty()) {
            String communes = words.count("units.communes", reminder.below().size());
            parts.add(words.count("subject.below", UnitRows.count(reminder.below()), communes));
        }
        return line(tag, fitting(parts, reminder, tag), reminder.agency().name());
    }

    /** "[Báo cáo lãnh đạo] 12 nhiệm vụ của 5 đơn vị đã đôn đốc, chưa có kết quả". */
    String of(Notice.Escalation escalation) {
        return line(
                CleanText.capitalise(Tone.inWords(escalation.items(), words)),
                words.count(
                        "subject.escalation",
                        escalation.items().size(),
                        words.count("units.number", escalation.units().size())),
                "");
    }

    /** "[Cảnh báo vi phạm] Chưa đạt 70% xã, phường, thị trấn: … – Sở Thông tin và Truyền thông". */
    String of(Notice.Alert alert) {
        Finding finding = alert.item().finding();
        return line(
                words.say("subject.alert", words.state(finding)),
                failure(finding.obligation()) + ": "
                        + finding.obligation().duty().text(),
                alert.agency().name());
    }

    String of(Notice.Withdrawal withdrawal) {
        return line(
                words.say("subject.withdrawal"),
                words.say("subject.withdrawn", alerted(withdrawal), words.date(withdrawal.alertedOn())) + ": "
                        + withdrawal.item().finding().obligation().duty().text(),
                withdrawal.agency().name());
    }

    String of(Notice.FaultyRules faulty) {
        return line(
                words.say("subject.rules"),
                words.count("subject.rules.mistakes", faulty.mistakes().size()),
                "");
    }

    String of(Notice.Trouble trouble) {
        return line(words.say("subject.trouble"), trouble.headline(), "");
    }

    /** "[Trả lại báo cáo] 2 mục cần báo cáo lại chậm nhất ngày 25/12/2017 – Sở Tư pháp". */
    String of(Notice.Returned returned) {
        return line(
                words.say("subject.returned"),
                words.count("subject.returned.items", returned.lines().size(), words.date(returned.again())),
                returned.agency().name());
    }

    String of(Notice.Answer answer) {
        return line(words.say("subject.answer"), answer.headline(), "");
    }

    String of(Notice.WeeklyDigest digest, Plan plan) {
        return line(
                words.say("subject.digest"),
                words.say(
                                "subject.digest.plan",
                                words.planName(plan),
                                words.date(digest.digest().day()))
                        + field(digest.digest().scope().words()),
                "");
    }

    private String field(String name) {
        return name.isEmpty() ? "" : words.say("subject.digest.field", name);
    }

    /** What the alert that is taken back called the duty. */
    String alerted(Notice.Withdrawal withdrawal) {
        return withdrawal.was() == State.OVERDUE && withdrawal.item().finding().assumed()
                ? words.say("state.pastMark")
                : words.state(withdrawal.was());
    }

    private String failure(Obligation obligation) {
        Requirement requirement = obligation.requirement();
        return requirement == null
                ? words.say("subject.unfinished")
                : words.say("subject.short", new FigureWords(words).shortOf(requirement));
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
