package vn.dondoc.app;

import vn.dondoc.schedules.HeldException;

/** A job is held because the clock has leapt: its message says, in Vietnamese, from when to when and what to do. */
final class ClockLeapException extends HeldException {
    private static final long serialVersionUID = 1L;

    ClockLeapException(String message) {
        super(message);
    }
}
