package vn.dondoc.web.console;

import io.javalin.http.HandlerType;
import java.util.EnumSet;
import java.util.Set;
import vn.dondoc.people.Role;

/**
 * One page or act of the console, and who may. A path with {@code {unit}} is moreover open only to those within whose reach
 * that unit is: {@link Door} sees to both before the handling begins.
 *
 * @param allowed every role that may; a page that all may see names them all
 */
public record Route(HandlerType method, String path, Set<Role> allowed, Handling handling) {
    /** Everybody who has signed in. */
    public static final Set<Role> EVERYBODY = Set.copyOf(EnumSet.allOf(Role.class));

    public static final Set<Role> ADMINISTRATORS = Set.of(Role.ADMINISTRATOR);

    /** Those who act on the reports of all units. */
    public static final Set<Role> OFFICE = Set.of(Role.OFFICER, Role.ADMINISTRATOR);

    /** Those who send reports in: the units themselves, and Sở Nội vụ for them. */
    public static final Set<Role> REPORTERS = Set.of(Role.CONTACT, Role.OFFICER, Role.ADMINISTRATOR);

    /** Those who read of every unit. */
    public static final Set<Role> WITHOUT_CONTACTS = Set.of(Role.LEADER, Role.OFFICER, Role.ADMINISTRATOR);

    public Route {
        allowed = Set.copyOf(allowed);
    }

    /** What a route does, once the door is open. */
    @FunctionalInterface
    public interface Handling {
        void handle(Visit visit) throws Exception;
    }

    public static Route get(String path, Set<Role> allowed, Handling handling) {
        return new Route(HandlerType.GET, path, allowed, handling);
    }

    public static Route post(String path, Set<Role> allowed, Handling handling) {
        return new Route(HandlerType.POST, path, allowed, handling);
    }
}
