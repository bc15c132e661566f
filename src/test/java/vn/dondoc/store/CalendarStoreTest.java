package vn.dondoc.store;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.enclosures.Findings.DAY;
import static vn.dondoc.enclosures.Findings.finding;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;
import vn.dondoc.notices.DueCalendar;

class CalendarStoreTest {
    @TempDir
    Path folder;

    private Database database;
    private CalendarStore calendars;

    DatabaseAddress address() {
        return new DatabaseAddress.SqliteFile(EmptyRecords.in(folder));
    }

    @BeforeEach
    void open() {
        database = Database.open(address());
        calendars = new CalendarStore(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_unit_that_never_got_a_calendar_has_no_entries() {
        assertThat(calendars.entriesOf("so-noi-vu")).isEmpty();
        assertThat(calendars.entriesByAgency()).isEmpty();
    }

    @Test
    void entries_come_back_as_they_were_told_and_change_in_place() {
        DueCalendar first = next(finding("III.1-04", "Báo cáo năm", DAY, false, State.AT_RISK));
        write(first);
        assertThat(calendars.entriesOf("so-noi-vu")).isEqualTo(first.entries());

        DueCalendar second = next(
                finding("III.1-04", "Báo cáo năm", DAY.plusDays(1), true, State.AT_RISK),
                finding("II.1.c-02", "Đối thoại", DAY, false, State.AT_RISK));
        write(second);
        write(next());
        assertThat(calendars.entriesOf("so-noi-vu"))
                .hasSize(2)
                .allMatch(DueCalendar.Entry::cancelled)
                .extracting(DueCalendar.Entry::sequence)
                .containsExactly(1, 2);
        assertThat(calendars.entriesByAgency()).containsOnlyKeys("so-noi-vu");
    }

    @Test
    void the_last_form_of_a_unit_is_remembered() {
        StatusFormStore forms = new StatusFormStore(database);
        assertThat(forms.fingerprints()).isEmpty();
        database.jdbi().useTransaction(handle -> StatusFormStore.write(handle, "so-noi-vu", "a", DAY));
        database.jdbi().useTransaction(handle -> StatusFormStore.write(handle, "so-noi-vu", "b", DAY.plusDays(1)));
        assertThat(forms.fingerprints()).containsOnlyKeys("so-noi-vu").containsEntry("so-noi-vu", "b");
    }

    private DueCalendar next(Finding... findings) {
        return DueCalendar.next(
                "so-noi-vu", calendars.entriesOf("so-noi-vu"), List.of(findings), DAY, "nhac-viec@quangngai.example");
    }

    private void write(DueCalendar calendar) {
        database.jdbi().useTransaction(handle -> CalendarStore.write(handle, calendar));
    }
}
