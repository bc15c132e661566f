/** Where units and duties stand, and why: the overview, the units, the duties. */
@NullMarked
package vn.dondoc.web.console.standing;

import org.jspecify.annotations.NullMarked;
