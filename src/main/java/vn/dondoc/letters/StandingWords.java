package vn.dondoc.letters;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.dondoc.notices.Digest;
import vn.dondoc.notices.Standing;

/** Compliance now, a week ago and four weeks ago. */
final class StandingWords {
    private final Words words;

    StandingWords(Words words) {
        this.words = words;
    }

    List<Object> of(Digest digest) {
        Standing now = digest.now();
        List<Object> standings = new ArrayList<>();
        standings.add(view(words.say("standing.now"), Optional.of(now), now));
        standings.add(view(words.say("standing.weekAgo"), digest.weeksAgo(1), now));
        standings.add(view(words.say("standing.fourWeeksAgo"), digest.weeksAgo(4), now));
        return standings;
    }

    /** Empty where nothing could be judged. */
    String percent(Standing standing) {
        return standing.judged() == 0
                ? ""
                : words.share(BigDecimal.valueOf(standing.met()), BigDecimal.valueOf(standing.judged()));
    }

    String number(long count) {
        return words.number(BigDecimal.valueOf(count));
    }

    private Map<String, Object> view(String label, Optional<Standing> then, Standing now) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("label", label);
        view.put("day", then.map(standing -> words.date(standing.day())).orElse(""));
        view.put("percent", then.map(this::percent).orElse(""));
        view.put("met", then.map(standing -> number(standing.met())).orElse(""));
        view.put("judged", then.map(standing -> number(standing.judged())).orElse(""));
        view.put("change", then.map(standing -> change(standing, now)).orElse(""));
        return view;
    }

    /** "đến nay tăng 1,2 điểm phần trăm"; empty for the day itself and where there is nothing to compare. */
    private String change(Standing then, Standing now) {
        if (then.day().equals(now.day()) || then.judged() == 0 || now.judged() == 0) {
            return "";
        }
        long tenths = 1000 * now.met() / now.judged() - 1000 * then.met() / then.judged();
        if (tenths == 0) {
            return words.say("standing.same");
        }
        return words.say(
                tenths > 0 ? "standing.up" : "standing.down", words.number(BigDecimal.valueOf(Math.abs(tenths), 1)));
    }
}
