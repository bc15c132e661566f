/**
 * What goes with a letter: calendars, workbooks, pictures, the page for print, drafts of official letters. The only home
 * of biweekly, fastexcel, XChart, openhtmltopdf and XDocReport. Notices come in; attachments, the same bytes for the same
 * notice, go out.
 */
@NullMarked
package vn.dondoc.enclosures;

import org.jspecify.annotations.NullMarked;
