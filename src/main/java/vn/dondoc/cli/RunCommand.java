package vn.dondoc.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.dondoc.app.Dondoc;
import vn.dondoc.app.Jobs;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.config.MailConfiguration.Transport;
import vn.dondoc.reading.Nearest;

/** {@code dondoc run}: one job now, or as of an instant. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Chạy một việc của schedules ngay, hoặc như vào một lúc.")
final class RunCommand implements Callable<Integer> {
    @ParentCommand
    private DondocCommand dondoc;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "VIỆC", description = "morning-check, send, weekly-digest, backup, replies")
    private String job;

    @Option(
            names = "--at",
            paramLabel = "LÚC",
            description = "Ví dụ 2017-12-18T07:00 (giờ Việt Nam). Mặc định: bây giờ.")
    private @Nullable String at;

    @Option(
            names = "--yes",
            description =
                    "Xác nhận, khi thư gửi thật qua SMTP, cho một ngày khác hôm nay hoặc sau khi nghỉ quá 35 ngày.")
    private boolean yes;

    @Override
    public Integer call() {
        Clock clock = at == null ? dondoc.clock() : Clock.fixed(Moment.of(spec, at), VietnamTime.ZONE);
        Dondoc open = dondoc.open();
        Jobs jobs = open.jobs();
        if (!jobs.names().contains(job)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "Không có việc “" + job + "”; " + Nearest.hint(job, jobs.names()));
        }
        boolean otherDay = !VietnamTime.dayOf(clock.instant()).equals(dondoc.today());
        if (otherDay && !yes && mailsForReal(open)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "Thư đang gửi thật qua SMTP; chạy cho ngày khác hôm nay phải thêm --yes.");
        }
        if (!yes && job.equals(Jobs.MORNING_CHECK) && mailsForReal(open)) {
            open.clockWatch().leap(clock.instant()).ifPresent(leap -> {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), leap + "; nếu đồng hồ đúng, chạy lại với --yes.");
            });
        }
        if (yes && at == null && job.equals(Jobs.MORNING_CHECK)) {
            open.clockWatch().confirm(clock.instant());
        }
        String said = at == null
                ? jobs.run(job, clock)
                : jobs.runAsOf(job, clock, dondoc.clock().instant());
        spec.commandLine().getOut().println(said);
        return ExitCode.FINE;
    }

    private static boolean mailsForReal(Dondoc open) {
        return open.settings().configuration().mail().transport() == Transport.SMTP;
    }
}
