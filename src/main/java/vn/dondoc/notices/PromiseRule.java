package vn.dondoc.notices;

import vn.dondoc.findings.Finding;

/** How often a unit may promise a date (hẹn nộp) for one duty and period. */
@FunctionalInterface
public interface PromiseRule {
    PromiseRule ONCE = finding -> 1;

    /** How many promises may be given for a finding in all, those given before included; 0 when none may. */
    int allowed(Finding finding);
}
