package vn.dondoc.flow;

import vn.dondoc.store.ArrangementStore;
import vn.dondoc.store.CalendarStore;
import vn.dondoc.store.CheckStore;
import vn.dondoc.store.StatusFormStore;

/** What a check remembers and is told beside reports: earlier checks, agreements, what went with letters. */
public record Memory(
        CheckStore checks, ArrangementStore arrangements, CalendarStore calendars, StatusFormStore forms) {}
