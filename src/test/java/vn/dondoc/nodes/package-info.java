/** Several nodes on one PostgreSQL: real processes, some of them killed, and a mail server that counts. */
@NullMarked
package vn.dondoc.nodes;

import org.jspecify.annotations.NullMarked;
