package vn.dondoc.web.access;

import java.util.List;
import vn.dondoc.people.OneTimeLink.Purpose;
import vn.dondoc.people.Person;

/** What the pages of signing in and of one's account show. */
public final class Views {
    private Views() {}

    /**
     * The page on which people sign in.
     *
     * @param csrf what the form sends back
     * @param login as it was typed before
     * @param back where to go then
     * @param refused why not, in one sentence; empty at first
     */
    public record SignIn(String csrf, String login, String back, String refused) {}

    /** The page that asks for the authenticator's code. */
    public record Code(String csrf, String back, String refused) {}

    /**
     * The page on which an authenticator is set up.
     *
     * @param action where the form goes
     * @param asksPassword whether the password is asked for again
     * @param secret in groups of four, to be typed where no camera is
     * @param address what the square says
     */
    public record SetUp(
            String csrf,
            String action,
            boolean asksPassword,
            String back,
            String secret,
            String address,
            SquareCode square,
            String refused) {}

    /** Codes for when the authenticator is lost, shown once. */
    public record Recovery(List<String> codes, String next) {
        public Recovery {
            codes = List.copyOf(codes);
        }
    }

    /**
     * The page that a one-time link opens.
     *
     * @param person whose it is; of an administrator still to be made what was typed so far
     */
    public record Link(String csrf, String path, Purpose purpose, Person person, Mistakes mistakes) {}

    /**
     * One's own account.
     *
     * @param mustHaveSecondStep whether it cannot be taken away
     * @param recoveryCodes how many are left
     */
    public record Account(
            Person person,
            boolean hasSecondStep,
            boolean mustHaveSecondStep,
            long recoveryCodes,
            List<OpenSession> sessions,
            Mistakes mistakes) {
        public Account {
            sessions = List.copyOf(sessions);
        }
    }

    /** A session of one's own; this one, or at another browser. */
    public record OpenSession(String browser, String opened, String seen, boolean here) {}
}
