/** How fast it is, measured with JMH as ratios in one run; the README says how to run it. */
@NullMarked
package vn.dondoc.bench;

import org.jspecify.annotations.NullMarked;
