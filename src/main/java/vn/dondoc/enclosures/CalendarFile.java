package vn.dondoc.enclosures;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.parameter.Related;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.DateTimeStamp;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import biweekly.property.Transparency;
import biweekly.property.Trigger;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import vn.dondoc.notices.DueCalendar;
import vn.dondoc.outbox.Attachment;
import vn.dondoc.reading.VietnameseText;

/**
 * A unit's due dates as an iCalendar file (RFC 5545) that Outlook and Google take: all-day events that leave the day free,
 * with a reminder three days before.
 */
public final class CalendarFile {
    private static final String MEDIA_TYPE = "text/calendar; charset=UTF-8; method=PUBLISH";
    private static final String PRODUCT = "-//Don Doc//Han nhiem vu//VI";
    private static final int REMINDER_DAYS = 3;

    private CalendarFile() {}

    /**
     * The file {@code han-<agency>.ics}.
     *
     * @param senderAddress whose calendar it is
     * @param moment of the letter: the same calendar and moment give the same bytes
     */
    public static Attachment of(DueCalendar calendar, String senderAddress, Instant moment) {
        ICalendar file = new ICalendar();
        file.setProductId(PRODUCT);
        file.setMethod(Method.publish());
        calendar.shown().forEach(entry -> file.addEvent(event(entry, senderAddress, moment)));
        byte[] content = FoldedLines.fold(write(file)).getBytes(StandardCharsets.UTF_8);
        return Attachment.file("han-" + calendar.agency() + ".ics", MEDIA_TYPE, content);
    }

    private static VEvent event(DueCalendar.Entry entry, String senderAddress, Instant moment) {
        String summary =
                VietnameseText.oneLine((entry.assumed() ? "Mốc theo dõi (giả định): " : "Hạn: ") + entry.summary());
        VEvent event = new VEvent();
        event.setUid(entry.uid());
        event.setDateTimeStamp(new DateTimeStamp(utc(moment)));
        event.setSequence(entry.sequence());
        event.setDateStart(new DateStart(allDay(entry.due())));
        event.setDateEnd(new DateEnd(allDay(entry.due().plusDays(1))));
        event.setSummary(summary);
        event.setDescription(description(entry));
        event.setOrganizer(new Organizer(null, senderAddress));
        event.setStatus(entry.cancelled() ? Status.cancelled() : Status.confirmed());
        event.setTransparency(Transparency.transparent());
        if (!entry.cancelled()) {
            event.addAlarm(VAlarm.display(reminder(), summary));
        }
        return event;
    }

    private static String description(DueCalendar.Entry entry) {
        String words = VietnameseText.oneLine(entry.description());
        return entry.assumed() ? words + "\nNgày giả định: Quyết định không ấn định thời hạn." : words;
    }

    private static Trigger reminder() {
        return new Trigger(Duration.builder().prior(true).days(REMINDER_DAYS).build(), Related.START);
    }

    private static ICalDate allDay(LocalDate day) {
        return new ICalDate(
                new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), 0, 0, 0, false), false);
    }

    private static ICalDate utc(Instant moment) {
        LocalDateTime time = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
        return new ICalDate(
                new DateTimeComponents(
                        time.getYear(),
                        time.getMonthValue(),
                        time.getDayOfMonth(),
                        time.getHour(),
                        time.getMinute(),
                        time.getSecond(),
                        true),
                true);
    }

    private static String write(ICalendar file) {
        StringWriter out = new StringWriter();
        try (ICalWriter writer = new ICalWriter(out, ICalVersion.V2_0)) {
            // it would fold by letters, where the standard counts octets
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(file);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }
}
