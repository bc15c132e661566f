package vn.dondoc.web.administration;

import java.util.List;
import vn.dondoc.people.Person;
import vn.dondoc.web.access.Mistakes;

/** What the pages of administrators show. */
public final class Views {
    private Views() {}

    /** A unit to choose from. */
    public record Unit(String id, String name) {}

    /** Somebody in the list. @param agency name of the unit; empty for other roles */
    public record PersonRow(Person person, String agency, boolean hasPassword, boolean hasSecondStep) {}

    /** Everybody, and the form to add somebody. @param typed as it was typed so far */
    public record People(List<PersonRow> people, Person typed, List<Unit> units, Mistakes mistakes) {
        public People {
            people = List.copyOf(people);
            units = List.copyOf(units);
        }
    }

    /** One person. @param typed as it was typed so far */
    public record OnePerson(PersonRow row, Person typed, long sessions, List<Unit> units, Mistakes mistakes) {
        public OnePerson {
            units = List.copyOf(units);
        }
    }

    /** A secret that is shown once. @param secret a link, or a token */
    public record Given(String of, String secret, boolean isLink, String back) {}

    /** A token in the list. @param state of {@code state-STATE} */
    public record TokenRow(
            long id,
            String name,
            String unit,
            String scopes,
            String author,
            String expires,
            String used,
            boolean holds,
            String state) {}

    /** Tokens, and the form to give one; the fields as they were typed so far. */
    public record Tokens(
            List<TokenRow> tokens,
            String name,
            String agency,
            List<String> scopes,
            String until,
            List<Unit> units,
            Mistakes mistakes) {
        public Tokens {
            tokens = List.copyOf(tokens);
            scopes = List.copyOf(scopes);
            units = List.copyOf(units);
        }
    }

    /** A rest from letters in the list. */
    public record SilenceRow(
            long id, String covers, String reason, String author, String from, String until, boolean over) {}

    /** Rests from letters, and the form to enter one; the fields as they were typed so far. */
    public record Silences(
            List<SilenceRow> silences,
            SilenceFields typed,
            List<Unit> units,
            List<Unit> duties,
            List<String> groups,
            Mistakes mistakes) {
        public Silences {
            silences = List.copyOf(silences);
            units = List.copyOf(units);
            duties = List.copyOf(duties);
            groups = List.copyOf(groups);
        }
    }

    /** The form's fields. */
    public record SilenceFields(
            String agency,
            String duty,
            String clause,
            String group,
            boolean everything,
            String reason,
            String from,
            String until) {}

    /** A link of the chain. */
    public record AuditRow(long number, String at, String actor, String act, String subject, String detail) {}

    /** An act to look for. */
    public record ActChoice(String name, String words) {}

    /**
     * The record of who did what.
     *
     * @param older the number before which the next page begins; 0 on the last page
     * @param verified what going through the whole chain came to; empty when it was not asked for
     */
    public record Audit(
            List<AuditRow> rows,
            List<ActChoice> acts,
            String act,
            String words,
            long total,
            long older,
            String verified,
            boolean broken) {
        public Audit {
            rows = List.copyOf(rows);
            acts = List.copyOf(acts);
        }
    }
}
