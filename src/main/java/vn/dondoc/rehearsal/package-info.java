/** The product on a virtual clock: the sample year, a simulated span, what edited rules would change. */
@NullMarked
package vn.dondoc.rehearsal;

import org.jspecify.annotations.NullMarked;
