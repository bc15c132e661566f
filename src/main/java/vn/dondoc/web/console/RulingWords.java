package vn.dondoc.web.console;

import java.time.LocalDate;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.facts.Ruling;

/** What Sở Nội vụ said of a report, for readers. */
public final class RulingWords {
    private RulingWords() {}

    /** "Trả lại ngày 10/10/2017: thiếu chữ ký; gửi lại chậm nhất ngày 20/10/2017." */
    public static String ofReturn(Ruling returned, Words words) {
        LocalDate again = returned.newDate();
        String day = words.day(VietnamTime.dayOf(returned.at()));
        return words.of("Trả lại ngày ", "Returned on ") + day + ": " + returned.reason()
                + (again == null
                        ? "."
                        : words.of("; gửi lại chậm nhất ngày ", "; to be reported again by ") + words.day(again) + ".");
    }
}
