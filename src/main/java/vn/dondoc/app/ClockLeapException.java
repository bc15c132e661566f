package vn.dondoc.app;

/** A job is held because the clock has leapt: its message says, in Vietnamese, from when to when and what to do. */
final class ClockLeapException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ClockLeapException(String message) {
        super(message);
    }
}
