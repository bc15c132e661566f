package vn.dondoc.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.AgencyGroup;
import vn.dondoc.facts.Clause;
import vn.dondoc.facts.Duty;
import vn.dondoc.notices.Silence;
import vn.dondoc.notices.Silence.Matcher;
import vn.dondoc.reading.Nearest;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.reading.VietnameseText;
import vn.dondoc.rules.RuleBook;
import vn.dondoc.rules.RulesInForce;
import vn.dondoc.store.ArrangementStore;

/** Silences (tạm dừng nhắc) as Sở Nội vụ enters and ends them. */
public final class SilenceFlow {
    private static final int LONGEST_YEARS = 1;

    private final RulesInForce rules;
    private final ArrangementStore store;

    public SilenceFlow(RulesInForce rules, ArrangementStore store) {
        this.rules = rules;
        this.store = store;
    }

    /**
     * What is asked for.
     *
     * @param matcher what is to be covered, as it was written
     * @param everything whether all duties of all units are meant; needed for a matcher that narrows nothing
     */
    public record Request(
            Matcher matcher, boolean everything, String reason, LocalDate from, LocalDate until, String author) {}

    public Entered<Silence> enter(Request request, Instant at) {
        Problems problems = new Problems();
        checkMatcher(request, problems);
        checkDays(request, VietnamTime.dayOf(at), problems);
        if (VietnameseText.oneLine(request.reason()).isEmpty()) {
            problems.add("lý do", "chưa ghi lý do tạm dừng nhắc", "");
        }
        Author.refusalOf(request.author(), "người ghi").ifPresent(problems::add);
        return problems.isEmpty() ? Entered.stored(store(request, at)) : Entered.refused(problems.list());
    }

    /** Every silence entered up to a moment, those that are over as well. */
    public List<Silence> all(Instant at) {
        return store.silencesKnownAt(at);
    }

    /** Ends a silence now; what is refused names its number. */
    public Entered<Silence> end(long id, String author, Instant at) {
        Problems problems = new Problems();
        Author.refusalOf(author, "người ghi").ifPresent(problems::add);
        Optional<Silence> meant = store.silencesKnownAt(at).stream()
                .filter(silence -> silence.id() == id)
                .findFirst();
        if (meant.isEmpty()) {
            problems.add("số", "không có lần tạm dừng số " + id, "xem: dondoc silence list");
        } else if (isOver(meant.get(), VietnamTime.dayOf(at))) {
            problems.add("số", "lần tạm dừng số " + id + " đã hết hiệu lực", "");
        }
        if (!problems.isEmpty()) {
            return Entered.refused(problems.list());
        }
        store.endSilence(id, Author.of(author), at);
        return Entered.stored(meant.orElseThrow());
    }

    public static boolean isOver(Silence silence, LocalDate day) {
        return silence.endedAt() != null || silence.until().isBefore(day);
    }

    private Silence store(Request request, Instant at) {
        Silence silence = new Silence(
                0,
                written(request.matcher()),
                Author.of(request.author()),
                VietnameseText.oneLine(request.reason()),
                request.from(),
                request.until(),
                at,
                null);
        long id = store.add(silence);
        return new Silence(
                id, silence.matcher(), silence.author(), silence.reason(), silence.from(), silence.until(), at, null);
    }

    /** The group as the tables write it, whatever its capitals were. */
    private static Matcher written(Matcher matcher) {
        String group =
                AgencyGroup.named(matcher.group()).map(AgencyGroup::words).orElse("");
        return new Matcher(matcher.agency(), matcher.duty(), matcher.clause(), group);
    }

    private static void checkDays(Request request, LocalDate today, Problems problems) {
        if (request.from().isBefore(today)) {
            problems.add(
                    "ngày đầu",
                    "ngày " + VietnameseDate.write(request.from()) + " đã qua",
                    "thư đã gửi không rút lại được; ghi từ hôm nay");
        }
        if (request.until().isBefore(request.from())) {
            problems.add(
                    "ngày cuối",
                    "ngày " + VietnameseDate.write(request.until()) + " trước ngày đầu "
                            + VietnameseDate.write(request.from()),
                    "sửa một trong hai ngày");
        }
        LocalDate latest = request.from().plusYears(LONGEST_YEARS);
        if (request.until().isAfter(latest)) {
            problems.add(
                    "ngày cuối",
                    "ngày " + VietnameseDate.write(request.until()) + " xa quá một năm",
                    "ghi đến ngày " + VietnameseDate.write(latest) + " là muộn nhất");
        }
    }

