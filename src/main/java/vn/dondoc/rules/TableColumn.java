package vn.dondoc.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import vn.dondoc.facts.AgencyGroup;
import vn.dondoc.facts.Kind;
import vn.dondoc.facts.Milestone;
import vn.dondoc.facts.Recurrence;
import vn.dondoc.findings.State;

/**
 * How a column of a rule table is filled in.
 *
 * @param choices the only texts that it may hold; empty where it is written freely
 * @param hint what to write; may be empty
 * @param isLong whether a cell may run to sentences
 */
public record TableColumn(String heading, List<String> choices, String hint, boolean isLong) {
    private static final Set<String> LONG =
            Set.of("Trích Quyết định", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Minh chứng", "Ghi chú");
    private static final List<String> CROSS = List.of("", "x");
    private static final String SEMICOLONS = ", cách nhau dấu chấm phẩy";

    public TableColumn {
        choices = List.copyOf(choices);
    }

    /** A column of {@code duties.csv}, {@code reminders.csv} or a table that has no closed columns. */
    public static TableColumn of(String file, String heading) {
        boolean ladder = file.equals("reminders.csv");
        List<String> choices = ladder ? ofLadder(heading) : file.equals("duties.csv") ? ofDuties(heading) : List.of();
        return new TableColumn(
                heading, choices, ladder ? hintOfLadder(heading) : hint(heading), LONG.contains(heading));
    }

    private static List<String> ofDuties(String heading) {
        return switch (heading) {
            case "Loại" -> Arrays.stream(Kind.values()).map(Kind::word).toList();
            case "Chu kỳ" ->
                Arrays.stream(Recurrence.values()).map(Recurrence::word).toList();
            case "Căn cứ hạn" -> List.of("", "Quyết định", "giả định");
            case "Dời ngày nghỉ" -> List.of("", "có", "không");
            case "Hoàn thành khi" ->
                Arrays.stream(Milestone.values()).map(Milestone::word).toList();
            case "Khẩn trương", "Thử nghiệm" -> CROSS;
            default -> List.of();
        };
    }

    private static List<String> ofLadder(String heading) {
        return switch (heading) {
            case "Khẩn trương" -> List.of("", "có", "không");
            case "Tính từ" -> LadderTable.ANCHORS;
            case "Thư" -> Stage.Form.words();
            case "Giọng" -> LadderTable.TONES;
            case "Người nhận" -> Stage.Addressee.words();
            case "Thử nghiệm" -> CROSS;
            default -> List.of();
        };
    }

    private static String hint(String heading) {
        return switch (heading) {
            case "Mã" -> "điều khoản, gạch nối, hai chữ số: II.2.1.e-04";
            case "Trích Quyết định" -> "nguyên văn một đoạn của điều khoản";
            case "Chủ trì", "Phối hợp" ->
                "tên đơn vị hoặc nhóm" + SEMICOLONS + ". Nhóm: " + String.join("; ", AgencyGroup.allWords());
            case "Hạn", "Mốc theo dõi" ->
                "25/11; 31/12/2021; đến 31/12/2021; trước 01/01/2018; giữa tháng 6; cuối năm. Nhiều kỳ: mỗi kỳ một ngày"
                        + SEMICOLONS;
            case "Nhắc trước" -> "số ngày làm việc trước mốc" + SEMICOLONS + ": 15; 7; 3; 1";
            case "Trùng với" -> "mã nhiệm vụ" + SEMICOLONS;
            case "Từ ngày", "Đến ngày" -> "31/12/2017; để trống là không giới hạn";
            case "Ghi chú" -> "dời ngày của Quyết định thì nêu văn bản cho dời, có số và ngày";
            default -> "";
        };
    }

    private static String hintOfLadder(String heading) {
        return switch (heading) {
            case "Bậc" -> "chữ thường không dấu, số, gạch nối; đã dùng thì không đổi tên";
            case "Trạng thái" ->
                String.join(
                        "; ", Arrays.stream(State.values()).map(State::words).toList());
            case "Loại nhiệm vụ" ->
                LadderTable.ANY_KIND + ", hoặc: "
                        + String.join(
                                "; ",
                                Arrays.stream(Kind.values()).map(Kind::word).toList());
            case "Từ ngày thứ", "Lặp lại sau" -> "số ngày làm việc";
            case "Sau số thư" -> "số thư không được trả lời";
            case "Hẹn nộp" -> "được hẹn ngày nộp mấy lần; để trống là không được";
            case "Từ ngày", "Đến ngày" -> "31/12/2017; để trống là không giới hạn";
            default -> "";
        };
    }
}
