package vn.dondoc.web.console.standing;

import vn.dondoc.web.console.Address;
import vn.dondoc.web.console.Visit;

/** The day that a visit asks for, as pages show it and hand it on. */
final class Days {
    private Days() {}

    static UnitView.Day of(Visit visit) {
        boolean past = !Records.isToday(visit);
        return new UnitView.Day(
                visit.day().toString(),
                visit.today().toString(),
                past,
                past ? visit.words().day(visit.day()) : visit.words().moment(visit.now()));
    }

    /** Links from a past day lead to that day. */
    static Address on(Visit visit, Address address) {
        return Records.isToday(visit)
                ? address
                : address.with(Visit.DAY, visit.day().toString());
    }
}
