package vn.dondoc.store;

/** A file that is no database, or is damaged so that it cannot be read. */
public final class UnreadableFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableFileException(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
