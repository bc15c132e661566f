/** Letters that are decided and wait to be mailed: their keys, states and retries. Notices come in; rows to send go out. */
@NullMarked
package vn.dondoc.outbox;

import org.jspecify.annotations.NullMarked;
