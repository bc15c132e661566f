package vn.dondoc.config;

import java.time.LocalTime;

/** The hours of a working day within which letters may leave, in Vietnamese time; {@code to} itself is too late. */
public record OfficeHours(LocalTime from, LocalTime to) {

    static OfficeHours read(SettingReader hours) {
        OfficeHours read = new OfficeHours(hours.time("from", "07:00"), hours.time("to", "17:00"));
        if (!read.from.isBefore(read.to)) {
            hours.problem("from", "giờ đầu " + read.from + " không trước giờ cuối " + read.to, "sửa from hoặc to");
        }
        return read;
    }

    public boolean contains(LocalTime time) {
        return !time.isBefore(from) && time.isBefore(to);
    }
}
