package vn.dondoc.notices;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.dondoc.findings.Finding;
import vn.dondoc.notices.NoticeLog.Waiting;
import vn.dondoc.notices.NoticeLog.Waiting.Named;
import vn.dondoc.reading.VietnameseDate;

/** Finds letters that no longer say what is so before they leave: a due date moved, or all that they ask for is done. */
public final class Outdated {
    private Outdated() {}

    /** A letter not to be sent any more, and why. */
    public record Letter(String key, String reason) {}

    public static List<Letter> among(List<Waiting> waiting, List<Finding> findings) {
        Map<Finding.Key, Finding> byKey =
                findings.stream().collect(Collectors.toMap(Finding::key, Function.identity()));
        List<Letter> outdated = new ArrayList<>();
        for (Waiting letter : waiting) {
            reason(letter, byKey).ifPresent(why -> outdated.add(new Letter(letter.letterKey(), why)));
        }
        return outdated;
    }

    private static Optional<String> reason(Waiting letter, Map<Finding.Key, Finding> byKey) {
        Map<Named, Finding> open = new LinkedHashMap<>();
        for (Named named : letter.items()) {
            Finding finding = byKey.get(named.finding());
            if (finding != null && finding.state().isOpen()) {
                open.put(named, finding);
            }
        }
        if (open.isEmpty()) {
            return Optional.of("các nhiệm vụ trong thư đã xong hoặc không còn ràng buộc trước khi thư được gửi");
        }
        return open.entrySet().stream()
                .filter(named ->
                        !Objects.equals(named.getKey().due(), named.getValue().due()))
                .findFirst()
                .map(named -> "hạn của " + named.getKey().finding().duty() + " đã đổi từ "
                        + inWords(named.getKey().due()) + " sang "
                        + inWords(named.getValue().due()) + " trước khi thư được gửi");
    }

    private static String inWords(@org.jspecify.annotations.Nullable LocalDate day) {
        return day == null ? "không có hạn" : VietnameseDate.write(day);
    }
}
