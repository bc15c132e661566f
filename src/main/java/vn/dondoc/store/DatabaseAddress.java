package vn.dondoc.store;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where a home keeps its records. */
public sealed interface DatabaseAddress {

    /** Whether there may be records: a file that was never made has none. */
    boolean exists();

    /** In words for a reader of messages; never with a password. */
    String inWords();

    /** The file of a home that one machine is enough for. */
    record SqliteFile(Path file) implements DatabaseAddress {
        @Override
        public boolean exists() {
            return Files.exists(file);
        }

        @Override
        public String inWords() {
            return file.toString();
        }
    }

    /**
     * The server that several nodes share.
     *
     * @param url {@code jdbc:postgresql://…}, without user and password
     * @param user empty for the account that runs the program
     */
    record PostgresServer(String url, String user, String password) implements DatabaseAddress {
        public static final String SCHEME = "jdbc:postgresql://";

        @Override
        public boolean exists() {
            return true;
        }

        @Override
        public String inWords() {
            return url;
        }

        @Override
        public String toString() {
            return url + " (" + user + ", ********)";
        }
    }
}
