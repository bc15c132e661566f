package vn.dondoc.cli;

import java.io.PrintWriter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import vn.dondoc.flow.PublishFlow.Outcome;
import vn.dondoc.flow.PublishFlow.Published;
import vn.dondoc.reading.FaultyFileException;
import vn.dondoc.reading.Problems;
import vn.dondoc.rules.Publication;

/** What is told of a publication: that it cannot lie ahead, and what became of it. */
final class PublishedWords {
    private static final int MOST_REMARKS = 10;

    private PublishedWords() {}

    /**
     * From when rules are to hold.
     *
     * @throws FaultyFileException when that lies ahead
     */
    static Instant moment(CommandSpec spec, @Nullable String written, DondocCommand dondoc) {
        Instant moment = Moment.of(spec, written, dondoc);
        Problems problems = new Problems();
        if (moment.isAfter(dondoc.clock().instant())) {
            problems.add(
                    "--at",
                    Moment.inWords(moment) + " chưa đến; công bố thì áp dụng ngay hoặc từ một lúc đã qua",
                    "quy tắc áp dụng từ một ngày về sau: ghi câu “Áp dụng từ ngày …” trong targets.dslr, ghi cột “Từ ngày”"
                            + " trong duties.csv, reminders.csv; rồi công bố không có --at");
        }
        problems.refuseIfAny();
        return moment;
    }

    /** @param wished from when the rules were to hold */
    static int answer(CommandSpec spec, Published published, Instant wished) {
        if (!published.refused().isEmpty()) {
            PrintWriter problems = spec.commandLine().getErr();
            published.refused().forEach(problems::println);
            problems.println(published.refused().size() + " lỗi; quy tắc cũ vẫn có hiệu lực.");
            return ExitCode.FOUND_SOMETHING;
        }
        PrintWriter out = spec.commandLine().getOut();
        published.publication().ifPresent(now -> out.println(inForce(published, now)));
        published
                .publication()
                .filter(now ->
                        published.outcome() == Outcome.PUBLISHED && now.at().isAfter(wished))
                .ifPresent(now -> out.println("Lưu ý: không áp dụng từ " + Moment.inWords(wished)
                        + " được, vì đến lúc công bố lần " + (now.number() - 1) + " đã áp dụng quy tắc khác."));
        published.remarks().stream().limit(MOST_REMARKS).forEach(remark -> out.println("Lưu ý: " + remark));
        if (published.remarks().size() > MOST_REMARKS) {
            out.println("Và " + (published.remarks().size() - MOST_REMARKS) + " ví dụ nữa; xem: dondoc rules test");
        }
        published
                .kept()
                .ifPresent(kept ->
                        out.println((kept.edit() ? "Bản sửa chưa áp dụng trong thư mục rules" : "Thư mục trước đó")
                                + " được giữ tại " + kept.place() + "."));
        return ExitCode.FINE;
    }

    private static String inForce(Published published, Publication now) {
        String which = "lần " + now.number()
                + published.like().map(like -> ", như lần " + like.number()).orElse("") + ", phiên bản "
                + now.version() + ", từ " + Moment.inWords(now.at()) + ", " + now.author() + ": " + now.reason();
        return switch (published.outcome()) {
            case PUBLISHED -> "Đang áp dụng: " + which + ".";
            case ONLY_EXAMPLES_DIFFER ->
                "Chỉ ví dụ thay đổi; quy tắc như cũ, không ghi thêm lần công bố. Vẫn áp dụng: " + which + ".";
            case NOTHING_DIFFERS -> "Không có gì khác; không ghi thêm lần công bố. Vẫn áp dụng: " + which + ".";
            case REFUSED -> throw new IllegalArgumentException("refused: " + published.refused());
        };
    }
}
