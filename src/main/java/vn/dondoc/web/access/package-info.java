/** Signing in and out, and what a person sees to himself. */
@NullMarked
package vn.dondoc.web.access;

import org.jspecify.annotations.NullMarked;
