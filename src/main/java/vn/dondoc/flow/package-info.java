/**
 * The two flows, each in one file that reads from top to bottom: {@link vn.dondoc.flow.CheckFlow} from what is known to
 * letters in the outbox, {@link vn.dondoc.flow.SendFlow} from the outbox to the mail server.
 */
@NullMarked
package vn.dondoc.flow;

import org.jspecify.annotations.NullMarked;
