/** The console's part on status reports: the form, uploads and their answers, what Sở Nội vụ says of what was reported. */
@NullMarked
package vn.dondoc.web.reports;

import org.jspecify.annotations.NullMarked;
