package vn.dondoc.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import vn.dondoc.calendar.HolidayFiles;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.reading.Problems;
import vn.dondoc.schedules.Schedule.CatchUp;
import vn.dondoc.schedules.Schedule.OnDayOff;

class FireTimesTest {
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm");
    private static final WorkingCalendar CALENDAR = HolidayFiles.read(Path.of("config/holidays"), new Problems());
    private static final Schedule MORNING_CHECK = shipped("morning-check");
    private static final Schedule SEND = shipped("send");
    private static final Schedule WEEKLY_DIGEST = shipped("weekly-digest");

    @Test
    void the_digest_of_a_working_monday_stays() {
        assertThat(times(WEEKLY_DIGEST, "06/03/2017 00:00", "19/03/2017 23:59"))
                .containsExactly("06/03/2017 07:30", "13/03/2017 07:30");
    }

    @Test
    void the_digest_of_new_years_compensation_day_moves_to_tuesday() {
        assertThat(times(WEEKLY_DIGEST, "01/01/2017 00:00", "08/01/2017 23:59")).containsExactly("03/01/2017 07:30");
    }

    @Test
    void the_digest_of_labour_day_moves_past_the_compensation_day() {
        assertThat(times(WEEKLY_DIGEST, "29/04/2017 00:00", "07/05/2017 23:59")).containsExactly("03/05/2017 07:30");
    }

    @Test
    void the_digest_of_tet_2018_moves_behind_the_holiday() {
        assertThat(times(WEEKLY_DIGEST, "12/02/2018 00:00", "26/02/2018 23:59"))
                .containsExactly("12/02/2018 07:30", "21/02/2018 07:30", "26/02/2018 07:30");
    }

    @Test
    void a_moved_time_is_found_though_its_monday_lies_before_the_span() {
        assertThat(times(WEEKLY_DIGEST, "03/05/2017 07:30", "03/05/2017 07:30")).containsExactly("03/05/2017 07:30");
        assertThat(times(WEEKLY_DIGEST, "02/05/2017 12:00", "03/05/2017 12:00")).containsExactly("03/05/2017 07:30");
    }

    @Test
    void a_moved_time_is_left_out_when_it_lies_behind_the_span() {
        assertThat(times(WEEKLY_DIGEST, "01/05/2017 00:00", "03/05/2017 07:29")).isEmpty();
    }

    @Test
    void two_times_moved_to_one_instant_give_one() {
        Schedule daily = schedule("0 0 9 ? * *", OnDayOff.NEXT_WORKING_DAY);
        assertThat(times(daily, "16/03/2018 00:00", "19/03/2018 23:59"))
                .containsExactly("16/03/2018 09:00", "19/03/2018 09:00");
    }

    @Test
    void moved_times_come_in_the_order_of_the_clock() {
        Schedule weekend = schedule("0 0 7,9 ? * SAT,SUN", OnDayOff.NEXT_WORKING_DAY);
        assertThat(times(weekend, "17/03/2018 00:00", "19/03/2018 23:59"))
                .containsExactly("19/03/2018 07:00", "19/03/2018 09:00");
    }

    @Test
    void the_morning_check_skips_days_off() {
        assertThat(times(MORNING_CHECK, "28/04/2017 00:00", "04/05/2017 23:59"))
                .containsExactly("28/04/2017 07:00", "03/05/2017 07:00", "04/05/2017 07:00");
    }

    @Test
    void the_morning_check_runs_on_a_saturday_worked_in_exchange() {
        assertThat(times(MORNING_CHECK, "31/12/2018 00:00", "06/01/2019 23:59"))
                .containsExactly("02/01/2019 07:00", "03/01/2019 07:00", "04/01/2019 07:00", "05/01/2019 07:00");
    }

    @Test
    void sending_keeps_to_the_office_hours_of_working_days() {
        List<String> week = times(SEND, "19/03/2018 00:00", "25/03/2018 23:59");
        assertThat(week)
                .hasSize(5 * 120)
                .startsWith("19/03/2018 07:00", "19/03/2018 07:05")
                .endsWith("23/03/2018 16:55");
    }

    @Test
    void a_schedule_that_does_not_mind_runs_on_days_off() {
        assertThat(times(schedule("0 0 7 ? * *", OnDayOff.RUN), "17/03/2018 00:00", "18/03/2018 23:59"))
                .containsExactly("17/03/2018 07:00", "18/03/2018 07:00");
    }

