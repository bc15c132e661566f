/**
 * Reads what people write (YAML, CSV, text in any of the encodings an office produces) and keeps the place of every
 * value, so that a mistake can be answered with its file, line and cell. Bytes come in; values and {@link
 * vn.dondoc.reading.Problem}s go out.
 */
@NullMarked
package vn.dondoc.reading;

import org.jspecify.annotations.NullMarked;
