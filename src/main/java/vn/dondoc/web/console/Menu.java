package vn.dondoc.web.console;

import java.util.List;
import java.util.Set;
import vn.dondoc.people.Role;

/** The navigation: what stands in it, and for whom. */
enum Menu {
    OVERVIEW("/", "Tổng quan", "Overview", Route.EVERYBODY),
    UNITS("/co-quan", "Cơ quan", "Units", Route.EVERYBODY),
    DUTIES("/nhiem-vu", "Nhiệm vụ", "Duties", Route.EVERYBODY),
    REPORTS("/bao-cao", "Báo cáo", "Reports", Route.REPORTERS),
    LETTERS("/thu", "Thư", "Letters", Route.EVERYBODY),
    RULES("/quy-tac", "Quy tắc", "Rules", Route.WITHOUT_CONTACTS),
    CALENDAR("/lich", "Lịch", "Calendar", Route.WITHOUT_CONTACTS),
    ADMINISTRATION("/quan-tri", "Quản trị", "Administration", Route.ADMINISTRATORS);

    private final String path;
    private final String vietnamese;
    private final String english;
    private final Set<Role> readers;

    Menu(String path, String vietnamese, String english, Set<Role> readers) {
        this.path = path;
        this.vietnamese = vietnamese;
        this.english = english;
        this.readers = readers;
    }

    /** As a reader with that role sees it on a page below some path. */
    static List<Frame.Link> of(Role role, String here, Words words) {
        return List.of(values()).stream()
                .filter(entry -> entry.readers.contains(role))
                .map(entry ->
                        new Frame.Link(entry.path, words.of(entry.vietnamese, entry.english), entry.isAbove(here)))
                .toList();
    }

    private boolean isAbove(String here) {
        return path.equals("/") ? here.equals("/") : here.equals(path) || here.startsWith(path + "/");
    }
}
