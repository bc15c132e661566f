package vn.dondoc.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.dondoc.app.Daemon;

/** {@code dondoc serve}: runs until it is told to stop. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Chạy thường trực: kiểm tra, gửi thư theo lịch.")
final class ServeCommand implements Callable<Integer> {
    @ParentCommand
    private DondocCommand dondoc;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Daemon daemon = Daemon.start(dondoc.openToLook(), dondoc.clock());
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            daemon.stop();
                            stopped.countDown();
                        },
                        "stop"));
        spec.commandLine()
                .getErr()
                .println("Đôn Đốc đang chạy tại " + dondoc.home().folder() + "; dừng bằng Ctrl+C.");
        daemon.told().forEach(spec.commandLine().getErr()::println);
        stopped.await();
        return ExitCode.FINE;
    }
}
