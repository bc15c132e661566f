package vn.dondoc.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.facts.Dispensation;
import vn.dondoc.facts.Dispensations;
import vn.dondoc.findings.Finding;
import vn.dondoc.flow.SilenceFlow;
import vn.dondoc.notices.Arrangements;
import vn.dondoc.notices.Promise;
import vn.dondoc.notices.Silence;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.store.ArrangementStore;

/** What was agreed about duties up to the end of a day, in words. */
record Agreed(LocalDate day, Arrangements arrangements, Dispensations dispensations) {

    static Agreed knownOn(LocalDate day, ArrangementStore store) {
        Instant lastMoment = VietnamTime.at(day.plusDays(1), LocalTime.MIDNIGHT).minusMillis(1);
        return new Agreed(day, store.knownAt(lastMoment), store.dispensationsKnownAt(lastMoment));
    }

    /** Extension or exemption, promises, silence that touch a finding. */
    List<String> linesOn(Finding finding) {
        Finding.Key key = finding.key();
        Optional<String> granted =
                dispensations.of(key.agency(), key.duty(), key.period()).map(Agreed::inWords);
        Optional<String> silence =
                arrangements.silenceOver(finding, day).map(each -> "Đang tạm dừng nhắc " + inWords(each) + ".");
        return Stream.of(
                        granted.stream(),
                        arrangements.promisesFor(key).stream().map(promise -> inWords(promise, finding)),
                        silence.stream())
                .flatMap(lines -> lines)
                .toList();
    }

    /** What was granted for a duty of a unit, in whatever period. */
    List<String> dispensationsOf(String agency, String duty) {
        return dispensations.all().stream()
                .filter(granted ->
                        granted.agency().equals(agency) && granted.duty().equals(duty))
                .map(granted -> "Kỳ " + granted.period() + ": " + inWords(granted))
                .sorted()
                .toList();
    }

    /** "số 2 (đơn vị so-y-te; từ 18/12/2017 đến 31/12/2017; lý do: …; Nguyễn Thị A ghi ngày 18/12/2017)". */
    static String inWords(Silence silence) {
        return "số " + silence.id() + " (" + scope(silence.matcher()) + "; từ " + VietnameseDate.write(silence.from())
                + " đến " + VietnameseDate.write(silence.until()) + "; lý do: " + silence.reason() + "; "
                + silence.author() + " ghi ngày " + dayOf(silence.at()) + ")";
    }

    static String state(Silence silence, LocalDate today) {
        if (silence.endedAt() != null) {
            return "đã dừng ngày " + dayOf(silence.endedAt());
        }
        if (SilenceFlow.isOver(silence, today)) {
            return "hết hạn";
        }
        return silence.from().isAfter(today) ? "chưa đến ngày" : "đang có hiệu lực";
    }

    private static String scope(Silence.Matcher matcher) {
        List<String> parts = Stream.of(
                        part("đơn vị ", matcher.agency()),
                        part("nhiệm vụ ", matcher.duty()),
                        part("điều khoản ", matcher.clause()),
                        part("nhóm ", matcher.group()))
                .filter(part -> !part.isEmpty())
                .toList();
        return parts.isEmpty() ? "mọi nhiệm vụ của mọi đơn vị" : String.join(", ", parts);
    }

    private static String part(String name, String value) {
        return value.isEmpty() ? "" : name + value;
    }

    static String inWords(Dispensation granted) {
        LocalDate newDue = granted.newDue();
        return (newDue == null ? "Được miễn" : "Được gia hạn đến hết ngày " + VietnameseDate.write(newDue))
                + " theo văn bản " + granted.document() + " ngày " + VietnameseDate.write(granted.documentDay()) + " ("
                + granted.author() + " ghi ngày " + dayOf(granted.at()) + ").";
    }

    private String inWords(Promise promise, Finding finding) {
        boolean broken = !promise.holdsOn(day) && finding.state().isOpen();
        return "Hẹn nộp đến hết ngày " + VietnameseDate.write(promise.until()) + " (" + promise.author()
                + " hẹn ngày " + dayOf(promise.at()) + ", qua " + promise.channel() + ")"
                + (broken ? ": đã qua mà chưa thực hiện." : ".");
    }

    private static String dayOf(Instant moment) {
        return VietnameseDate.write(VietnamTime.dayOf(moment));
    }
}
