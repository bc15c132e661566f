/** What the program logs, and in which form. */
@NullMarked
package vn.dondoc.logs;

import org.jspecify.annotations.NullMarked;
