package vn.dondoc.rules;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.dondoc.findings.Finding;

/** What the rows of {@code reminders.csv} call when they match; of several rungs the highest counts. */
public final class StageCollector {
    private record Reached(Rung rung, int days) {}

    private final Map<String, Rung> rungs;
    private final LocalDate day;
    private final Map<Finding.Key, Reached> reached = new HashMap<>();
    /** What would be reached if the rows on trial were in force as well. */
    private final Map<Finding.Key, Reached> withTrials = new HashMap<>();

    StageCollector(Map<String, Rung> rungs, LocalDate day) {
        this.rungs = rungs;
        this.day = day;
    }

    public void reach(Situation situation, String id) {
        Rung rung = rungs.get(id);
        if (rung == null || !rung.span().holdsOn(day)) {
            return;
        }
        situation.daysSince(rung.anchor()).ifPresent(days -> {
            if (days >= rung.from() && situation.unanswered() >= rung.afterLetters()) {
                Finding.Key finding = situation.finding().key();
                Reached now = new Reached(rung, days);
                if (!rung.trial()) {
                    reached.merge(finding, now, StageCollector::higher);
                }
                withTrials.merge(finding, now, StageCollector::higher);
            }
        });
    }

    /** The stage of a finding; {@code season} tells stages of one rung in different quarters apart. */
    Optional<Stage> stageOf(Finding finding, String season) {
        return Optional.ofNullable(reached.get(finding.key())).map(highest -> stageOf(highest, season));
    }

    /** The stage that a rung on trial would bring a finding to; empty where a rung in force goes before it. */
    Optional<Stage> triedStageOf(Finding finding, String season) {
        return Optional.ofNullable(withTrials.get(finding.key()))
                .filter(highest -> highest.rung().trial())
                .map(highest -> stageOf(highest, season));
    }

    private static Stage stageOf(Reached highest, String season) {
        Rung rung = highest.rung();
        String time = switch (rung.anchor()) {
            case LadderTable.BEFORE -> String.valueOf(-highest.days());
            case LadderTable.REPORT_DATE -> season;
            default -> String.valueOf(rung.repeat() == 0 ? 0 : (highest.days() - rung.from()) / rung.repeat());
        };
        return new Stage(
                rung.id() + "/" + time, rung.id(), rung.letter(), rung.tone(), rung.addressee(), rung.promises());
    }

    /** A rung that comes once a quarter must not silence one that follows the duty's own dates. */
    private static boolean isQuarterly(Rung rung) {
        return rung.anchor().equals(LadderTable.REPORT_DATE);
    }

    /** Of rows that ask for as many letters, the one that counts from a broken promise goes first. */
    private static boolean isAfterPromise(Rung rung) {
        return rung.anchor().equals(LadderTable.PROMISE);
    }

    private static Reached higher(Reached one, Reached other) {
        return goesBefore(one.rung(), other.rung()) ? one : other;
    }

    /** Of two rungs reached at once, whether the first is the one that counts. */
    static boolean goesBefore(Rung one, Rung other) {
        if (isQuarterly(one) != isQuarterly(other)) {
            return isQuarterly(other);
        }
        if (one.afterLetters() != other.afterLetters()) {
            return one.afterLetters() > other.afterLetters();
        }
        if (isAfterPromise(one) != isAfterPromise(other)) {
            return isAfterPromise(one);
        }
        if (one.from() != other.from()) {
            return one.from() > other.from();
        }
        if (one.trial() != other.trial()) {
            return one.trial();
        }
        return one.id().compareTo(other.id()) <= 0;
    }
}