    private void checkMatcher(Request request, Problems problems) {
        Matcher matcher = request.matcher();
        boolean narrows = !(matcher.agency() + matcher.duty() + matcher.clause() + matcher.group()).isBlank();
        if (narrows == request.everything()) {
            problems.add(
                    "phạm vi",
                    narrows ? "vừa nêu phạm vi vừa chọn tất cả" : "chưa nêu phạm vi tạm dừng",
                    "nêu đơn vị, nhiệm vụ, điều khoản hoặc nhóm; hoặc chọn tất cả (--all)");
        }
        RuleBook book = rules.current();
        Problems unknown = new Problems();
        checkNames(matcher, book, unknown);
        if (unknown.isEmpty()) {
            checkOverlap(matcher, book, problems);
        }
        problems.addAll(unknown);
    }

    private static void checkNames(Matcher matcher, RuleBook book, Problems problems) {
        if (!matcher.agency().isEmpty()
                && book.registry().latest(matcher.agency()).isEmpty()) {
            problems.add(
                    "đơn vị",
                    "không có đơn vị “" + matcher.agency() + "”",
                    Nearest.hint(matcher.agency(), book.registry().ids()));
        }
        if (!matcher.duty().isEmpty() && book.duty(matcher.duty()).isEmpty()) {
            problems.add(
                    "nhiệm vụ",
                    "không có nhiệm vụ “" + matcher.duty() + "”",
                    Nearest.hint(matcher.duty(), book.dutyIds()));
        }
        if (!matcher.clause().isEmpty() && !clausesOf(book).contains(matcher.clause())) {
            problems.add(
                    "điều khoản",
                    "không có điều khoản “" + matcher.clause() + "”",
                    Nearest.hint(matcher.clause(), clausesOf(book)));
        }
        if (!matcher.group().isEmpty() && AgencyGroup.named(matcher.group()).isEmpty()) {
            problems.add(
                    "nhóm",
                    "không có nhóm “" + matcher.group() + "”",
                    Nearest.hint(matcher.group(), AgencyGroup.allWords()));
        }
    }

    /** What would never fit any duty is a slip of the pen. */
    private static void checkOverlap(Matcher matcher, RuleBook book, Problems problems) {
        String clause = book.duty(matcher.duty()).map(Duty::clause).orElse("");
        if (!clause.isEmpty() && !matcher.clause().isEmpty() && !(clause + ".").startsWith(matcher.clause() + ".")) {
            problems.add(
                    "điều khoản",
                    "nhiệm vụ " + matcher.duty() + " thuộc " + Clause.wordsOf(clause) + ", không thuộc "
                            + Clause.wordsOf(matcher.clause()),
                    "chỉ nêu một trong hai");
        }
        Optional<Agency> agency = book.registry().latest(matcher.agency());
        Optional<AgencyGroup> group = AgencyGroup.named(matcher.group());
        if (agency.isPresent() && group.isPresent() && !group.get().has(agency.get())) {
            problems.add(
                    "nhóm",
                    agency.get().name() + " không thuộc nhóm “" + group.get().words() + "”",
                    "chỉ nêu một trong hai");
        }
    }

    /** Ids of clauses and of the headings above them: II.2.1.e, II.2.1, II.2, II. */
    private static TreeSet<String> clausesOf(RuleBook book) {
        TreeSet<String> ids = new TreeSet<>();
        for (Clause clause : book.plan().clauses()) {
            String id = clause.id();
            for (int dot = id.lastIndexOf('.'); dot > 0; dot = id.lastIndexOf('.', dot - 1)) {
                ids.add(id.substring(0, dot));
            }
            ids.add(id);
        }
        return ids;
    }
}
