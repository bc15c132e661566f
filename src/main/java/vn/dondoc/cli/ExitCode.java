package vn.dondoc.cli;

/** What the program's exit says to scripts. */
final class ExitCode {
    static final int FINE = 0;
    /** The answer is "something is wrong": violations, refused rows, faulty rules. */
    static final int FOUND_SOMETHING = 1;

    static final int USAGE_OR_CONFIGURATION = 2;
    static final int INTERNAL = 3;

    private ExitCode() {}
}
