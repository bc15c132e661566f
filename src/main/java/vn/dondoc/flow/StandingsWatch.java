package vn.dondoc.flow;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.facts.Agency;
import vn.dondoc.findings.Finding;
import vn.dondoc.notices.Judged;
import vn.dondoc.notices.Standing;
import vn.dondoc.rules.RuleBook;
import vn.dondoc.store.FindingHistory;
import vn.dondoc.store.News;

/**
 * Keeps at hand where every unit stands, so that no page has to judge a country. Looks every few seconds what came in, from
 * whatever process or node, and judges those units anew; all of them, a chunk at a time, when it begins, at midnight and when
 * other rules come into force.
 */
public final class StandingsWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StandingsWatch.class);
    private static final int UNITS_AT_ONCE = 100;
    private static final int WEEKS = 12;
    private static final int SECONDS_BETWEEN_LOOKS = 2;

    private final Assessor assessor;
    private final News news;
    private final FindingHistory history;
    private final Clock clock;
    private final ScheduledExecutorService worker;
    private final Map<Row, Row> shared = new HashMap<>();
    private final Map<EndOfWeek, Trend.Week> weeks = new HashMap<>();
    private News.Mark read = News.Mark.NOTHING;
    private Set<String> unread = Set.of();
    private volatile @Nullable Standings latest;
    private volatile boolean closed;

    /** What the standings of the end of a week depend on. */
    private record EndOfWeek(LocalDate day, String rulesVersion, String known) {}

    public StandingsWatch(Assessor assessor, News news, FindingHistory history, Clock clock) {
        this.assessor = assessor;
        this.news = news;
        this.history = history;
        this.clock = clock;
        this.worker = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "standings");
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            return thread;
        });
    }

    /** Begins to look, after a while: judging everything takes a core from what starts beside it. */
    public StandingsWatch start() {
        var unused = worker.scheduleWithFixedDelay(
                this::lookAndGoOn, SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
        return this;
    }

    /** The newest there are; empty while the first are being made. */
    public Optional<Standings> latest() {
        return Optional.ofNullable(latest);
    }

    @Override
    public void close() {
        closed = true;
        worker.shutdownNow();
        try {
            // what is being read has to end before its database is closed
            var unused = worker.awaitTermination(SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookAndGoOn() {
        try {
            look();
        } catch (RuntimeException failure) {
            if (!closed) {
                LOG.warn("standings could not be refreshed; the next look tries again", failure);
            }
        }
    }

    /** Takes up what came in; done when it returns. */
    public synchronized void look() {
        // the mark first: what comes in between is then read twice, not never
        News.Mark mark = news.mark();
        Instant now = clock.instant();
        Set<String> later = news.unitsAheadOf(now);
        Standings known = latest;
        if (known == null || isOutOfDate(known, now)) {
            latest = everything(now).with(history.since(VietnamTime.dayOf(now).minusWeeks(1), Optional.empty()));
            read = mark;
            unread = later;
            rememberWeeks(now);
            return;
        }
        Standings next = known;
        Set<String> units = new HashSet<>(unread);
        units.removeAll(later);
        units.addAll(news.unitsSince(read));
        if (!units.isEmpty()) {
            next = next.with(now, judged(units, next.rules(), now));
        }
        if (mark.change() != read.change()) {
            next = next.with(next.week().and(history.since(read.change())));
        }
        if (next != known) {
            latest = next;
        }
        read = mark;
        unread = later;
    }

    private boolean isOutOfDate(Standings known, Instant now) {
        return !known.day().equals(VietnamTime.dayOf(now))
                || !known.rules().version().equals(assessor.rulesVersionAt(now));
    }

    private Standings everything(Instant now) {
        LocalDate day = VietnamTime.dayOf(now);
        RuleBook rules = assessor.rulesAt(now);
        shared.clear();
        Map<String, UnitStanding> units = new LinkedHashMap<>();
        for (List<String> chunk : chunks(rules.registry().on(day))) {
            judged(Set.copyOf(chunk), rules, now)
                    .forEach(unit -> units.put(unit.unit().id(), unit));
        }
        Map<String, UnitStanding> ordered = new LinkedHashMap<>();
        rules.registry().on(day).forEach(unit -> ordered.put(unit.id(), units.get(unit.id())));
        return new Standings(now, day, rules, ordered, Trend.NOT_YET, FindingHistory.Lately.NOTHING);
    }

    private List<List<String>> chunks(List<Agency> units) {
        List<List<String>> chunks = new ArrayList<>();
        for (int from = 0; from < units.size() && !closed; from += UNITS_AT_ONCE) {
            chunks.add(units.subList(from, Math.min(units.size(), from + UNITS_AT_ONCE)).stream()
                    .map(Agency::id)
                    .toList());
        }
        return chunks;
    }

    /** Those that exist on the day, one without any duty too. */
    private List<UnitStanding> judged(Set<String> units, RuleBook rules, Instant now) {
        refuseWhenClosed();
        LocalDate day = VietnamTime.dayOf(now);
        List<UnitStanding> standings = new ArrayList<>();
        Assessment assessment = assessor.at(now, Judged.only(units));
        Map<String, List<Row>> rows = assessment.findings().stream()
                .collect(Collectors.groupingBy(
                        finding -> finding.key().agency(), Collectors.mapping(this::shared, Collectors.toList())));
        for (String id : units) {
            rules.registry().find(id, day).ifPresent(unit -> {
                List<Row> owed = rows.getOrDefault(id, List.of());
                standings.add(
                        UnitStanding.of(unit, owed, assessment.lastReports().get(id)));
            });
        }
        return standings;
    }

    private Row shared(Finding finding) {
        Row row = Row.of(finding);
        Row known = shared.putIfAbsent(row, row);
        return known == null ? row : known;
    }

    /** The ends of weeks do not change with the day, so only one of them is new on a Monday. */
    private void rememberWeeks(Instant now) {
        List<Trend.Week> trend = new ArrayList<>();
        LocalDate sunday = VietnamTime.dayOf(now).with(TemporalAdjusters.previous(DayOfWeek.SUNDAY));
        Map<EndOfWeek, Trend.Week> kept = new HashMap<>();
        for (int back = WEEKS - 1; back >= 0; back--) {
            LocalDate day = sunday.minusWeeks(back);
            Instant then = VietnamTime.at(day.plusDays(1), java.time.LocalTime.MIDNIGHT)
                    .minusMillis(1);
            if (assessor.rulesAt(now).plan().isOpenOn(day) && assessor.isOnePlan(then, now)) {
                EndOfWeek key = new EndOfWeek(day, assessor.rulesVersionAt(then), assessor.markOfKnownAt(then));
                Trend.Week week = weeks.get(key);
                kept.put(key, week == null ? weekOf(day, then) : week);
                trend.add(kept.get(key));
            }
        }
        weeks.clear();
        weeks.putAll(kept);
        Standings current = latest;
        if (current != null) {
            latest = current.with(new Trend(trend, true));
        }
    }

    private Trend.Week weekOf(LocalDate day, Instant then) {
        Map<String, Trend.Share> shares = new HashMap<>();
        RuleBook rules = assessor.rulesAt(then);
        for (List<String> chunk : chunks(rules.registry().on(day))) {
            refuseWhenClosed();
            assessor.at(then, Judged.only(Set.copyOf(chunk))).binding().stream()
                    .collect(Collectors.groupingBy(
                            finding -> finding.key().agency(), Collectors.mapping(Finding::state, Collectors.toList())))
                    .forEach((unit, states) -> {
                        Standing standing = Standing.of(day, states);
                        shares.put(unit, new Trend.Share((int) standing.met(), (int) standing.judged()));
                    });
        }
        return new Trend.Week(day, shares);
    }

    private void refuseWhenClosed() {
        if (closed) {
            throw new IllegalStateException("closed");
        }
    }
}
