/** What is put aside so that a home can be made again, and how that is done without a letter going out twice. */
@NullMarked
package vn.dondoc.backup;

import org.jspecify.annotations.NullMarked;
