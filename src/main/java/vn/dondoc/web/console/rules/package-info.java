/** The console's pages about the rules: read, edited in a draft, tried, published, taken back. */
@NullMarked
package vn.dondoc.web.console.rules;

import org.jspecify.annotations.NullMarked;
