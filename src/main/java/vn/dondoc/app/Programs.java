package vn.dondoc.app;

import java.time.Clock;
import vn.dondoc.people.Reach;
import vn.dondoc.store.ApiAnswerStore;
import vn.dondoc.store.LetterList;
import vn.dondoc.store.SubmissionStore;
import vn.dondoc.web.api.ApiAnnex;
import vn.dondoc.web.api.ApiDesk;
import vn.dondoc.web.api.ApiKeys;

/** The interface for programs, wired for one home. */
public final class Programs {
    private Programs() {}

    /** @param keys whose a token is */
    public static ApiAnnex of(Dondoc dondoc, ApiKeys keys, Clock clock) {
        Settings settings = dondoc.settings();
        return new ApiAnnex(new ApiDesk(
                keys,
                clock,
                new Reach(settings::registry),
                dondoc.rules()::current,
                dondoc.assessor(),
                dondoc.checkFlow(),
                ReportDesks.of(dondoc).intake(),
                new SubmissionStore(dondoc.database()),
                new LetterList(dondoc.database()),
                new ApiAnswerStore(dondoc.database()),
                new RuleTrials(settings)::check,
                (long) settings.configuration().intake().maxMegabytes() << 20));
    }
}
