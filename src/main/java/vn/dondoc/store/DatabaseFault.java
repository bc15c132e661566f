package vn.dondoc.store;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What a database file or its disk can be wrong with, and what the administrator does about it, in Vietnamese. */
public enum DatabaseFault {
    DAMAGED(
            "tệp cơ sở dữ liệu bị hỏng, hoặc không phải cơ sở dữ liệu của Đôn Đốc; chương trình không tạo tệp mới thay tệp này",
            ""),
    LOCKED(
            "chương trình khác giữ cơ sở dữ liệu quá lâu",
            "đóng chương trình đó (lệnh dondoc khác, phần mềm xem SQLite, phần mềm sao lưu) rồi chạy lại"),
    READ_ONLY(
            "không được ghi vào cơ sở dữ liệu",
            "cho tài khoản chạy chương trình quyền ghi thư mục data và mọi tệp trong đó; ổ đĩa phải được gắn với quyền ghi"),
    FULL("ổ đĩa đầy, không ghi được; việc đang làm không ghi gì", "giải phóng chỗ trên ổ đĩa rồi chạy lại"),
    UNREADABLE(
            "không mở được, không đọc hoặc ghi được tệp cơ sở dữ liệu",
            "kiểm tra ổ đĩa, và quyền của tài khoản chạy chương trình đối với thư mục data");

    private final String words;
    private final String remedy;

    DatabaseFault(String words, String remedy) {
        this.words = words;
        this.remedy = remedy;
    }

    /** What is the matter, without a full stop. */
    public String words() {
        return words;
    }

    /** What to do; empty for what only a backup helps against. */
    public String remedy() {
        return remedy;
    }

    /** Finds the fault of file or disk among a failure's causes; empty when it is none of these. */
    public static Optional<DatabaseFault> in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Optional<DatabaseFault> fault = cause instanceof SQLiteException sqlite
                    ? of(sqlite.getResultCode())
                    : cause instanceof IOException disk ? of(disk) : Optional.empty();
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    /** Extended codes carry the plain one in their lowest byte. */
    private static Optional<DatabaseFault> of(SQLiteErrorCode code) {
        int plain = code.code & 0xff;
        // no room even for the file in which several programs agree on who writes
        if (code == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE) {
            return Optional.of(FULL);
        }
        if (plain == SQLiteErrorCode.SQLITE_CORRUPT.code || plain == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return Optional.of(DAMAGED);
        } else if (plain == SQLiteErrorCode.SQLITE_BUSY.code || plain == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return Optional.of(LOCKED);
        } else if (plain == SQLiteErrorCode.SQLITE_READONLY.code || plain == SQLiteErrorCode.SQLITE_PERM.code) {
            return Optional.of(READ_ONLY);
        } else if (plain == SQLiteErrorCode.SQLITE_FULL.code) {
            return Optional.of(FULL);
        }
        boolean unreadable =
                plain == SQLiteErrorCode.SQLITE_CANTOPEN.code || plain == SQLiteErrorCode.SQLITE_IOERR.code;
        return unreadable ? Optional.of(UNREADABLE) : Optional.empty();
    }

    /** Java has no class of its own for a disk that is full: the words are those of the system. */
    private static Optional<DatabaseFault> of(IOException disk) {
        String message = String.valueOf(disk.getMessage()).toLowerCase(Locale.ROOT);
        boolean full = message.contains("no space left") || message.contains("quota exceeded");
        return full ? Optional.of(FULL) : Optional.empty();
    }
}
