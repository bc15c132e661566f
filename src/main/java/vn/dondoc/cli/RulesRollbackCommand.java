package vn.dondoc.cli;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.dondoc.app.Dondoc;
import vn.dondoc.rules.Publication;

/** {@code dondoc rules rollback}: puts the rules of an earlier version in force once more. */
@Command(
        name = "rollback",
        mixinStandardHelpOptions = true,
        description = {
            "Áp dụng lại một phiên bản quy tắc trước đây; thành một lần công bố mới, lịch sử giữ nguyên.",
            "Thư mục rules được thay theo; những gì đang có ở đó được giữ lại."
        })
final class RulesRollbackCommand implements Callable<Integer> {
    @ParentCommand
    private RulesCommand rules;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PHIÊN_BẢN",
            arity = "0..1",
            description =
                    "Số thứ tự hoặc các ký tự đầu của phiên bản (rules history); nhiều lần cùng một phiên bản thì lấy lần có"
                            + " nhiều ví dụ nhất, rồi đến lần mới nhất. Mặc định: bản có hiệu lực ngay trước khi"
                            + " bản đang áp dụng được công bố lần đầu; thư mục đang có sửa đổi chưa áp dụng thì là bản đang áp dụng.")
    private @Nullable String version;

    @Option(names = "--by", paramLabel = "NGƯỜI", required = true, description = "Người quyết định.")
    private String author;

    @Option(names = "--reason", paramLabel = "LÝ_DO", required = true, description = "Vì sao.")
    private String reason;

    @Option(names = "--at", paramLabel = "LÚC", description = "Như công bố vào lúc này, đã qua. Mặc định: bây giờ.")
    private @Nullable String at;

    @Override
    public Integer call() {
        Instant wished = PublishedWords.moment(spec, at, rules.dondoc());
        Dondoc open = rules.dondoc().open();
        Publication to = version == null
                ? PublicationChoice.before(spec, open.rules())
                : PublicationChoice.named(spec, open.rules(), version);
        Instant from = open.rules().soonest(wished, rules.dondoc().clock().instant());
        return PublishedWords.answer(spec, open.publishFlow().rollback(to, author, reason, from), wished);
    }
}
