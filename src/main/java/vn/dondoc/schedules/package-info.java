/**
 * The clock, and the only home of Quartz: {@code schedules/*.yaml} come in; at each planned time, moved off days of rest
 * and taken once by the ledger, a job is run.
 */
@NullMarked
package vn.dondoc.schedules;

import org.jspecify.annotations.NullMarked;
