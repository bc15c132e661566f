/** Who did what: a chain of records of which none can be changed or left out unnoticed. */
@NullMarked
package vn.dondoc.audit;

import org.jspecify.annotations.NullMarked;
