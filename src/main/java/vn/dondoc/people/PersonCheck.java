package vn.dondoc.people;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import vn.dondoc.facts.Registry;
import vn.dondoc.reading.Nearest;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.VietnameseText;

/** What can be wrong with a person as entered, and with a password as chosen. Each mistake names the field. */
public final class PersonCheck {
    public static final String LOGIN = "tên đăng nhập";
    public static final String TITLE = "chức danh";
    public static final String AGENCY = "đơn vị";
    public static final String PASSWORD = "mật khẩu";
    public static final String AGAIN = "mật khẩu nhập lại";
    public static final int SHORTEST_PASSWORD = 12;
    private static final int LONGEST_PASSWORD = 200;
    private static final int LONGEST_TITLE = 70;
    private static final int FEWEST_SIGNS = 5;
    private static final Pattern WRITTEN_LOGIN = Pattern.compile("[a-z0-9](?:[a-z0-9.-]{0,38}[a-z0-9])");

    private PersonCheck() {}

    /** A login as it is compared: nobody is somebody else for a capital or a blank. */
    public static String login(String written) {
        return written.strip().toLowerCase(Locale.ROOT);
    }

    /** A password as it is compared: keyboards compose Vietnamese letters in two ways. */
    public static String password(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC);
    }

    public static void check(Person person, Registry registry, Problems problems) {
        if (!WRITTEN_LOGIN.matcher(person.login()).matches()) {
            problems.add(
                    LOGIN,
                    "“" + person.login() + "” không dùng được",
                    "ghi 2 đến 40 chữ a–z không dấu, chữ số, dấu chấm hoặc gạch nối, ví dụ so-tu-phap");
        }
        checkTitle(person.title(), problems);
        checkAgency(person, registry, problems);
    }

    private static void checkTitle(String title, Problems problems) {
        if (title.isEmpty()) {
            problems.add(TITLE, "không để trống", "ghi chức danh, ví dụ Chuyên viên, Sở Nội vụ; không ghi họ tên");
        } else if (title.length() > LONGEST_TITLE || !title.equals(VietnameseText.oneLine(title))) {
            problems.add(TITLE, "dài quá " + LONGEST_TITLE + " chữ hoặc không phải một dòng", "ghi gọn chức danh");
        }
    }

    private static void checkAgency(Person person, Registry registry, Problems problems) {
        boolean isContact = person.role() == Role.CONTACT;
        if (isContact && person.agency().isEmpty()) {
            problems.add(AGENCY, "đầu mối phải thuộc một đơn vị", "ghi mã đơn vị, ví dụ so-tu-phap hoặc 522");
        } else if (!isContact && !person.agency().isEmpty()) {
            problems.add(AGENCY, "chỉ đầu mối thuộc một đơn vị", "để trống");
        } else if (isContact && registry.latest(person.agency()).isEmpty()) {
            problems.add(
                    AGENCY, "không có đơn vị “" + person.agency() + "”", Nearest.hint(person.agency(), registry.ids()));
        }
    }

    /** Length is what counts; what is easily guessed of a person is refused, kinds of signs are not asked for. */
    public static void checkPassword(String login, String password, String again, Problems problems) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST_PASSWORD) {
            problems.add(
                    PASSWORD,
                    "ngắn hơn " + SHORTEST_PASSWORD + " ký tự",
                    "chọn dài hơn, ví dụ bốn từ không liên quan đến nhau");
        } else if (length > LONGEST_PASSWORD) {
            problems.add(PASSWORD, "dài quá " + LONGEST_PASSWORD + " ký tự", "chọn ngắn hơn");
        } else if (isEasilyGuessed(login, password)) {
            problems.add(
                    PASSWORD,
                    "dễ đoán",
                    "không dùng tên đăng nhập, không lặp lại một vài ký tự, không dùng dãy như 123456 hay abcdef");
        }
        if (!password.equals(again)) {
            problems.add(AGAIN, "hai lần nhập khác nhau", "nhập lại cả hai");
        }
    }

    /** Whether most signs are followed by a neighbour in the alphabet or among the digits. */
    private static boolean isRow(String password) {
        long neighbours = IntStream.range(1, password.length())
                .filter(at -> Math.abs(password.charAt(at) - password.charAt(at - 1)) == 1)
                .count();
        return 2 * neighbours > password.length();
    }

    private static boolean isEasilyGuessed(String login, String password) {
        String lower = password.toLowerCase(Locale.ROOT);
        return lower.chars().distinct().count() < FEWEST_SIGNS
                || isRow(lower)
                || (!login.isEmpty() && lower.replace(login, "").length() < FEWEST_SIGNS);
    }
}
