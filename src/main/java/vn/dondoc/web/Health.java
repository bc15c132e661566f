package vn.dondoc.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.flow.MailTroubles;
import vn.dondoc.outbox.LetterState;
import vn.dondoc.outbox.Standstill;
import vn.dondoc.store.OutboxStore;
import vn.dondoc.store.Vitals;

/**
 * Whether the program works, for a machine that asks.
 *
 * @param ready the database answers, no morning is missing, and letters go out, or have stood still for less than
 *     {@link MailTroubles#PATIENCE}
 * @param answer every key present, moments in UTC
 */
record Health(boolean ready, Map<String, Object> answer) {

    /** @param expectedMorning the day that has to have been checked by a moment */
    static Health of(Vitals vitals, OutboxStore outbox, Function<Instant, LocalDate> expectedMorning, Instant now) {
        Optional<LocalDate> lastMorning = vitals.lastMorning();
        boolean mornings = lastMorning
                .filter(last -> last.isBefore(expectedMorning.apply(now)) || last.isAfter(VietnamTime.dayOf(now)))
                .isEmpty();
        Optional<Standstill> standstill = outbox.standstill();
        boolean mail = standstill
                .filter(still -> !now.isBefore(still.since().plus(MailTroubles.PATIENCE)))
                .isEmpty();
        Optional<Instant> oldest = vitals.oldest(LetterState.QUEUED);
        Map<String, Object> answer = answer(mornings && mail, true);
        answer.put("lastMorningCheck", lastMorning.map(LocalDate::toString).orElse(null));
        answer.put("morningChecksComplete", mornings);
        answer.put("lettersWaiting", outbox.countByState().getOrDefault(LetterState.QUEUED, 0));
        answer.put(
                "oldestWaitingSeconds",
                oldest.map(since -> Math.max(0, Duration.between(since, now).toSeconds()))
                        .orElse(0L));
        answer.put(
                "mailStandsStillSince",
                standstill.map(still -> still.since().toString()).orElse(null));
        return new Health(mornings && mail, answer);
    }

    static Health withoutDatabase() {
        return new Health(false, answer(false, false));
    }

    private static Map<String, Object> answer(boolean ready, boolean database) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("live", true);
        answer.put("ready", ready);
        answer.put("database", database);
        return answer;
    }
}
