package vn.dondoc.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.calendar.Period;
import vn.dondoc.facts.Entry;
import vn.dondoc.facts.Entry.Evidence;
import vn.dondoc.facts.Entry.Item;
import vn.dondoc.facts.ReportedStatus;
import vn.dondoc.reading.VietnameseText;

/**
 * A short mark of what a form shows of a duty. Rows that come back with the content of their mark were left as they were
 * printed: they say nothing new. The mark is of the content as it is understood, so that neither the program that saved the
 * form nor the way in which a day or a number is typed makes a difference.
 */
public final class PrintedMark {
    private static final int LENGTH = 16;
    /** What a spreadsheet keeps of a number. */
    private static final MathContext DIGITS = new MathContext(15);

    private PrintedMark() {}

    /** @param period under which the form asks for the duty; the entry may be of another */
    public static String of(String period, Entry entry) {
        return digest(Stream.of(
                entry.agency(),
                period,
                entry.duty(),
                entry.status().code(),
                text(entry.completedOn()),
                text(entry.numerator()),
                text(entry.denominator()),
                text(entry.value()),
                papers(entry.evidence()),
                items(entry.items()),
                text(entry.note())));
    }

    static String of(Draft draft) {
        return digest(Stream.of(
                draft.agency(),
                Period.read(draft.period().toUpperCase(Locale.ROOT))
                        .map(Period::id)
                        .orElse(draft.period()),
                draft.duty(),
                ReportedStatus.read(draft.status()).map(ReportedStatus::code).orElse(draft.status()),
                text(draft.completedOn()),
                text(draft.numerator()),
                text(draft.denominator()),
                text(draft.value()),
                papers(draft.evidence().stream().map(Draft.Proof::evidence).toList()),
                items(draft.items().stream().map(Draft.Counted::item).toList()),
                text(draft.note())));
    }

    private static String papers(List<Evidence> papers) {
        return inAnyOrder(papers.stream()
                .map(paper -> text(paper.ref()) + "\t" + text(paper.date()) + "\t" + text(paper.link()))
                .toList());
    }

    private static String items(List<Item> items) {
        return inAnyOrder(items.stream()
                .map(item -> text(item.unit()) + "\t" + text(item.date()) + "\t" + text(item.ref()))
                .toList());
    }

    /** Sorting the rows of a sheet changes nothing; one without anything in it is no row. */
    private static String inAnyOrder(Collection<String> rows) {
        TreeSet<String> sorted = new TreeSet<>(rows);
        sorted.removeIf(String::isBlank);
        return String.join("\f", sorted);
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static String text(@Nullable BigDecimal number) {
        if (number == null) {
            return "";
        }
        return number.signum() == 0
                ? "0"
                : number.round(DIGITS).stripTrailingZeros().toPlainString();
    }

    /** On one line: what stands between the texts is in none of them. */
    private static String text(String written) {
        return VietnameseText.tidy(VietnameseText.oneLine(written));
    }

    private static String digest(Stream<String> content) {
        String shown = String.join("\n", content.toList());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(shown.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
