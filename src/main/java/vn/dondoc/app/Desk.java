package vn.dondoc.app;

import java.time.Clock;
import java.util.Optional;
import vn.dondoc.config.WebConfiguration;
import vn.dondoc.flow.Assessor;
import vn.dondoc.flow.DispensationFlow;
import vn.dondoc.flow.PromiseFlow;
import vn.dondoc.flow.PromiseLinkFlow;
import vn.dondoc.flow.SilenceFlow;
import vn.dondoc.notices.PromiseRule;
import vn.dondoc.rules.RulesInForce;
import vn.dondoc.store.ArrangementStore;
import vn.dondoc.store.Database;
import vn.dondoc.store.PromiseStore;
import vn.dondoc.web.AckLinks;
import vn.dondoc.web.PageServer;

/** Where people enter what is agreed about duties and letters: promises, extensions and exemptions, silences. */
public record Desk(
        ArrangementStore arrangements,
        PromiseFlow promises,
        DispensationFlow dispensations,
        SilenceFlow silences,
        PromiseLinkFlow promisesByLink,
        AckLinks links) {

    static Desk of(Settings settings, Database database, RulesInForce rules, Assessor assessor, PromiseRule rule) {
        ArrangementStore arrangements = new ArrangementStore(database);
        PromiseStore promises = new PromiseStore(database);
        WebConfiguration web = settings.configuration().web();
        return new Desk(
                arrangements,
                new PromiseFlow(assessor, promises, rule, web.longestPromiseDays()),
                new DispensationFlow(assessor, arrangements),
                new SilenceFlow(rules, arrangements),
                new PromiseLinkFlow(assessor, arrangements, promises, rule, web.longestPromiseDays()),
                new AckLinks(web.publicAddress(), settings.signingKey(), web.linkDays()));
    }

    /**
     * Serves the page of the letters' links; nothing where no public address is configured.
     *
     * @throws vn.dondoc.reading.FaultyFileException when the port cannot be had
     */
    Optional<PageServer> openPage(WebConfiguration web, String office, Clock clock) {
        return web.publicAddress().isEmpty()
                ? Optional.empty()
                : Optional.of(PageServer.start(web.host(), web.port(), promisesByLink, links, office, clock));
    }
}
