package vn.dondoc.schedules;

/** A run that is held for now and has to be caught up once it is not: no failure. Its message says why, in Vietnamese. */
public class HeldException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    protected HeldException(String message) {
        super(message);
    }
}
