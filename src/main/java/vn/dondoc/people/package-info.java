/** Who may use the console, as what, and about which units. */
@NullMarked
package vn.dondoc.people;

import org.jspecify.annotations.NullMarked;
