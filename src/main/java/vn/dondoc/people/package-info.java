/** Who may use the console, as what, and about which units; passwords, codes, pauses and sessions. */
@NullMarked
package vn.dondoc.people;

import org.jspecify.annotations.NullMarked;
