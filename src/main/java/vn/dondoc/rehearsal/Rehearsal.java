package vn.dondoc.rehearsal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import vn.dondoc.app.Dondoc;
import vn.dondoc.app.Jobs;
import vn.dondoc.app.MailSettingsOf;
import vn.dondoc.calendar.OfficeHours;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.outbox.LetterState;
import vn.dondoc.reading.Problems;
import vn.dondoc.schedules.FireTimes;
import vn.dondoc.schedules.Schedule;
import vn.dondoc.schedules.ScheduleFiles;

/**
 * The product on a virtual clock: every job of {@code schedules/} at its planned times, and what comes in between, in
 * order of time and through the code that serves; a rehearsal is not backed up. A job that fails ends the rehearsal.
 */
final class Rehearsal {
    private final Dondoc dondoc;
    private final Jobs jobs;
    private final WorkingCalendar calendar;
    private final List<Schedule> schedules;
    private final NavigableMap<Instant, List<Runnable>> events = new TreeMap<>();
    private boolean lettersWait;

    /** @throws vn.dondoc.reading.FaultyFileException when the schedules cannot be used */
    Rehearsal(Dondoc dondoc) {
        this.dondoc = dondoc;
        this.jobs = dondoc.jobs();
        this.calendar = dondoc.settings().calendar();
        Problems problems = new Problems();
        this.schedules = ScheduleFiles.read(dondoc.settings().home().schedules(), jobs.names(), problems).stream()
                .filter(schedule -> schedule.enabled() && !Jobs.REACHING_OUTSIDE.contains(schedule.job()))
                .toList();
        problems.refuseIfAny();
    }

    /** What stands at one moment; a sending finds what was queued before, as a check takes longer than a look. */
    private record Moment(Instant at, Order order, Runnable what) {
        static final Comparator<Moment> BY_TIME =
                Comparator.comparing(Moment::at).thenComparing(Moment::order);
    }

    private enum Order {
        SENDING,
        EVENT,
        JOB
    }

    /** Something that comes in from outside, a report for instance. */
    void happens(Instant at, Runnable event) {
        events.computeIfAbsent(at, any -> new ArrayList<>()).add(event);
    }

    /**
     * Lives the days, both included. What happened before them happens first, with no job run.
     *
     * @param passed told each day that is over
     */
    void live(LocalDate first, LocalDate last, Consumer<LocalDate> passed) {
        events.headMap(startOf(first)).values().forEach(past -> past.forEach(Runnable::run));
        lettersWait = lettersWait();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            momentsOf(day).forEach(moment -> moment.what().run());
            passed.accept(day);
        }
    }

    /** The first moment after this one at which a waiting letter would go, no later than that day. */
    Optional<Instant> sendingAfter(Instant moment, LocalDate last) {
        OfficeHours hours = MailSettingsOf.officeHours(dondoc.settings().configuration());
        return VietnamTime.dayOf(moment)
                .datesUntil(last.plusDays(1))
                .filter(calendar::isWorkingDay)
                .flatMap(day -> schedules.stream().filter(Rehearsal::sends).flatMap(sends -> timesOf(sends, day)))
                .filter(at -> at.isAfter(moment) && hours.contains(at))
                .findFirst();
    }

    private List<Moment> momentsOf(LocalDate day) {
        List<Moment> moments = new ArrayList<>();
        for (Schedule schedule : schedules) {
            Order order = sends(schedule) ? Order.SENDING : Order.JOB;
            timesOf(schedule, day).forEach(at -> moments.add(new Moment(at, order, () -> run(schedule, at))));
        }
        events.subMap(startOf(day), startOf(day.plusDays(1)))
                .forEach((at, happening) ->
                        happening.forEach(event -> moments.add(new Moment(at, Order.EVENT, () -> run(event)))));
        moments.sort(Moment.BY_TIME);
        return moments;
    }

    /**
     * Sendings come every few minutes, and nearly all find an empty queue. One that finds no letter queued reads and
     * writes nothing else, and only jobs and events queue letters: so it is left out until one of them did.
     */
    private void run(Schedule schedule, Instant at) {
        if (!sends(schedule) || lettersWait) {
            jobs.run(schedule.job(), Clock.fixed(at, VietnamTime.ZONE));
            lettersWait = lettersWait();
        }
    }

    private void run(Runnable event) {
        event.run();
        lettersWait = lettersWait();
    }

    private boolean lettersWait() {
        var letters = dondoc.outbox().countByState();
        return Stream.of(LetterState.QUEUED, LetterState.SENDING).anyMatch(state -> letters.getOrDefault(state, 0) > 0);
    }

    private Stream<Instant> timesOf(Schedule schedule, LocalDate day) {
        return FireTimes.between(
                schedule, startOf(day), startOf(day.plusDays(1)).minusMillis(1), calendar)
                .stream();
    }

    private static boolean sends(Schedule schedule) {
        return schedule.job().equals(Jobs.SEND);
    }

    private static Instant startOf(LocalDate day) {
        return VietnamTime.at(day, LocalTime.MIDNIGHT);
    }
}
