package vn.dondoc.notices;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.findings.Finding;
import vn.dondoc.notices.NoticeLog.Waiting;
import vn.dondoc.notices.NoticeLog.Waiting.Named;
import vn.dondoc.reading.VietnameseDate;

/**
 * Finds letters that no longer say what is so before they leave: something in them is done, promised, silenced or due on
 * another day, or a whole morning went by.
 */
public final class Outdated {
    private final Map<Finding.Key, Finding> findings;
    private final Arrangements arrangements;
    private final LocalDate day;

    public Outdated(List<Finding> findings, Arrangements arrangements, LocalDate day) {
        this.findings = findings.stream().collect(Collectors.toMap(Finding::key, Function.identity()));
        this.arrangements = arrangements;
        this.day = day;
    }

    /** A letter not to be sent any more, and why. */
    public record Letter(String key, String reason) {}

    /** @param newMorning whether this day's letters are being decided: those of an earlier morning give way to them */
    public List<Letter> among(List<Waiting> waiting, boolean newMorning) {
        List<Letter> outdated = new ArrayList<>();
        for (Waiting letter : waiting) {
            Optional<String> reason = newMorning && letter.day().isBefore(day) && !letter.tried()
                    ? Optional.of("chưa gửi được trong ngày, thay bằng thư mới hơn")
                    : letter.items().stream()
                            .flatMap(named -> reason(named).stream())
                            .findFirst();
            reason.ifPresent(why -> outdated.add(new Letter(letter.letterKey(), why)));
        }
        return outdated;
    }

    private Optional<String> reason(Named named) {
        Finding finding = findings.get(named.finding());
        String duty = named.finding().duty();
        if (finding == null || !finding.state().isOpen()) {
            return Optional.of(duty + " đã xong hoặc không còn ràng buộc trước khi thư được gửi");
        }
        if (finding.isTrial()) {
            return Optional.of("quy tắc về " + duty + " đã chuyển sang thử nghiệm trước khi thư được gửi");
        }
        if (!Objects.equals(named.due(), finding.due())) {
            return Optional.of("hạn của " + duty + " đã đổi từ " + inWords(named.due()) + " sang "
                    + inWords(finding.due()) + " trước khi thư được gửi");
        }
        if (arrangements.standing(named.finding(), day).isPresent()) {
            return Optional.of(duty + " đã có ngày hẹn nộp trước khi thư được gửi");
        }
        return arrangements
                .silenceOver(finding, day)
                .map(silence -> duty + " đã được tạm dừng nhắc trước khi thư được gửi");
    }

    private static String inWords(@Nullable LocalDate day) {
        return day == null ? "không có hạn" : VietnameseDate.write(day);
    }
}
