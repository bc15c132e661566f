package vn.dondoc.notices;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import vn.dondoc.calendar.Period;
import vn.dondoc.facts.Agency;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;
import vn.dondoc.outbox.LetterKind;
import vn.dondoc.reading.Problem;

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

    /** How many duties it names. */
    default int duties() {
        return items().size();
    }

    /** The same with what its items ask for under other clauses. */
    default List<Item> named() {
        return items().stream()
                .flatMap(item -> Stream.concat(Stream.of(item), item.alike().stream()))
                .toList();
    }

    private static String keyOf(Recipient recipient, LetterKind kind, LocalDate day) {
        return recipient.address() + "|" + kind.code() + "|" + day;
    }

    /**
     * The morning letter of a unit.
     *
     * @param own duties of the unit that reached a new stage, most urgent first
     * @param byForm duties asked for through the status form, all in one line
     * @param below what units below it are asked for: the communes of a district
     * @param stillOpen how many more duties of the unit are open and were asked for before
     */
    record Reminder(
            Recipient recipient,
            Agency agency,
            LocalDate day,
            Reason reason,
            List<Item> own,
            List<Item> byForm,
            List<OfUnit> below,
            int stillOpen)
            implements Notice {
        /** So many items stand in full; the others are left to the status form that goes with the letter. */
        public static final int MOST_IN_FULL = 10;

        public Reminder {
            own = List.copyOf(own);
            byForm = List.copyOf(byForm);
            below = List.copyOf(below);
        }

        /** A letter that holds nothing but what units below are asked for goes up, from their point of view. */
        @Override
        public LetterKind kind() {
            return own.isEmpty() && byForm.isEmpty() ? LetterKind.ESCALATION : LetterKind.REMINDER;
        }

        @Override
        public String key() {
            return keyOf(recipient, kind(), day);
        }

        @Override
        public List<Item> items() {
            return Stream.of(own.stream(), byForm.stream(), below.stream().flatMap(unit -> unit.items().stream()))
                    .flatMap(items -> items)
                    .toList();
        }
    }

    /**
     * What was asked for in vain, told to those above.
     *
     * @param units the units concerned, the worst first
     */
    record Escalation(Recipient recipient, LocalDate day, List<OfUnit> units) implements Notice {

        public Escalation {
            units = List.copyOf(units);
        }

        @Override
        public LetterKind kind() {
            return LetterKind.ESCALATION;
        }

        @Override
        public Reason reason() {
            return Reason.ESCALATED;
        }

        @Override
        public String key() {
            return keyOf(recipient, kind(), day);
        }

        @Override
        public List<Item> items() {
            return units.stream().flatMap(unit -> unit.items().stream()).toList();
        }
    }

    /** What one unit is asked for in a letter to another, most urgent first. */
    record OfUnit(Agency agency, List<Item> items) {

        public OfUnit {
            items = List.copyOf(items);
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

    /**
     * An edit of the rules that cannot be put in force; told once for each edit.
     *
     * @param edit hash of what the folder holds
     * @param mistakes every mistake, with its place and what to write instead
     */
    record FaultyRules(Recipient recipient, LocalDate day, String edit, List<Problem> mistakes) implements Notice {

        public FaultyRules {
            mistakes = List.copyOf(mistakes);
        }

        @Override
        public LetterKind kind() {
            return LetterKind.NOTICE;
        }

        @Override
        public Reason reason() {
            return Reason.RULES_REFUSED;
        }

        @Override
        public String key() {
            return recipient.address() + "|notice|rules|" + edit;
        }

        @Override
        public List<Item> items() {
            return List.of();
        }
    }

    /**
     * Something about the running of the program that its administrators have to see to; told at most once a day for each
     * topic.
     *
     * @param topic ASCII, for the key: {@code mail-server}
     * @param headline what is the matter, in one line
     * @param lines what it concerns, one by one
     * @param request what to do about it
     */
    record Trouble(
            Recipient recipient, LocalDate day, String topic, String headline, List<String> lines, String request)
            implements Notice {

        public Trouble {
            lines = List.copyOf(lines);
        }

        @Override
        public LetterKind kind() {
            return LetterKind.NOTICE;
        }

        @Override
        public Reason reason() {
            return Reason.TROUBLE;
        }

        @Override
        public String key() {
            return recipient.address() + "|notice|trouble|" + topic + "|" + day;
        }

        @Override
        public List<Item> items() {
            return List.of();
        }
    }

    /**
     * Reports that were returned to their unit.
     *
     * @param first number of the first entry: each is returned once
     * @param lines what was returned, duty by duty
     * @param why in the officer's words
     * @param again the last day to report again
     */
    record Returned(
            Recipient recipient,
            Agency agency,
            LocalDate day,
            long first,
            List<Line> lines,
            String why,
            LocalDate again)
            implements Notice {

        /** @param received the day on which the returned report came in */
        public record Line(String duty, String task, Period period, LocalDate received) {}

        public Returned {
            lines = List.copyOf(lines);
        }

        /** To the head of the unit, with a copy to its contact; without an address of the head, to the contact. */
        public static Recipient recipientOf(Agency unit) {
            return unit.email().isEmpty()
                    ? new Recipient(unit.headTitle(), unit.contactEmail(), List.of())
                    : MorningPost.headOf(unit, List.of());
        }

        @Override
        public LetterKind kind() {
            return LetterKind.NOTICE;
        }

        @Override
        public Reason reason() {
            return Reason.REPORT_RETURNED;
        }

        @Override
        public String key() {
            return recipient.address() + "|notice|returned|" + first;
        }

        @Override
        public int duties() {
            return lines.size();
        }

        @Override
        public List<Item> items() {
            return List.of();
        }
    }

    /**
     * What a mail that came in was taken for, told to its sender.
     *
     * @param key made of the mail, so that it is answered once
     * @param agency id of the unit that it speaks for
     * @param subject of the mail
     * @param headline what became of it, in one line
     * @param taken what was taken, one by one
     * @param refused what was not, each with its place and what to write instead
     * @param request what to do now; empty for nothing
     */
    record Answer(
            Recipient recipient,
            LocalDate day,
            String key,
            String agency,
            String subject,
            String headline,
            List<String> taken,
            List<Problem> refused,
            String request)
            implements Notice {

        public Answer {
            taken = List.copyOf(taken);
            refused = List.copyOf(refused);
        }

        @Override
        public LetterKind kind() {
            return LetterKind.NOTICE;
        }

        @Override
        public Reason reason() {
            return Reason.ANSWERED;
        }

        @Override
        public List<Item> items() {
            return List.of();
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
