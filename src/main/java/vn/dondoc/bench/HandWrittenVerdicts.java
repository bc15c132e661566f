package vn.dondoc.bench;

import java.util.ArrayList;
import java.util.List;
import vn.dondoc.facts.Obligation;
import vn.dondoc.facts.Obligation.Phase;
import vn.dondoc.facts.Obligation.Progress;
import vn.dondoc.facts.Obligation.Report;
import vn.dondoc.facts.Obligation.Track;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;

/** The verdict rules as an engineer would write them without Drools: the yardstick for speed, and a second opinion. */
final class HandWrittenVerdicts {
    private HandWrittenVerdicts() {}

    /** As the rules do: a finding for each. */
    static List<Finding> findings(List<Obligation> obligations) {
        List<Finding> findings = new ArrayList<>(obligations.size());
        for (Obligation obligation : obligations) {
            findings.add(Finding.of(obligation, of(obligation), "hand-written"));
        }
        return findings;
    }

    static State of(Obligation obligation) {
        if (obligation.track() == Track.PRINCIPLE
                || obligation.report() == Report.NOT_APPLICABLE
                || obligation.report() == Report.AWAITED) {
            return State.REVIEW;
        }
        return switch (obligation.track()) {
            case DATED -> dated(obligation);
            case UNDATED -> undated(obligation);
            case CONTINUOUS -> obligation.report() == Report.COMPLETE ? State.MET : State.STALE;
            case EVENT -> event(obligation);
            case TARGET -> target(obligation);
            case RANK -> rank(obligation);
            case GROWTH -> growth(obligation);
            case PRINCIPLE -> State.REVIEW;
        };
    }

    private static State dated(Obligation obligation) {
        if (obligation.report() == Report.COMPLETE) {
            return obligation.isDoneInTime() ? State.MET : State.MET_LATE;
        }
        return switch (obligation.phase()) {
            case EARLY -> State.NOT_DUE;
            case SOON -> State.DUE_SOON;
            case RISK -> State.AT_RISK;
            case NONE -> State.NO_DATA;
            case PAST -> obligation.isDueByLaw() && obligation.report() == Report.OPEN ? State.VIOLATED : State.OVERDUE;
        };
    }

    private static State undated(Obligation obligation) {
        if (obligation.report() == Report.COMPLETE) {
            return State.MET;
        }
        return obligation.phase() == Phase.SOON ? State.DUE_SOON : State.NOT_DUE;
    }

    private static State event(Obligation obligation) {
        if (obligation.report() == Report.COMPLETE) {
            return State.MET;
        }
        boolean aged = obligation.report() == Report.OPEN && obligation.phase() == Phase.SOON;
        return aged ? State.DUE_SOON : State.NOT_DUE;
    }

    private static State target(Obligation obligation) {
        if (obligation.isReviewWanted()) {
            return State.REVIEW;
        }
        return switch (obligation.progress()) {
            case NO_NUMBER -> State.NO_DATA;
            case REACHED -> State.MET;
            case REACHED_UNKNOWN_WHEN -> State.REVIEW;
            case SHORT ->
                switch (obligation.phase()) {
                    case NONE -> State.BELOW;
                    case EARLY -> obligation.isBehind() ? State.AT_RISK : State.NOT_DUE;
                    case SOON -> obligation.isBehind() ? State.AT_RISK : State.DUE_SOON;
                    case RISK -> State.AT_RISK;
                    case PAST -> obligation.isDueByLaw() ? State.VIOLATED : State.OVERDUE;
                };
        };
    }

    private static State rank(Obligation obligation) {
        boolean decided = obligation.phase() == Phase.PAST;
        return switch (obligation.progress()) {
            case NO_NUMBER -> State.NO_DATA;
            case SHORT -> decided ? State.VIOLATED : State.AT_RISK;
            case REACHED, REACHED_UNKNOWN_WHEN -> decided ? State.MET : State.NOT_DUE;
        };
    }

    private static State growth(Obligation obligation) {
        if (obligation.progress() == Progress.NO_NUMBER) {
            return State.NO_DATA;
        }
        if (obligation.progress() != Progress.SHORT) {
            return State.MET;
        }
        return obligation.isPeriodOver() ? State.BELOW : State.AT_RISK;
    }
}
