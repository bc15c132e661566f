/**
 * How fast it is with a whole country: a generated one goes the way of a morning, and a hand-written loop and plain SQL
 * judge the same facts in the same run.
 */
@NullMarked
package vn.dondoc.bench;

import org.jspecify.annotations.NullMarked;
