/**
 * Decides who is told what, and why: reminders by the ladder, alerts on new violations, withdrawals, the weekly digest.
 * Findings and the log of what was sent come in; notices and held-back decisions, each with a named reason, go out.
 */
@NullMarked
package vn.dondoc.notices;

import org.jspecify.annotations.NullMarked;
