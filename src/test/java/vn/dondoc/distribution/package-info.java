/** The folder that is installed, as the build leaves it: these tests run after packaging, in {@code mvn verify}. */
@NullMarked
package vn.dondoc.distribution;

import org.jspecify.annotations.NullMarked;
