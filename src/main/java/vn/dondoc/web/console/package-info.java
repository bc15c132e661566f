/** The pages of the console: a section each, behind one door. */
@NullMarked
package vn.dondoc.web.console;

import org.jspecify.annotations.NullMarked;
