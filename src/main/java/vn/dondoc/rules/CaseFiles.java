package vn.dondoc.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.calendar.Period;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.facts.Entry;
import vn.dondoc.facts.Entry.Evidence;
import vn.dondoc.facts.Entry.Item;
import vn.dondoc.facts.ReportedStatus;
import vn.dondoc.findings.State;
import vn.dondoc.reading.Nearest;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.YamlSection;
import vn.dondoc.rules.RuleCase.Expected;
import vn.dondoc.rules.RuleCase.PastLetters;

/** Reads every {@code *.cases.yaml} of a plan's folder. */
final class CaseFiles {
    private static final LocalTime OFFICE_TIME = LocalTime.of(9, 0);

    private CaseFiles() {}

    static List<RuleCase> read(RuleFiles files, Problems problems) {
        CaseFiles reader = new CaseFiles();
        List<RuleCase> cases = new ArrayList<>();
        for (String file : files.cases()) {
            YamlSection whole = files.yaml(file, problems);
            for (YamlSection section : whole.sections("cases")) {
                reader.caseOf(section).ifPresent(cases::add);
            }
            whole.finish();
        }
        return cases;
    }

    private Optional<RuleCase> caseOf(YamlSection section) {
        String name = section.requiredText("name");
        String duty = section.requiredText("duty");
        String agency = section.requiredText("agency");
        Optional<LocalDate> asOf = section.date("asOf");
        String period = section.text("period", "");
        PastLetters letters = new PastLetters(
                section.number("unanswered", 0, 0, 99), section.date("promised").orElse(null));
        Optional<Expected> expected = expectedOf(section);
        List<Entry> reports = new ArrayList<>();
        for (YamlSection report : section.sections("reports")) {
            entryOf(report, agency, duty, reports.size() + 1L).ifPresent(reports::add);
        }
        if (asOf.isEmpty() || expected.isEmpty()) {
            section.refuse("thiếu asOf hoặc expect", "ghi asOf: \"01/01/2018\" và expect: vi phạm");
            return Optional.empty();
        }
        return Optional.of(new RuleCase(
                section.place(), name, duty, agency, asOf.get(), period, reports, letters, expected.get()));
    }

    private Optional<Expected> expectedOf(YamlSection section) {
        String words = section.requiredText("expect");
        String rule = section.text("rule", "");
        ExpectedStage stage = stageOf(section);
        ExpectedStage tried = section.text("trial")
                .map(key -> new ExpectedStage(key, "", "", "", ExpectedStage.ANY))
                .orElse(null);
        if (!words.equals(Expected.NOT_BOUND)) {
            return stateOf(section, words).map(state -> new Expected(state, rule, stage, tried));
        }
        if (!rule.isEmpty() || stage != null || tried != null) {
            section.refuse(
                    "expect", "không ràng buộc thì không có quy tắc, không có bậc nhắc", "bỏ rule, stage, trial");
        }
        return Optional.of(new Expected(null, rule, stage, tried));
    }

    private @Nullable ExpectedStage stageOf(YamlSection section) {
        String letter = section.oneOf("letter", orAny(Stage.Form.words()), "");
        String tone = section.oneOf("tone", orAny(LadderTable.TONES), "");
        String addressee = section.oneOf("addressee", orAny(Stage.Addressee.words()), "");
        int promises = section.number("promises", ExpectedStage.ANY, ExpectedStage.ANY, 99);
        Optional<String> stage = section.text("stage");
        boolean saysMore = !(letter + tone + addressee).isEmpty() || promises != ExpectedStage.ANY;
        if (saysMore && stage.filter(key -> !key.equals(ExpectedStage.NONE)).isEmpty()) {
            section.refuse("ghi thư mà không ghi bậc nhắc", "ghi stage: truoc-moc/3");
        }
        return stage.map(key -> new ExpectedStage(key, letter, tone, addressee, promises))
                .orElse(null);
    }

    private static List<String> orAny(List<String> words) {
        return Stream.concat(Stream.of(""), words.stream()).toList();
    }

    private Optional<State> stateOf(YamlSection section, String words) {
        Optional<State> state = Arrays.stream(State.values())
                .filter(each -> each.words().equals(words))
                .findFirst();
        if (state.isEmpty()) {
            section.refuse(
                    "expect",
                    "không có kết luận “" + words + "”",
                    Nearest.hint(
                            words,
                            Stream.concat(
                                            Arrays.stream(State.values()).map(State::words),
                                            Stream.of(Expected.NOT_BOUND))
                                    .toList()));
        }
        return state;
    }

    private Optional<Entry> entryOf(YamlSection report, String agency, String duty, long sequence) {
        Optional<Period> period = report.text("period").flatMap(Period::read);
        Optional<LocalDate> received = report.date("receivedOn");
        Optional<ReportedStatus> status = ReportedStatus.read(report.text("status", ReportedStatus.IN_PROGRESS.word()));
        if (period.isEmpty() || received.isEmpty() || status.isEmpty()) {
            report.refuse("báo cáo thiếu period, receivedOn hoặc sai status", "period: 2017-Q4");
            return Optional.empty();
        }
        return Optional.of(new Entry(
                sequence,
                "báo cáo ví dụ " + sequence,
                agency,
                period.get(),
                duty,
                status.get(),
                report.date("completedOn").orElse(null),
                evidence(report),
                number(report, "numerator"),
                number(report, "denominator"),
                number(report, "value"),
                items(report),
                "",
                VietnamTime.at(received.get(), OFFICE_TIME)));
    }

    private static List<Evidence> evidence(YamlSection report) {
        return report.sections("evidence").stream()
                .map(paper ->
                        new Evidence(paper.text("ref", ""), paper.date("date").orElse(null), ""))
                .toList();
    }

    private static List<Item> items(YamlSection report) {
        return report.sections("items").stream()
                .map(item ->
                        new Item(item.requiredText("unit"), item.date("date").orElse(null), ""))
                .toList();
    }

    private @Nullable BigDecimal number(YamlSection report, String key) {
        Optional<String> text = report.text(key);
        if (text.isPresent() && !text.get().matches("-?\\d{1,15}(\\.\\d{1,6})?")) {
            report.refuse(key, "“" + text.get() + "” không phải số", "ghi dạng 1234 hoặc 12.5");
            return null;
        }
        return text.map(BigDecimal::new).orElse(null);
    }
}
