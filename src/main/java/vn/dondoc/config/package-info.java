/**
 * What an administrator sets once: the home folder, {@code config/dondoc.yaml} and {@code config/leaders.yaml}. Files
 * come in; typed values, or every mistake at once, go out.
 */
@NullMarked
package vn.dondoc.config;

import org.jspecify.annotations.NullMarked;
