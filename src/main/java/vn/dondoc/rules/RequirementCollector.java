package vn.dondoc.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.RuleContext;
import vn.dondoc.calendar.DateExpression;
import vn.dondoc.facts.Counted;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.Requirement;
import vn.dondoc.facts.Requirement.Operator;
import vn.dondoc.facts.Requirement.Pace;
import vn.dondoc.facts.Requirement.Review;
import vn.dondoc.reading.Nearest;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.reading.VietnameseNumber;

/** What the sentences of {@code targets.dslr} call: each says one thing of what a target asks for. */
public final class RequirementCollector {
    private final Map<Key, Requirement> demands = new HashMap<>();
    private final Map<Key, Draft> drafts = new HashMap<>();
    private final Set<Key> trials = new HashSet<>();
    private final Problems problems;
    private final SentencePlaces places;

    /** A rule about a target. */
    private record Key(String duty, String rule) {}

    /** What a rule says beside its demand, as far as it was read. */
    private record Draft(List<Pace> paces, List<Review> reviews, List<LocalDate> from, List<LocalDate> to) {
        static Draft empty() {
            return new Draft(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    /** @param places where each target is spoken of */
    RequirementCollector(SentencePlaces places, Problems problems) {
        this.places = places;
        this.problems = problems;
    }

    public void atLeastShare(RuleContext rule, Duty duty, String percent, String things) {
        demand(rule, duty, Operator.AT_LEAST, percent(duty, percent), 0, counted(duty, things), 0);
    }

    public void atLeastCount(RuleContext rule, Duty duty, String count, String things) {
        demand(rule, duty, Operator.AT_LEAST, 0, number(duty, count), counted(duty, things), 0);
    }

    public void rankAtMost(RuleContext rule, Duty duty, String rank, String year) {
        demand(rule, duty, Operator.AT_MOST, 0, number(duty, rank), Counted.RANK, number(duty, year));
    }

    public void moreThanYearBefore(RuleContext rule, Duty duty, String things) {
        demand(rule, duty, Operator.MORE_THAN_YEAR_BEFORE, 0, 0, counted(duty, things), 0);
    }

    public void judgedByPerson(RuleContext rule, Duty duty, String things) {
        demand(rule, duty, Operator.JUDGED_BY_PERSON, 0, 0, counted(duty, things), 0);
    }

    public void atRiskAtOnce(RuleContext rule, Duty duty) {
        draft(rule, duty).paces().add(new Pace(null, 0, null));
    }

    public void atRiskBelow(RuleContext rule, Duty duty, String date, String percent) {
        DateExpression on = DateExpression.read(date).orElse(null);
        if (on == null) {
            notADate(duty, date);
        } else {
            draft(rule, duty).paces().add(new Pace(on, percent(duty, percent), null));
        }
    }

    public void atRiskBehindLine(RuleContext rule, Duty duty, String date) {
        LocalDate from = day(duty, date);
        if (from != null) {
            draft(rule, duty).paces().add(new Pace(null, 0, from));
        }
    }

    public void atRiskByForecast(RuleContext rule, Duty duty) {
        draft(rule, duty).paces().add(new Pace(null, 0, null, true));
    }

    public void reviewFrom(RuleContext rule, Duty duty, String date, String reason) {
        LocalDate from = day(duty, date);
        if (from != null) {
            draft(rule, duty).reviews().add(new Review(from, reason));
        }
    }

    public void holdsFrom(RuleContext rule, Duty duty, String date) {
        LocalDate from = day(duty, date);
        if (from != null) {
            draft(rule, duty).from().add(from);
        }
    }

    public void holdsUntil(RuleContext rule, Duty duty, String date) {
        LocalDate to = day(duty, date);
        if (to != null) {
            draft(rule, duty).to().add(to);
        }
    }

    public void onTrial(RuleContext rule, Duty duty) {
        trials.add(keyOf(rule, duty));
    }

    /**
     * What each target asks for, by its id: several rules of which never two hold on one day, the earliest first; those on
     * trial stand beside them, and never two on one day either.
     */
    Map<String, List<Requirement>> requirements() {
        Map<String, List<Requirement>> whole = new HashMap<>();
        demands.forEach((key, demand) ->
                whole.computeIfAbsent(key.duty(), id -> new ArrayList<>()).add(whole(key, demand)));
        whole.forEach((duty, several) -> {
            several.sort(
                    Comparator.comparing(Requirement::from, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
                            .thenComparing(Requirement::rule));
            refuseTwoAtOnce(duty, several.stream().filter(Requirement::trial).toList());
            refuseTwoAtOnce(
                    duty,
                    several.stream().filter(requirement -> !requirement.trial()).toList());
        });
        return whole;
    }

    private Requirement whole(Key key, Requirement demand) {
        Draft draft = drafts.getOrDefault(key, Draft.empty());
        refuseSpan(key, draft);
        return new Requirement(
                demand.rule(),
                demand.operator(),
                demand.percent(),
                demand.value(),
                demand.of(),
                demand.decidingYear(),
                draft.paces(),
                draft.reviews(),
                draft.from().isEmpty() ? null : draft.from().get(0),
                draft.to().isEmpty() ? null : draft.to().get(0),
                trials.contains(key));
    }

    private void refuseSpan(Key key, Draft draft) {
        boolean twice = draft.from().size() > 1 || draft.to().size() > 1;
        boolean never = !draft.from().isEmpty()
                && !draft.to().isEmpty()
                && draft.from().get(0).isAfter(draft.to().get(0));
        if (twice || never) {
            problems.add(
                    places.of(key.duty()),
                    twice
                            ? "quy tắc “" + key.rule() + "” có hai câu Áp dụng từ ngày hoặc đến ngày"
                            : "quy tắc “" + key.rule() + "” không bao giờ áp dụng: từ ngày sau đến ngày",
                    "ghi mỗi câu một lần, từ ngày không sau đến ngày");
        }
    }

    private void refuseTwoAtOnce(String duty, List<Requirement> several) {
        for (int i = 1; i < several.size(); i++) {
            if (several.get(i).overlaps(several.get(i - 1))) {
                problems.add(
                        places.of(duty),
                        "chỉ tiêu có hai quy tắc cùng áp dụng: “"
                                + several.get(i - 1).rule() + "” và “"
                                + several.get(i).rule() + "”",
                        "mỗi chỉ tiêu một quy tắc; quy tắc thay nhau thì ghi Áp dụng đến ngày, Áp dụng từ ngày");
            }
        }
    }

    private void demand(
            RuleContext rule, Duty duty, Operator operator, int percent, int value, Counted of, int decidingYear) {
        Requirement demand = new Requirement(
                rule.getRule().getName(), operator, percent, value, of, decidingYear, List.of(), List.of());
        if (demands.put(keyOf(rule, duty), demand) != null) {
            problems.add(place(duty), "chỉ tiêu có hai yêu cầu", "mỗi chỉ tiêu một câu “Phải …”");
        }
    }

    private Draft draft(RuleContext rule, Duty duty) {
        return drafts.computeIfAbsent(keyOf(rule, duty), any -> Draft.empty());
    }

    private static Key keyOf(RuleContext rule, Duty duty) {
        return new Key(duty.id(), rule.getRule().getName());
    }

    private Counted counted(Duty duty, String things) {
        return Counted.named(things).orElseGet(() -> {
            problems.add(
                    place(duty, things), "không biết đếm “" + things + "”", Nearest.hint(things, Counted.allWords()));
            return Counted.FILES;
        });
    }

    private int number(Duty duty, String text) {
        if (text.matches("[1-9]\\d{0,5}")) {
            return Integer.parseInt(text);
        }
        problems.add(place(duty, text), "“" + text + "” không dùng được", "ghi một số nguyên từ 1 đến 999999");
        return 1;
    }

    private int percent(Duty duty, String text) {
        return VietnameseNumber.readPercent(text).orElseGet(() -> {
            problems.add(place(duty, text + "%"), "“" + text + "%” không dùng được", "ghi từ 0,01% đến 100%");
            return 10_000;
        });
    }

    private @Nullable LocalDate day(Duty duty, String date) {
        LocalDate day = VietnameseDate.read(date).orElse(null);
        if (day == null) {
            notADate(duty, date);
        }
        return day;
    }

    private void notADate(Duty duty, String date) {
        problems.add(place(duty, date), "“" + date + "” không phải ngày", "ghi dạng 31/12/2020");
    }

    private String place(Duty duty) {
        return places.of(duty.id()) + ", chỉ tiêu “" + duty.id() + "”";
    }

    private String place(Duty duty, String words) {
        return places.of(duty.id(), words) + ", chỉ tiêu “" + duty.id() + "”";
    }
}
