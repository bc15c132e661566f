package vn.dondoc.web.console;

import vn.dondoc.findings.State;

/** What the states are called on English pages. */
final class EnglishStates {
    private EnglishStates() {}

    static String of(State state) {
        return switch (state) {
            case VIOLATED -> "violated";
            case OVERDUE -> "overdue";
            case AT_RISK -> "at risk";
            case DUE_SOON -> "due soon";
            case BELOW -> "below target";
            case STALE -> "stale figures";
            case NO_DATA -> "no data";
            case REVIEW -> "to be reviewed";
            case MET_LATE -> "met, late";
            case NOT_DUE -> "not due yet";
            case MET -> "met";
        };
    }
}
