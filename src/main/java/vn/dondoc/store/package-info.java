/** The one home of SQL: SQLite in one file under {@code data/}, reached through JDBI, its tables made by Flyway. */
@NullMarked
package vn.dondoc.store;

import org.jspecify.annotations.NullMarked;
