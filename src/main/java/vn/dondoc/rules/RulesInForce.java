package vn.dondoc.rules;

import java.io.UncheckedIOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dondoc.facts.Registry;
import vn.dondoc.reading.FaultyFileException;
import vn.dondoc.reading.Problem;

/**
 * The rule book by which is judged. An edited folder is compiled aside and put in force as a whole; a faulty edit leaves
 * the old book in force.
 */
public final class RulesInForce {
    private static final Logger LOG = LoggerFactory.getLogger(RulesInForce.class);

    private final RuleFolder folder;
    private final Registry registry;
    private volatile RuleBook inForce;
    private volatile String refused = "";

    /** @throws FaultyFileException when there is no faultless folder to start with */
    public RulesInForce(RuleFolder folder, Registry registry) {
        this.folder = folder;
        this.registry = registry;
        this.inForce = folder.load(registry);
    }

    public RuleBook current() {
        return inForce;
    }

    /** Takes an edit up. Returns its mistakes, with the old rules still in force; empty when all is well. */
    public List<Problem> refresh() {
        try {
            return takeUp(folder.version());
        } catch (UncheckedIOException unreadable) {
            LOG.error("the rules cannot be read, {} stay in force", current().version(), unreadable);
            return List.of();
        }
    }

    private List<Problem> takeUp(String version) {
        if (version.equals(current().version()) || version.equals(refused)) {
            return List.of();
        }
        try {
            inForce = folder.load(registry);
            LOG.info("rules {} in force", version);
            return List.of();
        } catch (FaultyFileException faulty) {
            refused = version;
            LOG.warn(
                    "rules {} refused, {} stay in force:\n{}",
                    version,
                    current().version(),
                    faulty.getMessage());
            return faulty.problems();
        }
    }
}
