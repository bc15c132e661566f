/** The interface for programs, {@code /api/v1}: the same answers and the same mistakes as the command line. */
@NullMarked
package vn.dondoc.web.api;

import org.jspecify.annotations.NullMarked;
