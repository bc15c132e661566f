package vn.dondoc.flow;

import java.util.function.Predicate;
import vn.dondoc.facts.Agency;
import vn.dondoc.store.ReplyStore.AnsweredLetter;

/**
 * Who wrote a mail.
 *
 * @param address of the registry, lower case
 * @param unit that the writer speaks for
 * @param mayReport tells by a unit's id whether the writer may report for it
 * @param units for which that is, in words
 * @param letter that is answered
 */
record ReplyWriter(String address, Agency unit, Predicate<String> mayReport, String units, AnsweredLetter letter) {}
