package vn.dondoc.rules;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.dondoc.facts.Plan;
import vn.dondoc.reading.CsvTable.Row;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.VietnameseDate;

/** Finds rungs that no case ever reaches, words of a rung that come to nothing, and rungs that another always outdoes. */
final class LadderLints {
    static final String FILE = "reminders.csv";

    private final Plan plan;
    private final Collection<Rung> rungs;
    private final List<LadderCase> cases;
    private final Problems problems;

    private LadderLints(Plan plan, Ladder ladder, Problems problems) {
        this.plan = plan;
        this.rungs = ladder.rungs();
        this.cases = LadderCase.all(plan);
        this.problems = problems;
    }

    /** @param refused what is refused already: rows with a mistake are left out, and nothing is compared with them */
    static void find(RuleFiles files, Ladder ladder, Plan plan, Problems refused, Problems found) {
        Map<String, Row> rows = rowsIn(files);
        boolean isWhole = rows.values().stream().noneMatch(row -> RuleLints.isRefused(row.place(), refused));
        LadderLints lints = new LadderLints(plan, ladder, found);
        for (Map.Entry<String, Rung> each : ladder.rows().entrySet()) {
            Rung rung = each.getValue();
            Row row = rows.get(each.getKey());
            if (row == null || RuleLints.isRefused(row.place(), refused)) {
                continue;
            }
            if (lints.isReached(rung, row) && isWhole) {
                lints.refuseShadowed(rung, row);
            }
        }
    }

    /** Where each row stands, by its name. */
    static Map<String, String> placesIn(RuleFiles files) {
        Map<String, String> places = new LinkedHashMap<>();
        rowsIn(files).forEach((id, row) -> places.put(id, row.place()));
        return places;
    }

    private static Map<String, Row> rowsIn(RuleFiles files) {
        Map<String, Row> rows = new LinkedHashMap<>();
        files.table(FILE, new Problems())
                .rows()
                .forEach(row -> rows.put(LadderTable.nameOf(row.cell("Bậc"), rows), row));
        return rows;
    }

    private boolean isReached(Rung rung, Row row) {
        if (rung.span().to() != null && rung.span().to().isBefore(plan.effective())) {
            problems.add(
                    row.place(LadderTable.TO),
                    "ngày " + row.cell(LadderTable.TO) + " trước ngày Quyết định có hiệu lực "
                            + VietnameseDate.write(plan.effective()) + ": bậc này không bao giờ áp dụng",
                    "kiểm tra lại năm, hoặc bỏ dòng");
            return false;
        }
        if (rung.anchor().equals(LadderTable.PROMISE) && !isPromiseTaken(rung)) {
            problems.add(
                    row.place("Tính từ"),
                    "tính từ ngày hẹn mà không bậc nào của các loại này cho hẹn nộp: bậc này không bao giờ tới",
                    "ghi “Hẹn nộp” từ 1 ở một bậc, hoặc bỏ dòng");
            return false;
        }
        if (reaching(rung).isEmpty()) {
            problems.add(
                    row.place("Tính từ"),
                    "“" + rung.kinds() + "”, “" + rung.states() + "” không bao giờ có ngày tính từ “" + rung.anchor()
                            + "”" + (rung.from() > 0 ? " thứ " + rung.from() : "") + ": bậc này không bao giờ tới",
                    "sửa cột “Tính từ”, “Trạng thái” hoặc “Loại nhiệm vụ”, hoặc bỏ dòng");
            return false;
        }
        refuseIdleWords(rung, row);
        return true;
    }

    private boolean isPromiseTaken(Rung rung) {
        return rungs.stream()
                .filter(other -> other.promises() > 0 && (rung.trial() || !other.trial()))
                .filter(other -> other.span().overlaps(rung.span()))
                .anyMatch(other -> cases.stream()
                        .filter(each -> each.isNamedBy(other))
                        .anyMatch(each -> rung.kinds().equals(LadderTable.ANY_KIND)
                                || DutyTable.parts(rung.kinds())
                                        .contains(each.kind().word())));
    }

    private List<LadderCase> reaching(Rung rung) {
        return cases.stream().filter(each -> each.canReach(rung)).toList();
    }

    private void refuseIdleWords(Rung rung, Row row) {
        List<LadderCase> reaching = reaching(rung);
        for (String state : DutyTable.parts(rung.states())) {
            refuseUnless(reaching, each -> each.state().words().equals(state), row, "Trạng thái", state);
        }
        if (!rung.kinds().equals(LadderTable.ANY_KIND)) {
            for (String kind : DutyTable.parts(rung.kinds())) {
                refuseUnless(reaching, each -> each.kind().word().equals(kind), row, "Loại nhiệm vụ", kind);
            }
        }
    }

    private void refuseUnless(
            List<LadderCase> reaching, Predicate<LadderCase> named, Row row, String heading, String word) {
        if (reaching.stream().noneMatch(named)) {
            problems.add(
                    row.place(heading),
                    "“" + word + "” không bao giờ ứng với các ô khác của dòng này",
                    "bỏ “" + word + "” khỏi ô, hoặc sửa các ô kia");
        }
    }

    private void refuseShadowed(Rung rung, Row row) {
        List<LocalDate> days = daysOfChange(rung);
        List<Optional<Rung>> outdoing = reaching(rung).stream()
                .filter(each -> each.comesIn(plan))
                .flatMap(each -> days.stream().map(day -> outdoing(rung, each, day)))
                .toList();
        if (!outdoing.isEmpty() && outdoing.stream().allMatch(Optional::isPresent)) {
            problems.add(
                    row.place("Bậc"),
                    "bậc “" + rung.id() + "” không bao giờ được tính: bậc “"
                            + outdoing.get(0).orElseThrow().id() + "” luôn đứng trên",
                    "bỏ dòng, hoặc sửa “Tính từ”, “Từ ngày thứ”, “Sau số thư”");
        }
    }

    /** The days on which a rung holds and from which others may hold than the day before. */
    private List<LocalDate> daysOfChange(Rung rung) {
        LocalDate first = rung.span().from();
        Stream<LocalDate> others = rungs.stream()
                .flatMap(other -> Stream.of(
                                Optional.ofNullable(other.span().from()),
                                Optional.ofNullable(
                                        LadderGaps.dayAfter(other.span().to())))
                        .flatMap(Optional::stream));
        return Stream.concat(
                        Stream.of(first == null || first.isBefore(plan.effective()) ? plan.effective() : first), others)
                .filter(day -> rung.span().holdsOn(day))
                .distinct()
                .toList();
    }

    /**
     * A rung that holds on the day, is surely reached whenever this one is, and goes before it: the order is that of
     * StageCollector. One on trial stands before none that is in force.
     */
    private Optional<Rung> outdoing(Rung rung, LadderCase at, LocalDate day) {
        return rungs.stream()
                .filter(other -> other != rung && at.isNamedBy(other))
                .filter(other -> other.span().holdsOn(day) && (rung.trial() || !other.trial()))
                .filter(other -> other.afterLetters() <= rung.afterLetters() && isSurelyReached(other, rung, at))
                .filter(other -> StageCollector.goesBefore(other, rung))
                .findFirst();
    }

    private boolean isSurelyReached(Rung other, Rung rung, LadderCase at) {
        OptionalInt since = other.anchor().equals(rung.anchor())
                ? OptionalInt.of(rung.from())
                : at.surelySince(other.anchor(), plan);
        return since.isPresent() && since.getAsInt() >= other.from();
    }
}
