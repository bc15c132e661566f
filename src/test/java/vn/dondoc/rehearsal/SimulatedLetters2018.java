package vn.dondoc.rehearsal;

import java.time.LocalDateTime;
import java.util.List;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.outbox.LetterKind;
import vn.dondoc.outbox.LetterState;

/** Letters of a made-up simulation. */
final class SimulatedLetters2018 {
    private SimulatedLetters2018() {}

    static SimulatedLetter reminder(String agency, String at) {
        return letter(LetterKind.REMINDER, agency, at, List.of(), "Nhắc việc");
    }

    static SimulatedLetter titled(String subject) {
        return letter(LetterKind.REMINDER, "so-y-te", "2018-03-05T07:05", List.of(), subject);
    }

    static SimulatedLetter letter(LetterKind kind, String agency, String at, List<String> copies, String subject) {
        return new SimulatedLetter(
                LocalDateTime.parse(at).atZone(VietnamTime.ZONE).toInstant(),
                kind,
                agency + "@quangngai.example",
                copies,
                agency,
                subject,
                1,
                "<" + agency + "-" + at.substring(0, 10) + "@quangngai.example>",
                "NEW_STAGE",
                LetterState.SENT,
                "trang.html",
                agency + "|" + kind.code() + "|" + at.substring(0, 10),
                subject);
    }
}
