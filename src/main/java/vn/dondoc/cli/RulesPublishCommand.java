package vn.dondoc.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.dondoc.app.Dondoc;
import vn.dondoc.rules.RuleFolder;

/** {@code dondoc rules publish}: puts an edit in force, with a name and a reason. */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        description = {
            "Đưa quy tắc đã sửa vào áp dụng: kiểm tra, rồi thay cả bộ một lần; có lỗi thì quy tắc cũ vẫn có hiệu lực.",
            "Với --rules, thư mục rules của chương trình được thay theo; bản trước được giữ lại."
        })
final class RulesPublishCommand implements Callable<Integer> {
    @ParentCommand
    private RulesCommand rules;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "Thư mục quy tắc đã sửa. Mặc định: rules của chương trình.")
    private @Nullable Path folder;

    @Option(names = "--by", paramLabel = "NGƯỜI", required = true, description = "Người quyết định.")
    private String author;

    @Option(names = "--reason", paramLabel = "LÝ_DO", required = true, description = "Vì sao, theo văn bản nào.")
    private String reason;

    @Option(names = "--at", paramLabel = "LÚC", description = "Như công bố vào lúc này, đã qua. Mặc định: bây giờ.")
    private @Nullable String at;

    @Override
    public Integer call() {
        Instant wished = PublishedWords.moment(spec, at, rules.dondoc());
        Dondoc open = rules.dondoc().open();
        RuleFolder edited =
                folder == null ? open.settings().rules() : open.settings().rulesIn(folder);
        Instant from = open.rules().soonest(wished, rules.dondoc().clock().instant());
        return PublishedWords.answer(spec, open.publishFlow().publish(edited, author, reason, from), wished);
    }
}
