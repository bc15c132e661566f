package vn.dondoc.app;

import java.time.Instant;
import vn.dondoc.flow.ReportFlow;
import vn.dondoc.flow.RulingFlow;
import vn.dondoc.store.DraftStore;
import vn.dondoc.store.ReportStore;
import vn.dondoc.store.RulingStore;
import vn.dondoc.store.SubmissionStore;
import vn.dondoc.web.reports.ReportDesk;

/** Where reports come in through the console and from programs, wired for one home. */
final class ReportDesks {
    private ReportDesks() {}

    static ReportDesk of(Dondoc dondoc) {
        ReportStore reports = new ReportStore(dondoc.database());
        RulingStore rulings = new RulingStore(dondoc.database(), dondoc.outbox());
        var intake = dondoc.settings().configuration().intake();
        return new ReportDesk(
                dondoc.rules()::current,
                dondoc.forms(),
                new ReportFlow(dondoc.intake(), at -> judge(dondoc, at)),
                new RulingFlow(dondoc.rules()::current, reports, rulings, dondoc.letterWriter()),
                reports,
                rulings,
                new SubmissionStore(dondoc.database()),
                new DraftStore(dondoc.database()),
                dondoc::answerTo,
                stored -> dondoc.settings().home().received().resolve(stored),
                intake.partial(),
                intake.maxMegabytes());
    }

    /** After a leap of the clock a report is kept and waits: what would be judged on a wrong day would be written, too. */
    private static void judge(Dondoc dondoc, Instant at) {
        if (dondoc.clockWatch().leap(at).isEmpty()) {
            var unused = dondoc.afterSubmission(at);
        }
    }
}
