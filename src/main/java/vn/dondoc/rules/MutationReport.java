package vn.dondoc.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;

/**
 * What came of changing the rule files.
 *
 * @param tried how many changes
 * @param refused those that {@code rules check} refuses
 * @param noticed those that an example notices
 * @param equivalent those that {@code equivalents.yaml} gives a reason for
 * @param unnoticed the rest
 * @param wrongEntries entries of {@code equivalents.yaml} that are not true any more, one line each
 */
public record MutationReport(
        int tried, int refused, int noticed, int equivalent, List<Unnoticed> unnoticed, List<String> wrongEntries) {

    /**
     * A change that nobody notices.
     *
     * @param of duty, rung, rule or key whose line it is
     * @param wanted what an example would have to show
     */
    public record Unnoticed(String file, int line, String of, String cell, String before, String after, String wanted) {

        @Override
        public String toString() {
            return Mutant.words(file, line, of, cell, before, after) + "; cần " + wanted;
        }
    }

    public MutationReport {
        unnoticed = List.copyOf(unnoticed);
        wrongEntries = List.copyOf(wrongEntries);
    }

    public boolean isClean() {
        return unnoticed.isEmpty() && wrongEntries.isEmpty();
    }

    static MutationReport of(Map<Mutant, Mutation.Fate> fates, Equivalents equivalents, int every) {
        List<Mutant> explained = withFate(fates, Mutation.Fate.EQUIVALENT);
        List<Mutant> noticed = withFate(fates, Mutation.Fate.NOTICED);
        List<String> wrong = new ArrayList<>();
        for (Equivalents.Entry entry : equivalents.entries()) {
            Optional<Mutant> disproof = noticed.stream().filter(entry::covers).findFirst();
            if (disproof.isPresent()) {
                wrong.add(entry.place() + ": sai, có ví dụ nhận ra "
                        + disproof.get().words());
            } else if (every == 1 && explained.stream().noneMatch(entry::covers)) {
                wrong.add(entry.place() + ": thừa, không còn thay đổi nào như thế mà không ví dụ nào nhận ra");
            }
        }
        return new MutationReport(
                fates.size(),
                withFate(fates, Mutation.Fate.REFUSED).size(),
                noticed.size(),
                explained.size(),
                withFate(fates, Mutation.Fate.UNNOTICED).stream()
                        .map(MutationReport::unnoticed)
                        .toList(),
                wrong);
    }

    private static List<Mutant> withFate(Map<Mutant, Mutation.Fate> fates, Mutation.Fate wanted) {
        return fates.entrySet().stream()
                .filter(fate -> fate.getValue() == wanted)
                .map(Entry::getKey)
                .toList();
    }

    private static Unnoticed unnoticed(Mutant mutant) {
        return new Unnoticed(
                mutant.file(),
                mutant.line(),
                mutant.subject(),
                mutant.cell(),
                mutant.before(),
                mutant.after(),
                wanted(mutant));
    }

    private static String wanted(Mutant mutant) {
        return switch (mutant.cell()) {
            case "Loại" -> "một ví dụ mà loại khác cho kết luận khác, ví dụ chưa báo cáo gì";
            case "Chủ trì" -> "một ví dụ với đơn vị bị thêm hoặc bớt: có kết luận, hoặc “không ràng buộc”";
            case "Chu kỳ" -> "một ví dụ ghi kỳ, hoặc báo cáo của kỳ trước";
            case "Mốc theo dõi", "Hạn", "Dời ngày nghỉ", "Từ ngày", "Đến ngày" ->
                "một ví dụ vào đúng ngày và một ví dụ ngày kề bên mà hai cách ghi cho kết luận khác nhau";
            case "Căn cứ hạn" -> "một ví dụ đang thực hiện mà đã qua hạn";
            case "Khẩn trương", "Nhắc trước", "giá trị" ->
                "một ví dụ vào ngày đầu tiên được nhắc và một ví dụ hôm trước";
            case "Hoàn thành khi" -> "một ví dụ báo “đã trình”";
            case "câu" -> "một ví dụ có con số đúng ở mức, và một ví dụ kề dưới hoặc trên mức";
            default -> "một ví dụ có stage, letter, tone, addressee, promises ở bậc này";
        };
    }
}
