package vn.dondoc.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import vn.dondoc.facts.Registry;
import vn.dondoc.reading.Nearest;

/** Answers a unit that the registry does not know. */
final class UnknownAgency {
    private UnknownAgency() {}

    static void refuse(CommandSpec spec, Registry registry, @Nullable String agency) {
        if (agency != null && registry.latest(agency).isEmpty()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "Không có đơn vị “" + agency + "”; " + Nearest.hint(agency, registry.ids()));
        }
    }
}
