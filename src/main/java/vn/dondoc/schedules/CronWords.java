package vn.dondoc.schedules;

import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.dondoc.reading.Problem;

/** Says in Vietnamese what is wrong with a cron line. */
final class CronWords {
    private static final String EXAMPLE = "ví dụ \"0 0 7 ? * *\" là 07:00 mọi ngày";
    private static final int FEWEST_COLUMNS = 6;
    private static final int MOST_COLUMNS = 7;

    /** What Quartz's English contains → what it means, what to write. The first that fits counts. */
    private static final Map<String, String[]> MEANINGS = new LinkedHashMap<>();

    static {
        mean("both a day-of-week AND", "cột ngày và cột thứ cùng có giá trị", "ghi ? ở cột không dùng; " + EXAMPLE);
        mean("-OR- Day-of-Week", "dấu ? ghi ở cả cột ngày và cột thứ", "ghi * ở một cột; " + EXAMPLE);
        mean("'?' can only", "dấu ? chỉ ghi được ở cột ngày hoặc cột thứ", "ghi * ở cột khác");
        mean("after '?'", "sau dấu ? không được ghi gì thêm", "để dấu ? đứng một mình");
        mean("Minute and Second", "giây và phút phải từ 0 đến 59", "cột 1 là giây, cột 2 là phút");
        mean("Hour values", "giờ phải từ 0 đến 23", "cột 3 là giờ");
        mean("Day of month", "ngày phải từ 1 đến 31", "cột 4 là ngày");
        mean("Month value", "tháng phải từ 1 đến 12", "cột 5 là tháng, hoặc JAN đến DEC");
        mean("month number", "tháng phải từ 1 đến 12", "cột 5 là tháng, hoặc JAN đến DEC");
        mean("Day-of-Week value", "thứ phải từ 1 (Chủ nhật) đến 7 (thứ Bảy)", "cột 6 là thứ, hoặc SUN đến SAT");
        mean("'L'", "chữ L ghi không đúng chỗ", "L chỉ ghi ở cột ngày hoặc cột thứ, một mình");
        mean("Offset from last", "số ngày lùi từ cuối tháng phải không quá 30", "ví dụ L-3");
        mean("'W'", "chữ W ghi không đúng chỗ", "W chỉ ghi ở cột ngày, sau số từ 1 đến 31");
        mean("'#'", "dấu # ghi không đúng chỗ", "ví dụ MON#1 là thứ Hai đầu tháng, ở cột thứ");
        mean("\"nth\" days", "dấu # chỉ ghi được một lần", "ví dụ MON#1");
        mean("Increment", "bước nhảy sau dấu / quá lớn", "ví dụ 0/5 là từ 0, cứ 5 một lần");
        mean("'/'", "sau dấu / phải là một số", "ví dụ 0/5 là từ 0, cứ 5 một lần");
        mean("NumberFormat", "có chữ ở chỗ phải là số", "ví dụ 0/5 là từ 0, cứ 5 một lần");
        mean("Illegal c", "có chữ không dùng được", "thứ ghi SUN, MON đến SAT; tháng ghi JAN, FEB đến DEC");
        mean("Start year", "năm đầu phải trước năm cuối", "");
    }

    private CronWords() {}

    private static void mean(String english, String message, String hint) {
        MEANINGS.put(english, new String[] {message, hint});
    }

    /** Empty when the line can be used and fires at least once from a moment on. */
    static Optional<Problem> problemIn(String line, ZoneId zone, Instant from, String place) {
        int columns = line.strip().split("\\s+").length;
        if (columns < FEWEST_COLUMNS || columns > MOST_COLUMNS) {
            String hint = columns == FEWEST_COLUMNS - 1 ? "thêm cột giây ở đầu; " + EXAMPLE : EXAMPLE;
            return Optional.of(new Problem(
                    place,
                    "cron “" + line + "” có " + columns + " cột",
                    "phải có sáu hoặc bảy (cột bảy là năm): giây phút giờ ngày tháng thứ; " + hint));
        }
        if (line.strip().split("\\s+")[0].matches(".*[*/?-].*")) {
            return Optional.of(new Problem(
                    place, "cron “" + line + "” chạy nhiều lần trong một phút", "ghi 0 ở cột giây; " + EXAMPLE));
        }
        try {
            boolean fires = Cron.of(line, zone).after(from).isPresent();
            return fires
                    ? Optional.empty()
                    : Optional.of(new Problem(
                            place,
                            "cron “" + line + "” không bao giờ đến giờ chạy",
                            columns == MOST_COLUMNS
                                    ? "kiểm tra cột ngày, cột tháng và cột năm (cột bảy, bỏ được)"
                                    : "kiểm tra cột ngày và cột tháng"));
        } catch (ParseException faulty) {
            return Optional.of(inVietnamese(line, place, String.valueOf(faulty.getMessage())));
        }
    }

    private static Problem inVietnamese(String line, String place, String english) {
        return MEANINGS.entrySet().stream()
                .filter(entry -> english.contains(entry.getKey()))
                .findFirst()
                .map(entry -> new Problem(place, "cron “" + line + "”: " + entry.getValue()[0], entry.getValue()[1]))
                .orElseGet(() -> new Problem(place, "không hiểu cron “" + line + "” (" + english + ")", EXAMPLE));
    }
}
