package vn.dondoc.letters;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.dondoc.notices.Digest;
import vn.dondoc.notices.Standing;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.reading.VietnameseNumber;

/** Compliance now, a week ago and four weeks ago. */
final class StandingWords {
    private StandingWords() {}

    static List<Object> of(Digest digest) {
        Standing now = digest.now();
        List<Object> standings = new ArrayList<>();
        standings.add(view("Đến nay", Optional.of(now), now));
        standings.add(view("Một tuần trước", digest.weeksAgo(1), now));
        standings.add(view("Bốn tuần trước", digest.weeksAgo(4), now));
        return standings;
    }

    /** Empty where nothing could be judged. */
    static String percent(Standing standing) {
        return standing.judged() == 0
                ? ""
                : VietnameseNumber.share(BigDecimal.valueOf(standing.met()), BigDecimal.valueOf(standing.judged()));
    }

    static String number(long count) {
        return VietnameseNumber.write(BigDecimal.valueOf(count));
    }

    private static Map<String, Object> view(String label, Optional<Standing> then, Standing now) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("label", label);
        view.put(
                "day",
                then.map(standing -> VietnameseDate.write(standing.day())).orElse(""));
        view.put("percent", then.map(StandingWords::percent).orElse(""));
        view.put("met", then.map(standing -> number(standing.met())).orElse(""));
        view.put("judged", then.map(standing -> number(standing.judged())).orElse(""));
        view.put("change", then.map(standing -> change(standing, now)).orElse(""));
        return view;
    }

    /** "đến nay tăng 1,2 điểm phần trăm"; empty for the day itself and where there is nothing to compare. */
    private static String change(Standing then, Standing now) {
        if (then.day().equals(now.day()) || then.judged() == 0 || now.judged() == 0) {
            return "";
        }
        long tenths = 1000 * now.met() / now.judged() - 1000 * then.met() / then.judged();
        String points = VietnameseNumber.write(BigDecimal.valueOf(Math.abs(tenths), 1)) + " điểm phần trăm";
        return tenths == 0 ? "đến nay không đổi" : "đến nay " + (tenths > 0 ? "tăng " : "giảm ") + points;
    }
}
