package vn.dondoc.letters;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.dondoc.facts.Plan;
import vn.dondoc.notices.Notice;

/**
 * What every letter says around its content: from whom, to whom, when, on what ground, as of which moment.
 *
 * @param asOf the moment up to which reports were taken into account
 * @param words the language it is said in
 */
record Frame(LetterSettings settings, Plan plan, Instant asOf, String rulesVersion, Words words) {

    Map<String, Object> of(Notice notice, String subject) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("subject", subject);
        view.put("office", settings.office().name());
        view.put("replyTo", settings.replyTo());
        view.put("answersAreRead", settings.answersAreRead());
        view.put("addressee", notice.recipient().title());
        view.put("day", words.date(notice.day()));
        view.put("dateLine", new LetterDates(words).dateLine(settings.office().place(), notice.day()));
        view.put("updated", new LetterDates(words).moment(asOf));
        view.put("rulesVersion", rulesVersion);
        view.put("citation", citation());
        view.put("planName", words.planName(plan));
        return view;
    }

    /** The Decision in full, as a letter names it once: kind, number, day, issuer, title; then its short name. */
    private String citation() {
        return words.say("plan.citation", plan.document(), plan.title(), words.planName(plan));
    }

    /** The same frame in another language. */
    Frame in(Words others) {
        return new Frame(settings, plan, asOf, rulesVersion, others);
    }
}
