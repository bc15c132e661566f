/** Verdicts with their explanations, and what changed since they were last looked at. Obligations come in; findings go out. */
@NullMarked
package vn.dondoc.findings;

import org.jspecify.annotations.NullMarked;
