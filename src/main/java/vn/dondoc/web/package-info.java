/** The page that a letter's link leads to: requests come in, promises go to the flow, pages go out. */
@NullMarked
package vn.dondoc.web;

import org.jspecify.annotations.NullMarked;
