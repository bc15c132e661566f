package vn.dondoc.web.console.standing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.findings.Finding;
import vn.dondoc.flow.Assessor;
import vn.dondoc.flow.Row;
import vn.dondoc.flow.Standings;
import vn.dondoc.notices.Judged;

/** The figures of targets for which one unit answers, judged once for the standings that they belong to. */
final class SoleTargets {
    private final Assessor assessor;
    private final Map<Finding.Key, Finding> findings = new HashMap<>();
    private final Set<String> units = new HashSet<>();
    private @Nullable Standings standings;

    SoleTargets(Assessor assessor) {
        this.assessor = assessor;
    }

    synchronized Optional<Finding> of(Standings current, String unit, Row row) {
        if (standings != current) {
            standings = current;
            findings.clear();
            units.clear();
        }
        if (units.add(unit)) {
            assessor.at(current.asOf(), Judged.only(Set.of(unit))).findings().stream()
                    .filter(finding -> finding.obligation().duty().isTarget())
                    .forEach(finding -> findings.put(finding.key(), finding));
        }
        return Optional.ofNullable(
                findings.get(new Finding.Key(unit, row.duty().id(), row.period().id())));
    }
}
