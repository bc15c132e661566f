package vn.dondoc;

import java.util.List;
import vn.dondoc.cli.DondocCommand;
import vn.dondoc.logs.LogConfiguration;

/** The program's entry: everything is said on the command line. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        if (!List.of(arguments).contains("serve")) {
            LogConfiguration.leaveOutWhatGoesWell();
        }
        System.exit(DondocCommand.run(arguments));
    }
}