    @Test
    void both_ends_of_the_span_count() {
        assertThat(times(MORNING_CHECK, "19/03/2018 07:00", "20/03/2018 07:00"))
                .containsExactly("19/03/2018 07:00", "20/03/2018 07:00");
        Instant justAfter = at("19/03/2018 07:00").plusMillis(1);
        assertThat(FireTimes.between(MORNING_CHECK, justAfter, at("20/03/2018 06:59"), CALENDAR))
                .isEmpty();
    }

    @Test
    void the_machines_zone_and_its_summer_time_change_nothing() {
        assertThat(TimeZone.getDefault().getID())
                .as("set in pom.xml, on purpose")
                .isEqualTo("America/New_York");
        for (String day : List.of("10/03/2017", "13/03/2017", "03/11/2017", "06/11/2017")) {
            assertThat(times(MORNING_CHECK, day + " 00:00", day + " 23:59")).containsExactly(day + " 07:00");
        }
    }

    @Test
    void another_zone_is_taken_at_its_word() {
        Schedule tokyo =
                new Schedule("send", "Gửi", "0 0 9 ? * *", ZoneId.of("Asia/Tokyo"), OnDayOff.SKIP, CatchUp.ONCE, true);
        assertThat(times(tokyo, "19/03/2018 00:00", "19/03/2018 23:59")).containsExactly("19/03/2018 07:00");
    }

    @Test
    void the_latest_is_found_over_a_weekend_a_year_and_not_at_all() {
        assertThat(latest(MORNING_CHECK, "01/03/2018 00:00", "18/03/2018 23:00"))
                .isEqualTo("16/03/2018 07:00");
        assertThat(latest(WEEKLY_DIGEST, "01/01/2017 00:00", "06/05/2018 23:00"))
                .isEqualTo("02/05/2018 07:30");
        assertThat(latest(MORNING_CHECK, "17/03/2018 00:00", "19/03/2018 06:59"))
                .isEqualTo("none");
        Schedule yearly = schedule("0 0 7 2 1 ?", OnDayOff.RUN);
        assertThat(latest(yearly, "01/01/2017 00:00", "31/12/2018 23:00")).isEqualTo("02/01/2018 07:00");
    }

    @Test
    void what_was_moved_and_is_still_to_come_is_known_in_the_days_between() {
        assertThat(movedPast("01/05/2017 07:29")).isEmpty();
        assertThat(movedPast("01/05/2017 07:30")).containsExactly("03/05/2017 07:30");
        assertThat(movedPast("03/05/2017 07:29")).containsExactly("03/05/2017 07:30");
        assertThat(movedPast("03/05/2017 07:30")).isEmpty();
    }

    private static List<String> movedPast(String now) {
        return write(FireTimes.movedPast(WEEKLY_DIGEST, at(now), CALENDAR));
    }

    private static String latest(Schedule schedule, String from, String to) {
        return FireTimes.latest(schedule, at(from), at(to), CALENDAR)
                .map(time -> write(List.of(time)).get(0))
                .orElse("none");
    }

    private static List<String> times(Schedule schedule, String from, String to) {
        return write(FireTimes.between(schedule, at(from), at(to), CALENDAR));
    }

    private static List<String> write(List<Instant> times) {
        return times.stream()
                .map(time -> WRITTEN.format(time.atZone(VietnamTime.ZONE)))
                .toList();
    }

    private static Instant at(String written) {
        return LocalDateTime.parse(written, WRITTEN).atZone(VietnamTime.ZONE).toInstant();
    }

    private static Schedule schedule(String cron, OnDayOff onDayOff) {
        return new Schedule("send", "Gửi thư", cron, VietnamTime.ZONE, onDayOff, CatchUp.ONCE, true);
    }

    private static Schedule shipped(String job) {
        Problems problems = new Problems();
        Set<String> jobs = Set.copyOf(Arrays.asList("morning-check", "send", "weekly-digest"));
        return ScheduleFiles.read(Path.of("schedules"), jobs, problems).stream()
                .filter(schedule -> schedule.job().equals(job))
                .findFirst()
                .orElseThrow();
    }
}
