package vn.dondoc.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code dondoc exempt}: a duty that Sở Nội vụ does not ask of a unit, by a document. */
@Command(name = "exempt", mixinStandardHelpOptions = true, description = "Ghi miễn một nhiệm vụ theo văn bản.")
final class ExemptCommand implements Callable<Integer> {
    @ParentCommand
    private DondocCommand dondoc;

    @Spec
    private CommandSpec spec;

    @Mixin
    private final GrantingDocument granting = new GrantingDocument();

    @Override
    public Integer call() {
        return granting.enter(spec, dondoc.open(), dondoc.clock(), null);
    }
}
