/** Wiring by hand, once, straight down: a home folder comes in, the running parts go out. */
@NullMarked
package vn.dondoc.app;

import org.jspecify.annotations.NullMarked;
