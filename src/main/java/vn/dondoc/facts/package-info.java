/**
 * What is known on a day: who exists, what the plan asks of them, what they reported. Plain records without a library;
 * the rules read them, nothing writes to them.
 */
@NullMarked
package vn.dondoc.facts;

import org.jspecify.annotations.NullMarked;
