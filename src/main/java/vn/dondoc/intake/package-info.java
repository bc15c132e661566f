/**
 * Takes status reports in. Files of officials come in (JSON, CSV); their bytes are kept, every row is checked against the
 * registry and the plan, accepted entries go to the store and a {@link vn.dondoc.intake.Receipt} goes back to the sender.
 */
@NullMarked
package vn.dondoc.intake;

import org.jspecify.annotations.NullMarked;
