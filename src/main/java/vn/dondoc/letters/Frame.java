package vn.dondoc.letters;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.dondoc.facts.Plan;
import vn.dondoc.notices.Notice;
import vn.dondoc.reading.VietnameseDate;

/**
 * What every letter says around its content: from whom, to whom, when, on what ground, as of which moment.
 *
 * @param asOf the moment up to which reports were taken into account
 */
record Frame(LetterSettings settings, Plan plan, Instant asOf, String rulesVersion) {

    Map<String, Object> of(Notice notice, String subject) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("subject", subject);
        view.put("office", settings.officeName());
        view.put("replyTo", settings.replyTo());
        view.put("addressee", notice.recipient().title());
        view.put("day", VietnameseDate.write(notice.day()));
        view.put("dateLine", LetterDates.dateLine(settings.place(), notice.day()));
        view.put("updated", LetterDates.moment(asOf));
        view.put("rulesVersion", rulesVersion);
        view.put("citation", citation());
        view.put("planName", plan.shortName());
        return view;
    }

    /** The Decision in full, as a letter names it once: kind, number, day, issuer, title; then its short name. */
    private String citation() {
        return plan.document() + " ban hành " + plan.title() + " (sau đây gọi tắt là " + plan.shortName() + ")";
    }
}
