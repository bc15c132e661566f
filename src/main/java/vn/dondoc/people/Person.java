package vn.dondoc.people;

/**
 * Somebody who may use the console.
 *
 * @param login what he signs in with; stands in the audit log and is never given to anybody else
 * @param title the office he holds, never his name
 * @param agency id of the unit whose contact he is; empty for the other roles
 * @param active whether he may sign in; one who may not any more stays known
 */
public record Person(String login, String title, Role role, String agency, boolean active) {

    public Visitor visitor() {
        return new Visitor(login, title, role, agency);
    }

    /** Who may change what everybody goes by shows twice who he is. */
    public boolean needsSecondStep() {
        return role == Role.ADMINISTRATOR;
    }
}
