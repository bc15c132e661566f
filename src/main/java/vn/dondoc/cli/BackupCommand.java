package vn.dondoc.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.dondoc.app.Jobs;

/** {@code dondoc backup}: puts a copy of everything aside now; what {@code schedules/backup.yaml} does every evening. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Sao lưu ngay, kể cả khi dondoc serve đang chạy.")
final class BackupCommand implements Callable<Integer> {
    @ParentCommand
    private DondocCommand dondoc;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().println(dondoc.open().jobs().run(Jobs.BACKUP, dondoc.clock()));
        return ExitCode.FINE;
    }
}
