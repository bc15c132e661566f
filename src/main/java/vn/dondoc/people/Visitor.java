package vn.dondoc.people;

/**
 * Somebody who has shown who he is.
 *
 * @param login what he signs in with; stands in the audit log
 * @param title the office he holds, as readers see it
 * @param agency id of the unit whose contact he is; empty for the other roles
 */
public record Visitor(String login, String title, Role role, String agency) {

    /** How the audit log names him. */
    public String author() {
        return title + " (" + login + ")";
    }
}
