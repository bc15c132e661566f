package vn.dondoc.mail;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.List;

/**
 * A letter as an Internet message.
 *
 * @param refusedCopies one line for each copy whose address is no address
 */
record ComposedLetter(MimeMessage message, InternetAddress to, List<InternetAddress> cc, List<String> refusedCopies) {}
