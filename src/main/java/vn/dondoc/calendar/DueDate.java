package vn.dondoc.calendar;

import java.time.LocalDate;

/**
 * A date by which something is due, told apart from where it comes from.
 *
 * @param nominal the last day in time as the rules give it ("trước 01/01/2018" has 31/12/2017)
 * @param lastDay the last day in time once days of rest are taken into account; the same as {@code nominal} when the date
 *     does not move
 * @param assumed whether the Decision gives no such date, so that passing it is no violation
 */
public record DueDate(LocalDate nominal, LocalDate lastDay, boolean assumed) {

    public boolean isPastOn(LocalDate day) {
        return day.isAfter(lastDay);
    }

    public boolean isShifted() {
        return !nominal.equals(lastDay);
    }
}
