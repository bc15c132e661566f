package vn.dondoc.web.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.dondoc.facts.Entry;
import vn.dondoc.facts.ReportedStatus;
import vn.dondoc.facts.Ruling;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.reading.VietnameseNumber;
import vn.dondoc.web.console.Words;

/** What a reported entry says, for readers. */
final class EntryWords {
    private EntryWords() {}

    static String of(ReportedStatus status, Words words) {
        if (!words.english()) {
            return status.word();
        }
        return status.code().replace('-', ' ');
    }

    static String of(Ruling.Kind kind, Words words) {
        return switch (kind) {
            case AWAITED -> words.of(kind.words(), "waits for approval");
            case APPROVED -> words.of(kind.words(), "approved");
            case RETURNED -> words.of(kind.words(), "returned");
        };
    }

    /** Everything beside the status, line by line. */
    static List<String> lines(Entry entry, Words words) {
        List<String> lines = new ArrayList<>();
        if (entry.completedOn() != null) {
            lines.add(words.of("Hoàn thành ngày ", "Completed on ") + VietnameseDate.write(entry.completedOn()));
        }
        entry.evidence().forEach(paper -> lines.add(words.of("Minh chứng: ", "Evidence: ") + inWords(paper, words)));
        if (entry.numerator() != null || entry.denominator() != null) {
            lines.add(
                    words.of("Số liệu: ", "Figures: ") + number(entry.numerator()) + "/" + number(entry.denominator()));
        }
        if (entry.value() != null) {
            lines.add(words.of("Giá trị: ", "Value: ") + number(entry.value()));
        }
        if (!entry.items().isEmpty()) {
            lines.add(words.of("Từng mục: ", "Items: ")
                    + entry.items().stream().map(Entry.Item::unit).distinct().collect(Collectors.joining(", ")));
        }
        if (!entry.note().isEmpty()) {
            lines.add(words.of("Ghi chú: ", "Note: ") + entry.note());
        }
        return lines;
    }

    private static String inWords(Entry.Evidence paper, Words words) {
        String ref = paper.ref().isEmpty() ? paper.link() : paper.ref();
        return paper.date() == null ? ref : ref + words.of(" ngày ", " of ") + VietnameseDate.write(paper.date());
    }

    private static String number(@org.jspecify.annotations.Nullable BigDecimal number) {
        return number == null ? "–" : VietnameseNumber.write(number);
    }
}
