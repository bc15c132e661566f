package vn.dondoc.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import vn.dondoc.flow.PublishFlow.Published;

/** Says what became of a publication. */
final class PublishedWords {
    private static final int MOST_REMARKS = 10;

    private PublishedWords() {}

    static int answer(CommandSpec spec, Published published) {
        if (!published.refused().isEmpty()) {
            PrintWriter problems = spec.commandLine().getErr();
            published.refused().forEach(problems::println);
            problems.println(published.refused().size() + " lỗi; quy tắc cũ vẫn có hiệu lực.");
            return ExitCode.FOUND_SOMETHING;
        }
        PrintWriter out = spec.commandLine().getOut();
        published
                .publication()
                .ifPresent(now -> out.println("Đang áp dụng: lần " + now.number() + ", phiên bản " + now.version()
                        + ", từ " + Moment.inWords(now.at()) + ", " + now.author() + ": " + now.reason() + "."));
        published.remarks().stream().limit(MOST_REMARKS).forEach(remark -> out.println("Lưu ý: " + remark));
        if (published.remarks().size() > MOST_REMARKS) {
            out.println("Và " + (published.remarks().size() - MOST_REMARKS) + " ví dụ nữa; xem: dondoc rules test");
        }
        published.kept().ifPresent(kept -> out.println("Thư mục trước đó được giữ tại " + kept + "."));
        return ExitCode.FINE;
    }
}
