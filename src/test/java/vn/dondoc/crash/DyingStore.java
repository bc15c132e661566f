package vn.dondoc.crash;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/** Kills its own process, as {@code kill -9} does, at the n-th statement of a kind: before it or after it. */
final class DyingStore implements SqlLogger {
    private final boolean before;
    private final Pattern statement;
    private final AtomicInteger left;

    private DyingStore(boolean before, Pattern statement, int which) {
        this.before = before;
        this.statement = statement;
        this.left = new AtomicInteger(which);
    }

    /** @param point "before|after n pattern" */
    static void install(Jdbi jdbi, String point) {
        String[] parts = point.split(" ", 3);
        jdbi.setSqlLogger(new DyingStore(
                parts[0].equals("before"),
                Pattern.compile(parts[2], Pattern.CASE_INSENSITIVE),
                Integer.parseInt(parts[1])));
    }

    @Override
    public void logBeforeExecution(StatementContext context) {
        if (before) {
            dieAt(context);
        }
    }

    @Override
    public void logAfterExecution(StatementContext context) {
        if (!before) {
            dieAt(context);
        }
    }

    private void dieAt(StatementContext context) {
        if (statement.matcher(context.getRawSql()).find() && left.decrementAndGet() == 0) {
            try {
                new ProcessBuilder(
                                "kill",
                                "-9",
                                Long.toString(ProcessHandle.current().pid()))
                        .start()
                        .waitFor();
            } catch (IOException | InterruptedException impossible) {
                throw new AssertionError(impossible);
            }
        }
    }
}
