package vn.dondoc.app;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The jobs that {@code schedules/} and {@code dondoc run} may name; each says in words what it did. */
public final class Jobs {
    public static final String MORNING_CHECK = "morning-check";
    public static final String SEND = "send";
    public static final String WEEKLY_DIGEST = "weekly-digest";
    public static final String BACKUP = "backup";

    public static final String REPLIES = "replies";

    /** Without a schedule for these nobody is told anything, and nobody would notice. */
    static final Set<String> NEEDED = Set.of(MORNING_CHECK, SEND);

    /** Those that a rehearsal leaves out: they would take from the outside what it only plays. */
    public static final Set<String> REACHING_OUTSIDE = Set.of(BACKUP, REPLIES);

    /** Those that go by the rules, and first take up what administrators edited. */
    private static final Set<String> JUDGING = Set.of(MORNING_CHECK, WEEKLY_DIGEST);

    static final Set<String> NAMES = Set.of(MORNING_CHECK, SEND, WEEKLY_DIGEST, BACKUP, REPLIES);

    private final Map<String, Function<Clock, String>> byName = new LinkedHashMap<>();

    private final Dondoc dondoc;
    private final Routine routine;

    Jobs(Dondoc dondoc) {
        this.dondoc = dondoc;
        this.routine = dondoc.routine();
        DeadManPing ping =
                new DeadManPing(dondoc.settings().configuration().monitoring().pingUrl());
        byName.put(MORNING_CHECK, clock -> {
            String said = routine.morningCheck(clock.instant());
            ping.call();
            return said;
        });
        byName.put(SEND, routine::send);
        byName.put(WEEKLY_DIGEST, clock -> routine.weeklyDigest(clock.instant()));
        byName.put(BACKUP, clock -> routine.backUp(clock.instant()));
        byName.put(REPLIES, clock -> routine.takeReplies(clock.instant()));
    }

    public Set<String> names() {
        return byName.keySet();
    }

    /**
     * The same where nobody waits for the answer: a failure is told to the administrators, too, and after a leap of the
     * clock all is held but the letters that wait already.
     *
     * @throws ClockLeapException when it is held
     */
    String runUnwatched(String name, Clock clock) {
        if (!name.equals(SEND)) {
            dondoc.clockWatch().refuseLeap(name, clock.instant());
        }
        try {
            return run(name, clock);
        } catch (RuntimeException | Error failure) {
            routine.tellFailure(name, failure, clock.instant());
            throw failure;
        }
    }

    /**
     * Runs a job as of another moment than now. An edit that it takes up comes in force now all the same: no rules are ever
     * published ahead, nor for days that others hold for already.
     *
     * @param clock stands at the other moment
     */
    public String runAsOf(String name, Clock clock, Instant now) {
        if (JUDGING.contains(name)) {
            routine.takeUpRules(dondoc.rules().soonest(clock.instant(), now));
        }
        return run(name, clock);
    }

    /**
     * Runs a job and says in Vietnamese what came of it.
     *
     * @param clock goes on while letters are sent, since their leases run out; fixed for another moment than now
     */
    public String run(String name, Clock clock) {
        Function<Clock, String> job = byName.get(name);
        if (job == null) {
            throw new IllegalArgumentException("no job " + name);
        }
        return job.apply(clock);
    }
}
