package vn.dondoc.cli;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code dondoc extend}: a later date that Sở Nội vụ granted by a document. */
@Command(name = "extend", mixinStandardHelpOptions = true, description = "Ghi gia hạn một nhiệm vụ theo văn bản.")
final class ExtendCommand implements Callable<Integer> {
    @ParentCommand
    private DondocCommand dondoc;

    @Spec
    private CommandSpec spec;

    @Mixin
    private final GrantingDocument granting = new GrantingDocument();

    @Option(names = "--to", paramLabel = "NGÀY", required = true, description = "Ngày cuối của hạn mới.")
    private LocalDate to;

    @Override
    public Integer call() {
        return granting.enter(spec, dondoc.open(), dondoc.clock(), to);
    }
}
