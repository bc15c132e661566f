package vn.dondoc;

import vn.dondoc.cli.DondocCommand;

/** The program's entry: everything is said on the command line. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(DondocCommand.run(arguments));
    }
}
