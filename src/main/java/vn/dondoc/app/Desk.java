package vn.dondoc.app;

import vn.dondoc.flow.Assessor;
import vn.dondoc.flow.DispensationFlow;
import vn.dondoc.flow.PromiseFlow;
import vn.dondoc.flow.SilenceFlow;
import vn.dondoc.notices.PromiseRule;
import vn.dondoc.rules.RulesInForce;
import vn.dondoc.store.ArrangementStore;
import vn.dondoc.store.Database;
import vn.dondoc.store.PromiseStore;

/** Where people enter what is agreed about duties and letters: promises, extensions and exemptions, silences. */
public record Desk(
        ArrangementStore arrangements, PromiseFlow promises, DispensationFlow dispensations, SilenceFlow silences) {

    static Desk of(Settings settings, Database database, RulesInForce rules, Assessor assessor, PromiseRule rule) {
        ArrangementStore arrangements = new ArrangementStore(database);
        int longestDays = settings.configuration().web().longestPromiseDays();
        return new Desk(
                arrangements,
                new PromiseFlow(assessor, new PromiseStore(database), rule, longestDays),
                new DispensationFlow(assessor, arrangements),
                new SilenceFlow(rules, arrangements));
    }
}
