package vn.dondoc.notices;

import java.time.LocalDate;
import java.util.List;
import vn.dondoc.facts.Agency;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;
import vn.dondoc.outbox.LetterKind;

/** Something that somebody is to be told. Each kind says what it is and which key makes it one letter. */
public sealed interface Notice {

    LetterKind kind();

    Recipient recipient();

    LocalDate day();

    Reason reason();

    /** Recipient × kind × day; for an alert and its withdrawal also the finding. */
    String key();

    /** What the letter names, duty by duty. */
    List<Item> items();

    /**
     * The morning letter of a unit.
     *
     * @param items duties that reached a new stage, most urgent first
     * @param stillOpen how many more duties of the unit are open and were asked for before
     */
    record Reminder(Recipient recipient, Agency agency, LocalDate day, Reason reason, List<Item> items, int stillOpen)
            implements Notice {

        public Reminder {
            items = List.copyOf(items);
        }

        @Override
        public LetterKind kind() {
            return LetterKind.REMINDER;
        }

        @Override
        public String key() {
            return recipient.address() + "|" + kind().code() + "|" + day;
        }
    }

    /** A violation newly found. */
    record Alert(Recipient recipient, Agency agency, LocalDate day, Item item) implements Notice {

        @Override
        public LetterKind kind() {
            return LetterKind.ALERT;
        }

        @Override
        public Reason reason() {
            return Reason.VIOLATION_FOUND;
        }

        @Override
        public String key() {
            return keyOf(recipient.address(), item.finding(), day);
        }

        @Override
        public List<Item> items() {
            return List.of(item);
        }

        private static String keyOf(String address, Finding finding, LocalDate day) {
            return address + "|alert|" + day + "|" + finding.key().agency() + "|"
                    + finding.key().duty() + "|" + finding.key().period();
        }
    }

    /**
     * A sent alert that proved wrong (đính chính).
     *
     * @param item the finding as it stands now
     * @param was the state that was alerted
     * @param alertedOn the day of the alert
     */
    record Withdrawal(Recipient recipient, Agency agency, LocalDate day, Item item, State was, LocalDate alertedOn)
            implements Notice {

        @Override
        public LetterKind kind() {
            return LetterKind.NOTICE;
        }

        @Override
        public Reason reason() {
            return Reason.ALERT_WITHDRAWN;
        }

        @Override
        public String key() {
            return recipient.address() + "|notice|" + day + "|"
                    + item.finding().key().agency() + "|" + item.finding().key().duty() + "|"
                    + item.finding().key().period();
        }

        @Override
        public List<Item> items() {
            return List.of(item);
        }
    }

    /** The leaders' weekly page. */
    record WeeklyDigest(Recipient recipient, LocalDate day, Digest digest) implements Notice {

        @Override
        public LetterKind kind() {
            return LetterKind.DIGEST;
        }

        @Override
        public Reason reason() {
            return Reason.WEEKLY;
        }

        @Override
        public String key() {
            return recipient.address() + "|digest|" + day;
        }

        @Override
        public List<Item> items() {
            return List.of();
        }
    }
}
