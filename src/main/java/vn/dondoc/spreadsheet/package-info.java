/**
 * Reads workbooks as Excel, LibreOffice and Google leave them. The bytes of a file come in; sheets, rows and cells go out,
 * or the reason why the file is not read: what a stranger sent may be made to fill the memory, and nothing here trusts it.
 */
@NullMarked
package vn.dondoc.spreadsheet;

import org.jspecify.annotations.NullMarked;
