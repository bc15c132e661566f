package vn.dondoc.cli;

import java.util.ListResourceBundle;
import picocli.CommandLine;

/** What picocli itself says in a command's help, in the office's language. */
public final class HelpWords extends ListResourceBundle {

    @Override
    protected Object[][] getContents() {
        return new Object[][] {
            {"usage.synopsisHeading", "Cách dùng: "},
            {"usage.commandListHeading", "Các lệnh:%n"},
            {"mixinStandardHelpOptions.help", "Hiện hướng dẫn này."},
            {"mixinStandardHelpOptions.version", "Hiện phiên bản của chương trình."}
        };
    }

    /** Puts them into a command and those below it. */
    static void setOn(CommandLine command) {
        command.setResourceBundle(new HelpWords());
        label(command);
    }

    private static void label(CommandLine command) {
        command.getCommandSpec().usageMessage().synopsisSubcommandLabel("[LỆNH]");
        command.getSubcommands().values().forEach(HelpWords::label);
    }
}
