package vn.dondoc.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.Entry;
import vn.dondoc.facts.EntryBook;
import vn.dondoc.facts.ReportedStatus;
import vn.dondoc.facts.Ruling;
import vn.dondoc.facts.Ruling.Kind;
import vn.dondoc.facts.Rulings;
import vn.dondoc.letters.LetterWriter;
import vn.dondoc.notices.Notice.Returned;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.reading.VietnameseText;
import vn.dondoc.rules.RuleBook;
import vn.dondoc.store.ReportStore;
import vn.dondoc.store.RulingStore;
import vn.dondoc.store.RulingStore.Ruled;
import vn.dondoc.store.RulingStore.Told;

/**
 * Sở Nội vụ returns what a unit reported, or approves it: asked for, checked, stored. What was returned does not count from
 * that moment on, and a letter tells the unit why and by when to report again.
 */
public final class RulingFlow {
    /** Where mistakes of a request are. */
    public static final String ENTRIES = "mục";

    public static final String REASON = "lý do";
    public static final String NEW_DATE = "ngày gửi lại";

    private static final int LONGEST_REASON = 500;

    private final Supplier<RuleBook> rules;
    private final ReportStore reports;
    private final RulingStore store;
    private final LetterWriter writer;

    public RulingFlow(Supplier<RuleBook> rules, ReportStore reports, RulingStore store, LetterWriter writer) {
        this.rules = rules;
        this.reports = reports;
        this.store = store;
        this.writer = writer;
    }

    /**
     * What is asked for.
     *
     * @param agency whose entries they are
     * @param entries their numbers
     * @param kind returned or approved
     * @param newDate by when to report again; null for an approval
     */
    public record Request(
            String agency,
            Set<Long> entries,
            Kind kind,
            String reason,
            @Nullable LocalDate newDate,
            String author) {
        public Request {
            entries = Set.copyOf(entries);
        }
    }

    /** @param told the address to which a letter is queued; empty without one */
    public record Done(int entries, String told) {}

    public Entered<Done> enter(Request request, Instant at) {
        Problems problems = new Problems();
        List<Entry> entries = store.entries(request.entries()).stream()
                .filter(entry -> entry.agency().equals(request.agency()))
                .toList();
        if (entries.isEmpty()) {
            problems.add(ENTRIES, "chưa chọn mục nào", "đánh dấu ít nhất một mục");
        }
        Rulings known = reports.rulingsOf(Set.of(request.agency()), at);
        checkEntries(request, entries, known, at, problems);
        if (request.kind() == Kind.RETURNED) {
            checkReturn(request, VietnamTime.dayOf(at), problems);
        }
        Author.refusalOf(request.author(), "người ghi").ifPresent(problems::add);
        return problems.isEmpty() ? store(request, entries, known, at) : Entered.refused(problems.list());
    }

    private void checkEntries(Request request, List<Entry> entries, Rulings rulings, Instant at, Problems problems) {
        EntryBook book = new EntryBook(reports.entriesOf(Set.of(request.agency()), at), rulings);
        for (Entry entry : entries) {
            String place =
                    ENTRIES + " " + entry.duty() + ", kỳ " + entry.period().id();
            if (!book.of(entry.agency(), entry.duty()).contains(entry)) {
                problems.add(place, "không còn được tính: đã trả lại, hoặc đã có báo cáo mới hơn", "mở lại trang");
            } else if (request.kind() == Kind.APPROVED && !mayBeApproved(entry, rulings)) {
                problems.add(place, "không cần duyệt, hoặc đã duyệt", "bỏ đánh dấu mục này");
            }
        }
    }

    /** What waits for approval, and “không áp dụng”, which waits for confirmation. */
    public static boolean mayBeApproved(Entry entry, Rulings rulings) {
        return rulings.isAwaited(entry)
                || (entry.status() == ReportedStatus.NOT_APPLICABLE && !rulings.isApproved(entry));
    }

    private static void checkReturn(Request request, LocalDate today, Problems problems) {
        String reason = VietnameseText.oneLine(request.reason());
        if (reason.isEmpty()) {
            problems.add(REASON, "để trống", "ghi vì sao trả lại, đơn vị cần sửa gì");
        } else if (reason.length() > LONGEST_REASON) {
            problems.add(REASON, "dài hơn " + LONGEST_REASON + " ký tự", "rút gọn");
        }
        LocalDate newDate = request.newDate();
        if (newDate == null) {
            problems.add(NEW_DATE, "để trống", "ghi ngày dạng 31/12/2017");
        } else if (!newDate.isAfter(today) || newDate.isAfter(today.plusYears(1))) {
            problems.add(
                    NEW_DATE,
                    "ngày " + VietnameseDate.write(newDate) + " không sau hôm nay, hoặc quá một năm",
                    "ghi ngày từ " + VietnameseDate.write(today.plusDays(1)) + " đến "
                            + VietnameseDate.write(today.plusYears(1)));
        }
    }

    /** What is known was read before: the store tells whether it still stands. */
    private Entered<Done> store(Request request, List<Entry> entries, Rulings known, Instant at) {
        List<Ruled> ruled = entries.stream()
                .map(entry -> new Ruled(
                        entry,
                        new Ruling(
                                entry.sequence(),
                                request.kind(),
                                VietnameseText.oneLine(request.reason()),
                                request.newDate(),
                                Author.of(request.author()),
                                at),
                        known.on(entry).orElse(null)))
                .toList();
        Optional<Told> told = letter(request, entries, at);
        return store.add(ruled, told.orElse(null))
                ? Entered.stored(new Done(
                        entries.size(), told.map(one -> one.letter().to()).orElse("")))
                : Entered.refused(List.of(new Problem(
                        ENTRIES,
                        "vừa có người khác trả lại hoặc duyệt; chưa ghi gì thêm",
                        "mở lại trang, xem lại rồi mới trả lại hoặc duyệt")));
    }

    private Optional<Told> letter(Request request, List<Entry> entries, Instant at) {
        LocalDate newDate = request.newDate();
        RuleBook book = rules.get();
        Optional<Agency> unit = book.registry().latest(request.agency());
        if (request.kind() != Kind.RETURNED || newDate == null || unit.isEmpty()) {
            return Optional.empty();
        }
        Returned returned = new Returned(
                Returned.recipientOf(unit.get()),
                unit.get(),
                VietnamTime.dayOf(at),
                entries.get(0).sequence(),
                entries.stream().map(entry -> line(entry, book)).toList(),
                VietnameseText.oneLine(request.reason()),
                newDate);
        return returned.recipient().address().isEmpty()
                ? Optional.empty()
                : Optional.of(new Told(writer.write(returned, book.plan(), at, book.version()), book.version()));
    }

    private static Returned.Line line(Entry entry, RuleBook book) {
        return new Returned.Line(
                entry.duty(),
                book.duty(entry.duty()).map(Duty::text).orElse(entry.duty()),
                entry.period(),
                VietnamTime.dayOf(entry.receivedAt()));
    }
}
