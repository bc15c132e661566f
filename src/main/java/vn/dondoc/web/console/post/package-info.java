/** The letters: what waits, what went, what was given up, and what an officer does about it. */
@NullMarked
package vn.dondoc.web.console.post;

import org.jspecify.annotations.NullMarked;
