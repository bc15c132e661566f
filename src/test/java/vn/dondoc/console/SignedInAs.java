package vn.dondoc.console;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.dondoc.people.Role;
import vn.dondoc.people.Visitor;
import vn.dondoc.web.console.Sessions;

/** Takes people's word for who they are, so that a page can be tested apart from signing in: the cookie names them. */
public final class SignedInAs implements Sessions {
    public static final String COOKIE = "ai";
    public static final String CSRF = "ma-cua-bieu-mau";

    private final Map<String, Visitor> people = Map.of(
            "lanh-dao", new Visitor("lanh-dao", "Chủ tịch UBND tỉnh", Role.LEADER, ""),
            "quan-tri", new Visitor("quan-tri", "Quản trị, Sở Nội vụ", Role.ADMINISTRATOR, ""),
            "quan-tri-2", new Visitor("quan-tri-2", "Quản trị thứ hai, Sở Nội vụ", Role.ADMINISTRATOR, ""),
            "can-bo", new Visitor("can-bo", "Chuyên viên, Sở Nội vụ", Role.OFFICER, ""),
            "so-tu-phap", new Visitor("so-tu-phap", "Đầu mối Sở Tư pháp", Role.CONTACT, "so-tu-phap"),
            "huyen-binh-son", new Visitor("huyen-binh-son", "Đầu mối huyện Bình Sơn", Role.CONTACT, "524"));
    private final Map<String, String> messages = new ConcurrentHashMap<>();

    @Override
    public Optional<Session> of(Context request, Instant now) {
        String who = request.cookie(COOKIE);
        return Optional.ofNullable(who == null ? null : people.get(who))
                .map(visitor -> new Session(who, visitor, CSRF));
    }

    @Override
    public void leave(Session session, String message) {
        messages.put(session.id(), message);
    }

    @Override
    public String take(Session session) {
        String message = messages.remove(session.id());
        return message == null ? "" : message;
    }
}
