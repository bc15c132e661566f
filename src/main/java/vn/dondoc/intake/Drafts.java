package vn.dondoc.intake;

import java.util.List;
import vn.dondoc.reading.Problems;

/**
 * A file as read.
 *
 * @param entries in the order of the file, faulty ones too
 * @param untouched how many duties stand as the form had printed them: they are not among the entries
 * @param whole mistakes that belong to no single entry: because of them nothing of the file can be taken
 */
record Drafts(List<Draft> entries, int untouched, Problems whole) {
    /** A file with more mistakes than this is not a report; reading on would only fill the memory. */
    static final int TOO_MANY_PROBLEMS = 10_000;

    Drafts {
        entries = List.copyOf(entries);
    }

    /** Of a file that no form was printed for. */
    Drafts(List<Draft> entries, Problems whole) {
        this(entries, 0, whole);
    }

    static Drafts refused(String place, String message, String hint) {
        Problems whole = new Problems();
        whole.add(place, message, hint);
        return new Drafts(List.of(), whole);
    }

    /** Says that reading stopped. */
    static void giveUp(String file, Problems whole) {
        whole.add(
                file, "có hơn " + TOO_MANY_PROBLEMS + " lỗi, phần còn lại chưa đọc", "sửa các lỗi đã nêu rồi gửi lại");
    }
}
