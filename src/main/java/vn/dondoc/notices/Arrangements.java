package vn.dondoc.notices;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.facts.Obligation;
import vn.dondoc.findings.Finding;

/** What is agreed about letters at a moment: promises of units and silences entered by Sở Nội vụ. */
public final class Arrangements {
    public static final Arrangements NONE = new Arrangements(List.of(), List.of());

    private final Map<Finding.Key, List<Promise>> promises = new HashMap<>();
    private final List<Silence> silences;

    /**
     * A promise whose day passed with the duty still open.
     *
     * @param last the promise broken last
     * @param times how many promises for this duty and period were broken
     */
    public record Broken(Finding finding, Promise last, int times) {}

    /**
     * @param promises in the order in which they were given
     * @param silences in the order in which they were entered
     */
    public Arrangements(List<Promise> promises, List<Silence> silences) {
        promises.forEach(promise -> this.promises
                .computeIfAbsent(promise.finding(), key -> new ArrayList<>())
                .add(promise));
        this.silences = List.copyOf(silences);
    }

    /** The promises given for a finding, the first first. */
    public List<Promise> promisesFor(Finding.Key finding) {
        return List.copyOf(promises.getOrDefault(finding, List.of()));
    }

    /** The promise that still holds on a day; of several the last given. */
    public Optional<Promise> standing(Finding.Key finding, LocalDate day) {
        List<Promise> given = promises.getOrDefault(finding, List.of());
        return given.isEmpty()
                ? Optional.empty()
                : Optional.of(given.get(given.size() - 1)).filter(promise -> promise.holdsOn(day));
    }

    /** The promise broken last, when the finding is open and one was. */
    public Optional<Broken> brokenFor(Finding finding, LocalDate day) {
        if (!finding.state().isOpen()) {
            return Optional.empty();
        }
        Obligation.Extension extension = finding.obligation().extension();
        List<Promise> given = promises.getOrDefault(finding.key(), List.of()).stream()
                .filter(promise -> extension == null
                        || promise.at().isAfter(extension.granted().at()))
                .toList();
        List<Promise> passed = given.stream()
                .filter(promise -> !promise.holdsOn(day) && !isReplaced(promise, given))
                .toList();
        return passed.isEmpty()
                ? Optional.empty()
                : Optional.of(new Broken(finding, passed.get(passed.size() - 1), passed.size()));
    }

    /** A promise that another one took over while it still held was not broken. */
    private static boolean isReplaced(Promise promise, List<Promise> given) {
        return given.stream()
                .anyMatch(later -> later.at().isAfter(promise.at()) && promise.holdsOn(VietnamTime.dayOf(later.at())));
    }

    /** The same without promises given before their finding last opened: what opens anew begins anew. */
    public Arrangements since(Function<Finding.Key, LocalDate> opened) {
        List<Promise> sinceThen = promises.values().stream()
                .flatMap(List::stream)
                .filter(promise -> !VietnamTime.dayOf(promise.at()).isBefore(opened.apply(promise.finding())))
                .toList();
        return new Arrangements(sinceThen, silences);
    }

    /** Every finding whose promise was broken. */
    public List<Broken> broken(List<Finding> findings, LocalDate day) {
        return findings.stream()
                .flatMap(finding -> brokenFor(finding, day).stream())
                .toList();
    }

    /** The silence that keeps letters about a finding back on a day. */
    public Optional<Silence> silenceOver(Finding finding, LocalDate day) {
        return silences.stream().filter(silence -> silence.covers(finding, day)).findFirst();
    }
}
