/** The console's pages about time: schedules, days off, deadlines, spans lived on a virtual clock. */
@NullMarked
package vn.dondoc.web.console.calendar;

import org.jspecify.annotations.NullMarked;
