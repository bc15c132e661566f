package vn.dondoc.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import vn.dondoc.findings.State;
import vn.dondoc.outbox.LetterState;
import vn.dondoc.outbox.Standstill;
import vn.dondoc.store.OutboxStore;
import vn.dondoc.store.Vitals;
import vn.dondoc.store.Vitals.Runs;

/** The figures of a home in Prometheus' text format, version 0.0.4; ages in seconds, moments in seconds since 1970. */
final class Metrics {
    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final StringBuilder text = new StringBuilder();

    private Metrics() {}

    static String of(Vitals vitals, OutboxStore outbox, Instant now) {
        Metrics metrics = new Metrics();
        metrics.letters(vitals, outbox, now);
        metrics.findings(vitals.findings());
        metrics.lastMorning(vitals);
        metrics.runs(vitals);
        return metrics.text.toString();
    }

    private void letters(Vitals vitals, OutboxStore outbox, Instant now) {
        head("dondoc_letters", "gauge", "Letters in each state.");
        Map<LetterState, Integer> counts = outbox.countByState();
        for (LetterState state : LetterState.values()) {
            line("dondoc_letters", "state", state.code(), counts.getOrDefault(state, 0));
        }
        head(
                "dondoc_oldest_waiting_letter_seconds",
                "gauge",
                "Age of the letter that has waited longest; 0 without any.");
        line(
                "dondoc_oldest_waiting_letter_seconds",
                age(vitals.oldest(LetterState.QUEUED).orElse(now), now));
        head(
                "dondoc_mail_standstill_seconds",
                "gauge",
                "For how long letters are tried and none goes out; 0 while they do.");
        line(
                "dondoc_mail_standstill_seconds",
                age(outbox.standstill().map(Standstill::since).orElse(now), now));
    }

    private static long age(Instant since, Instant now) {
        return Math.max(0, Duration.between(since, now).toSeconds());
    }

    private void findings(Map<State, Long> counts) {
        head("dondoc_findings", "gauge", "Open findings in each state, as of the last check.");
        for (State state : State.values()) {
            line("dondoc_findings", "state", state.name().toLowerCase(Locale.ROOT), counts.getOrDefault(state, 0L));
        }
    }

    private void lastMorning(Vitals vitals) {
        vitals.lastMorningAt().ifPresent(at -> {
            head("dondoc_last_morning_check_timestamp_seconds", "gauge", "When the last morning check was made.");
            line("dondoc_last_morning_check_timestamp_seconds", at.getEpochSecond());
        });
    }

    private void runs(Vitals vitals) {
        head("dondoc_job_runs_total", "counter", "Runs of each job by outcome.");
        for (Runs runs : vitals.runs()) {
            line("dondoc_job_runs_total", labels(runs), runs.count());
        }
        head("dondoc_job_last_run_timestamp_seconds", "gauge", "When the last run of each job and outcome began.");
        for (Runs runs : vitals.runs()) {
            line(
                    "dondoc_job_last_run_timestamp_seconds",
                    labels(runs),
                    runs.last().getEpochSecond());
        }
    }

    private static String labels(Runs runs) {
        return "job=\"" + escaped(runs.job()) + "\",outcome=\"" + escaped(runs.outcome()) + "\"";
    }

    private void head(String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private void line(String name, long value) {
        text.append(name).append(' ').append(value).append('\n');
    }

    private void line(String name, String label, String labelled, long value) {
        line(name, label + "=\"" + escaped(labelled) + "\"", value);
    }

    private void line(String name, String labels, long value) {
        text.append(name).append('{').append(labels).append("} ").append(value).append('\n');
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
