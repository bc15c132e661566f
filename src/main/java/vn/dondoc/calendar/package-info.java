/** Vietnamese time: periods of reporting, working days, and due dates that move off days of rest. Files of holidays come in; dates go out. */
@NullMarked
package vn.dondoc.calendar;

import org.jspecify.annotations.NullMarked;
