package vn.dondoc.web.console;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;
import vn.dondoc.flow.Row;
import vn.dondoc.people.Role;
import vn.dondoc.reading.VietnameseDate;

/** The language of a visit: each text stands once in Vietnamese and once in English, side by side where it is used. */
public record Words(boolean english) {
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    /** One of the two. */
    public String of(String vietnamese, String inEnglish) {
        return english ? inEnglish : vietnamese;
    }

    public String language() {
        return english ? "en" : "vi";
    }

    public String of(State state) {
        return english ? EnglishStates.of(state) : state.words();
    }

    /** The state as readers are told it: past an assumed date a mark was passed, which is no breach. */
    public String stateOf(Finding finding) {
        if (!english) {
            return finding.stateInWords();
        }
        return finding.state() == State.OVERDUE && finding.assumed() ? "past the mark" : of(finding.state());
    }

    /** The same of what stands for a finding in lists. */
    public String stateOf(Row row) {
        if (row.isPastMark()) {
            return of("quá mốc theo dõi", "past the mark");
        }
        return row.state() == State.DUE_SOON && row.due() == null && !english ? "lâu chưa hoàn thành" : of(row.state());
    }

    public String of(Role role) {
        return english ? role.english() : role.words();
    }

    /** 31/12/2017, in both languages: who reads here works with Vietnamese papers. */
    public String day(LocalDate day) {
        return VietnameseDate.write(day);
    }

    /** 18/12/2017 07:30, Vietnam's time. */
    public String moment(Instant at) {
        var there = at.atZone(VietnamTime.ZONE);
        return VietnameseDate.write(there.toLocalDate())
                + String.format(" %02d:%02d", there.getHour(), there.getMinute());
    }

    /** 1.234 */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(english ? Locale.ENGLISH : VIETNAMESE)
                .format(number);
    }

    /** 86,4% of a whole; an en dash where the whole is nothing. */
    public String share(long part, long whole) {
        if (whole == 0) {
            return "–";
        }
        NumberFormat format = NumberFormat.getNumberInstance(english ? Locale.ENGLISH : VIETNAMESE);
        format.setMaximumFractionDigits(1);
        format.setMinimumFractionDigits(1);
        return format.format(100.0 * part / whole) + "%";
    }
}
