/**
 * The one home of SQL: SQLite in one file under {@code data/}, or a PostgreSQL server that several nodes share; reached
 * through JDBI, the tables made by Flyway. Each statement is one text for both.
 */
@NullMarked
package vn.dondoc.store;

import org.jspecify.annotations.NullMarked;
