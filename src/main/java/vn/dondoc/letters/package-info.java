/**
 * The words and looks of letters; the only home of Pebble. Notices come in; letters with subject, plain text and HTML go
 * out, worded by the administrators' templates of {@code config/mail}.
 */
@NullMarked
package vn.dondoc.letters;

import org.jspecify.annotations.NullMarked;
