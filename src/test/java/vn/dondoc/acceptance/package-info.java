/**
 * The whole product, driven from outside: reports come in, the clock goes on day by day, letters are read from a real mail
 * server.
 */
@NullMarked
package vn.dondoc.acceptance;

import org.jspecify.annotations.NullMarked;
