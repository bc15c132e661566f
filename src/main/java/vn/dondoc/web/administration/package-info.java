/** What administrators decide: people, programs, rests from letters; and the record of who did what. */
@NullMarked
package vn.dondoc.web.administration;

import org.jspecify.annotations.NullMarked;
