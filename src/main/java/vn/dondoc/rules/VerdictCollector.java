package vn.dondoc.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.kie.api.runtime.rule.RuleContext;
import vn.dondoc.facts.Obligation;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;

/** What the verdict rules call: one finding for one obligation. */
public final class VerdictCollector {
    private final List<Finding> findings = new ArrayList<>();

    public void reach(RuleContext rule, Obligation obligation, State state) {
        findings.add(Finding.of(obligation, state, rule.getRule().getName()));
    }

    /** Sorted, since Drools promises no order. */
    List<Finding> findings() {
        Collections.sort(findings);
        return findings;
    }
}
