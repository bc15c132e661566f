package vn.dondoc.rules;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import vn.dondoc.facts.Plan;
import vn.dondoc.reading.CsvTable.Row;
import vn.dondoc.reading.Problems;

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
        for (Rung rung : ladder.rungs()) {
            Row row = rows.get(rung.id());
            if (row == null || RuleLints.isRefused(row.place(), refused)) {
                continue;
            }
            if (lints.isReached(rung, row) && isWhole) {
                lints.refuseShadowed(rung, row);
            }
        }
    }

    /** Where each rung stands, by its name. */
    static Map<String, String> placesIn(RuleFiles files) {
        Map<String, String> places = new LinkedHashMap<>();
        rowsIn(files).forEach((id, row) -> places.put(id, row.place()));
        return places;
    }

    private static Map<String, Row> rowsIn(RuleFiles files) {
        Map<String, Row> rows = new LinkedHashMap<>();
        files.table(FILE, new Problems()).rows().forEach(row -> rows.putIfAbsent(row.cell("Bậc"), row));
        return rows;
    }

    private boolean isReached(Rung rung, Row row) {
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
                .filter(other -> other.promises() > 0)
                .anyMatch(other -> cases.stream()
                        .filter(each -> each.isNamedBy(other))
                        .anyMatch(each -> rung.kinds().equals(LadderTable.ANY_KIND)
                                || DutyTable.parts(rung.kinds())
                                        .contains(each.kind().word())));
    }

    private List<LadderCase> reaching(Rung rung) {
        return cases.stream()
                .filter(each -> each.isNamedBy(rung) && each.canReach(rung.anchor(), rung.from()))
                .toList();
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
        List<Optional<Rung>> outdoing = reaching(rung).stream()
                .filter(each -> each.comesIn(plan))
                .map(each -> outdoing(rung, each))
                .toList();
        if (!outdoing.isEmpty() && outdoing.stream().allMatch(Optional::isPresent)) {
            problems.add(
                    row.place("Bậc"),
                    "bậc “" + rung.id() + "” không bao giờ được tính: bậc “"
                            + outdoing.get(0).orElseThrow().id() + "” luôn đứng trên",
                    "bỏ dòng, hoặc sửa “Tính từ”, “Từ ngày thứ”, “Sau số thư”");
        }
    }

    /** A rung that is surely reached whenever this one is, and goes before it: the order is that of StageCollector. */
    private Optional<Rung> outdoing(Rung rung, LadderCase at) {
        return rungs.stream()
                .filter(other -> !other.id().equals(rung.id()) && at.isNamedBy(other))
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
