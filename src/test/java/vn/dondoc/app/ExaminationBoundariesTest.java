package vn.dondoc.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.dondoc.app.Diagnosis.Grade;

/** Where fine ends and a warning, a fault begins. */
class ExaminationBoundariesTest {
    private static final Instant NEWEST = Instant.parse("2018-01-02T00:00:00Z");
    private static final long MEBIBYTE = 1 << 20;

    @Test
    void a_clock_may_be_a_minute_behind_the_records_and_no_more() {
        assertThat(clock(NEWEST.minusSeconds(60))).isEqualTo(Grade.FINE);
        assertThat(clock(NEWEST.minusSeconds(61))).isEqualTo(Grade.FAULT);
    }

    @Test
    void sixty_days_after_the_last_record_are_a_long_rest_and_more_are_suspect() {
        assertThat(clock(NEWEST.plus(RecordsExamination.LONG_REST))).isEqualTo(Grade.FINE);
        assertThat(clock(NEWEST.plus(RecordsExamination.LONG_REST).plusSeconds(1)))
                .isEqualTo(Grade.WARNING);
    }

    @Test
    void a_disk_with_little_room_is_a_warning_and_with_too_little_a_fault() {
        assertThat(disk(1024 * MEBIBYTE)).isEqualTo(Grade.FINE);
        assertThat(disk(1024 * MEBIBYTE - 1)).isEqualTo(Grade.WARNING);
        assertThat(disk(100 * MEBIBYTE)).isEqualTo(Grade.WARNING);
        assertThat(disk(100 * MEBIBYTE - 1)).isEqualTo(Grade.FAULT);
    }

    private static Grade clock(Instant now) {
        return RecordsExamination.clock(NEWEST, now).grade();
    }

    private static Grade disk(long free) {
        return MachineExamination.space("Ổ đĩa", Path.of("data"), free).grade();
    }
}
