package vn.dondoc.web.console.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.dondoc.flow.Entered;
import vn.dondoc.reading.Problem;

/** A folder of settings that administrators edit as text, checked by the reader that the program itself uses. */
public interface SettingsFiles {

    /** The names of its files. */
    List<String> names();

    /** A file as it is now; empty when there is none. */
    Optional<String> text(String name);

    /** Every mistake that the folder would have with that text in it. */
    List<Problem> check(String name, String text);

    /**
     * Puts a text in the place of a file; one with a mistake is refused.
     *
     * @param seen the mark of the file that the writer had before him; empty for a file that is new
     */
    Entered<String> write(String name, String seen, String text, String author, Instant at);

    /** By which a form tells the file that it shows from one that was saved meanwhile; empty when there is none. */
    String markOf(String name);
}
