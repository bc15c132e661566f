package vn.dondoc.cli;

/** How an answer is written. */
enum Format {
    table,
    json,
    csv
}
