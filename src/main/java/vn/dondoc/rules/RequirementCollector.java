package vn.dondoc.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final Map<String, Requirement> demands = new HashMap<>();
    private final Map<String, List<Pace>> paces = new HashMap<>();
    private final Map<String, List<Review>> reviews = new HashMap<>();
    private final Problems problems;
    private final Map<String, String> places;

    /** @param places where each target is spoken of, by its id */
    RequirementCollector(Map<String, String> places, Problems problems) {
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

    public void atRiskAtOnce(Duty duty) {
        addPace(duty, new Pace(null, 0, null));
    }

    public void atRiskBelow(Duty duty, String date, String percent) {
        DateExpression on = DateExpression.read(date).orElse(null);
        if (on == null) {
            notADate(duty, date);
        } else {
            addPace(duty, new Pace(on, percent(duty, percent), null));
        }
    }

    public void atRiskBehindLine(Duty duty, String date) {
        LocalDate from = day(duty, date);
        if (from != null) {
            addPace(duty, new Pace(null, 0, from));
        }
    }

    public void atRiskByForecast(Duty duty) {
        addPace(duty, new Pace(null, 0, null, true));
    }

    public void reviewFrom(Duty duty, String date, String reason) {
        LocalDate from = day(duty, date);
        if (from != null) {
            reviews.computeIfAbsent(duty.id(), id -> new ArrayList<>()).add(new Review(from, reason));
        }
    }

    Map<String, Requirement> requirements() {
        Map<String, Requirement> whole = new HashMap<>();
        demands.forEach((id, demand) -> whole.put(
                id,
                new Requirement(
                        demand.rule(),
                        demand.operator(),
                        demand.percent(),
                        demand.value(),
                        demand.of(),
                        demand.decidingYear(),
                        paces.getOrDefault(id, List.of()),
                        reviews.getOrDefault(id, List.of()))));
        return whole;
    }

    private void demand(
            RuleContext rule, Duty duty, Operator operator, int percent, int value, Counted of, int decidingYear) {
        Requirement demand = new Requirement(
                rule.getRule().getName(), operator, percent, value, of, decidingYear, List.of(), List.of());
        if (demands.put(duty.id(), demand) != null) {
            problems.add(place(duty), "chỉ tiêu có hai yêu cầu", "mỗi chỉ tiêu một câu “Phải …”");
        }
    }

    private void addPace(Duty duty, Pace pace) {
        paces.computeIfAbsent(duty.id(), id -> new ArrayList<>()).add(pace);
    }

    private Counted counted(Duty duty, String things) {
        return Counted.named(things).orElseGet(() -> {
            problems.add(place(duty), "không biết đếm “" + things + "”", Nearest.hint(things, Counted.allWords()));
            return Counted.FILES;
        });
    }

    private int number(Duty duty, String text) {
        if (text.matches("[1-9]\\d{0,5}")) {
            return Integer.parseInt(text);
        }
        problems.add(place(duty), "“" + text + "” không dùng được", "ghi một số nguyên từ 1 đến 999999");
        return 1;
    }

    private int percent(Duty duty, String text) {
        return VietnameseNumber.readPercent(text).orElseGet(() -> {
            problems.add(place(duty), "“" + text + "%” không dùng được", "ghi từ 0,01% đến 100%");
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
        problems.add(place(duty), "“" + date + "” không phải ngày", "ghi dạng 31/12/2020");
    }

    private String place(Duty duty) {
        return places.getOrDefault(duty.id(), "targets.dslr") + ", chỉ tiêu “" + duty.id() + "”";
    }
}
