package vn.dondoc.web.reports;

import vn.dondoc.intake.Reporter;
import vn.dondoc.people.Role;
import vn.dondoc.web.console.Visit;

/** Who hands something in through the console. */
final class Reporters {
    private Reporters() {}

    /** A contact reports for his own unit and those below it, Sở Nội vụ for any. */
    static Reporter of(Visit visit) {
        boolean ownOnly = visit.visitor().role() == Role.CONTACT;
        return new Reporter(
                visit.visitor().author(),
                unit -> !ownOnly || visit.reaches(unit),
                ownOnly ? "đơn vị của người gửi và đơn vị trực thuộc" : "đơn vị trong danh sách");
    }
}
