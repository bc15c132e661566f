/**
 * The one home of Jakarta Mail: a queued letter comes in, an Internet message goes to a mail server or into a folder, or
 * a {@link vn.dondoc.mail.MailException} tells whether trying again can help.
 */
@NullMarked
package vn.dondoc.mail;

import org.jspecify.annotations.NullMarked;
