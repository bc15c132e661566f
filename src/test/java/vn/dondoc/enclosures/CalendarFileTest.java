package vn.dondoc.enclosures;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.enclosures.Findings.DAY;
import static vn.dondoc.enclosures.Findings.finding;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TimeZone;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;
import vn.dondoc.notices.DueCalendar;
import vn.dondoc.outbox.Attachment;

/** The file as a calendar program of another make reads it. */
class CalendarFileTest {
    private static final String SENDER = "nhac-viec@quangngai.example";
    private static final Instant MOMENT = Instant.parse("2017-12-18T00:30:00.123Z");
    private static final LocalDate DUE = LocalDate.of(2018, 1, 2);
    private static final String TEXT =
            "Báo cáo kết quả thực hiện Kế hoạch; gồm chỉ số PAR INDEX, PAPI và kiến nghị ở xã, phường, thị trấn, huyện đảo";

    @Test
    void another_program_reads_the_date_and_the_words() throws Exception {
        DueCalendar calendar = next(List.of(), finding("III.1-04", TEXT, DUE, false, State.AT_RISK));
        Attachment file = CalendarFile.of(calendar, SENDER, MOMENT);

        assertThat(file.name()).isEqualTo("han-so-noi-vu.ics");
        assertThat(file.mediaType()).isEqualTo("text/calendar; charset=UTF-8; method=PUBLISH");
        Calendar read = read(file);
        assertThat(read.validate().hasErrors()).isFalse();
        assertThat(value(read, "METHOD")).isEqualTo("PUBLISH");
        assertThat(value(read, "VERSION")).isEqualTo("2.0");
        VEvent event = event(read);
        assertThat(value(event, "UID")).isEqualTo("so-noi-vu_III.1-04_2017@quangngai.example");
        assertThat(value(event, "DTSTART")).isEqualTo("20180102");
        assertThat(value(event, "DTEND")).isEqualTo("20180103");
        assertThat(value(event, "DTSTAMP")).isEqualTo("20171218T003000Z");
        assertThat(value(event, "SUMMARY")).isEqualTo("Hạn: " + TEXT);
        assertThat(value(event, "DESCRIPTION"))
                .isEqualTo("mục III.1, năm 2017: “triển khai kết nối, liên thông hệ thống quản lý văn bản; ở tất cả các"
                        + " cơ quan nhà nước”");
        assertThat(value(event, "STATUS")).isEqualTo("CONFIRMED");
        assertThat(value(event, "TRANSP")).isEqualTo("TRANSPARENT");
        assertThat(value(event, "SEQUENCE")).isEqualTo("0");
        assertThat(value(event, "ORGANIZER")).isEqualTo("mailto:" + SENDER);
        VAlarm alarm = event.getAlarms().get(0);
        assertThat(alarm.getRequiredProperty("TRIGGER").getValue()).isEqualTo("-P3D");
        assertThat(alarm.getRequiredProperty("ACTION").getValue()).isEqualTo("DISPLAY");
    }

    @Test
    void an_assumed_date_says_so() throws Exception {
        VEvent event = event(read(CalendarFile.of(
                next(List.of(), finding("III.1-04", "Báo cáo", DUE, true, State.AT_RISK)), SENDER, MOMENT)));
        assertThat(value(event, "SUMMARY")).isEqualTo("Mốc theo dõi (giả định): Báo cáo");
        assertThat(value(event, "DESCRIPTION")).endsWith("\nNgày giả định: Quyết định không ấn định thời hạn.");
    }

    @Test
    void a_change_and_a_cancellation_go_by_the_same_uid() throws Exception {
        DueCalendar first = next(List.of(), finding("III.1-04", TEXT, DUE, false, State.AT_RISK));
        DueCalendar moved = next(first.entries(), finding("III.1-04", TEXT, DUE.plusDays(7), false, State.AT_RISK));
        DueCalendar closed = next(moved.entries(), finding("III.1-04", TEXT, DUE.plusDays(7), false, State.MET));

        VEvent update = event(read(CalendarFile.of(moved, SENDER, MOMENT)));
        assertThat(value(update, "SEQUENCE")).isEqualTo("1");
        assertThat(value(update, "DTSTART")).isEqualTo("20180109");
        VEvent cancellation = event(read(CalendarFile.of(closed, SENDER, MOMENT)));
        assertThat(value(cancellation, "UID")).isEqualTo(value(update, "UID"));
        assertThat(value(cancellation, "SEQUENCE")).isEqualTo("2");
        assertThat(value(cancellation, "STATUS")).isEqualTo("CANCELLED");
        assertThat(cancellation.getAlarms()).isEmpty();
    }

    @Test
    void lines_have_at_most_75_octets_and_break_no_letter() {
        String raw = text(CalendarFile.of(
                next(List.of(), finding("III.1-04", "ỗ😀".repeat(60), DUE, false, State.AT_RISK)), SENDER, MOMENT));
        assertThat(raw.split("\r\n")).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(raw.replace("\r\n", ""))
                .doesNotContain("\n")
                .doesNotContain("\r")
                .doesNotContain("\ufffd");
        assertThat(raw.replace("\r\n ", "")).contains("ỗ😀".repeat(60));
    }

    @Test
    void no_line_of_the_calendar_can_come_from_a_duty() throws Exception {
        String attack = "x\r\nEND:VEVENT\r\nATTENDEE:mailto:spy@evil.example";
        VEvent event = event(read(CalendarFile.of(
                next(List.of(), finding("III.1-04", attack, DUE, false, State.AT_RISK)), SENDER, MOMENT)));
        assertThat(event.getProperty("ATTENDEE")).isEmpty();
        assertThat(value(event, "SUMMARY")).isEqualTo("Hạn: x END:VEVENT ATTENDEE:mailto:spy@evil.example");
    }

    @Test
    void the_same_calendar_gives_the_same_bytes_wherever_the_machine_stands() {
        DueCalendar calendar = next(
                List.of(),
                finding("III.1-04", TEXT, DUE, false, State.AT_RISK),
                finding("II.1.c-02", TEXT, DAY, true, State.DUE_SOON));
        byte[] here = CalendarFile.of(calendar, SENDER, MOMENT).content();
        TimeZone own = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(CalendarFile.of(calendar, SENDER, MOMENT).content()).isEqualTo(here);
        } finally {
            TimeZone.setDefault(own);
        }
    }

    private static DueCalendar next(List<DueCalendar.Entry> previous, Finding... findings) {
        return DueCalendar.next("so-noi-vu", previous, List.of(findings), DAY, SENDER);
    }

    private static Calendar read(Attachment file) throws Exception {
        return new CalendarBuilder().build(new ByteArrayInputStream(file.content()));
    }

    private static VEvent event(Calendar calendar) {
        assertThat(calendar.getComponents(Component.VEVENT)).hasSize(1);
        return (VEvent) calendar.getComponents(Component.VEVENT).get(0);
    }

    private static String value(net.fortuna.ical4j.model.PropertyContainer of, String property) {
        return of.getRequiredProperty(property).getValue();
    }

    private static String text(Attachment file) {
        return new String(file.content(), StandardCharsets.UTF_8);
    }
}
