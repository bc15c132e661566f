package vn.dondoc.notices;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.reading.VietnameseDate;

/** Keeps letters from coming too thick: one a morning, and some working days between two. */
final class Pace {
    private final Morning morning;
    private final WorkingCalendar calendar;

    Pace(Morning morning, WorkingCalendar calendar) {
        this.morning = morning;
        this.calendar = calendar;
    }

    /** Why a recipient has to be left alone; {@code detail} says since when. */
    record Wait(Reason reason, String detail) {}

    /** @param names the addresses and ids under which the recipient may have been written to */
    Optional<Wait> reasonToWait(Stream<String> names) {
        List<String> known = names.filter(name -> !name.isEmpty()).toList();
        if (known.stream().anyMatch(morning.log().writtenToday()::contains)) {
            return Optional.of(new Wait(Reason.HELD_WROTE_TODAY, ""));
        }
        return known.stream()
                .flatMap(name -> Stream.ofNullable(morning.log().lastLetters().get(name)))
                .max(LocalDate::compareTo)
                .filter(last -> calendar.workingDaysBetween(last, morning.day()) < morning.workingDaysBetweenLetters())
                .map(last -> new Wait(Reason.HELD_WROTE_LATELY, "thư ngày " + VietnameseDate.write(last)));
    }
}
