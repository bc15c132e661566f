package vn.dondoc.config;

import java.util.List;

/**
 * Who gets the letters that go to no unit.
 *
 * @param leaders get the weekly digest and what is reported upwards
 * @param administrators hear of faulty files and of letters that cannot be sent
 */
public record Recipients(List<Recipient> leaders, List<Recipient> administrators) {

    public Recipients {
        leaders = List.copyOf(leaders);
        administrators = List.copyOf(administrators);
    }

    /**
     * One of them, by office and never by name.
     *
     * @param field what tells apart those of the same title; may be empty
     */
    public record Recipient(String title, String field, String address) {}
}
