package vn.dondoc.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.dondoc.app.Dondoc;
import vn.dondoc.rules.Publication;

/** {@code dondoc rules history}: which rules were in force from when, by whom, why. */
@Command(name = "history", mixinStandardHelpOptions = true, description = "Các lần công bố quy tắc, mới nhất ở cuối.")
final class RulesHistoryCommand implements Callable<Integer> {
    @ParentCommand
    private RulesCommand rules;

    @Spec
    private CommandSpec spec;

    @Option(names = "--format", defaultValue = "table", description = "table, json hoặc csv.")
    private Format format;

    @Override
    public Integer call() {
        Dondoc open = rules.dondoc().open();
        List<Publication> history = open.rules().history();
        boolean edited = !history.isEmpty() && open.rules().edit().isPresent();
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case json -> out.println(Answers.json(answer(history, edited)));
            case csv -> {
                out.println("number,version,at,author,reason");
                history.forEach(each -> out.println(Answers.csv(List.of(
                        String.valueOf(each.number()),
                        each.version(),
                        each.at().toString(),
                        each.author(),
                        each.reason()))));
            }
            case table -> {
                history.forEach(each -> out.println(String.format(
                        "%4d  %s  %s%s  %s: %s",
                        each.number(),
                        each.version(),
                        Moment.inWords(each.at()),
                        each.repeated(history)
                                .map(like -> ", như lần " + like.number())
                                .orElse(""),
                        each.author(),
                        each.reason())));
                out.println(inWords(history, edited));
            }
        }
        return ExitCode.FINE;
    }

    private static String inWords(List<Publication> history, boolean edited) {
        if (history.isEmpty()) {
            return "Chưa công bố lần nào; lần kiểm tra đầu tiên sẽ ghi bản đang có trong thư mục rules.";
        }
        return history.size() + " lần công bố"
                + (edited ? "; thư mục rules đang có sửa đổi chưa áp dụng (xem: dondoc rules diff)." : ".");
    }

    private static Map<String, Object> answer(List<Publication> history, boolean edited) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(
                "publications",
                history.stream().map(each -> answer(each, history)).toList());
        answer.put("edited", edited);
        return answer;
    }

    private static Map<String, Object> answer(Publication publication, List<Publication> history) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("number", publication.number());
        answer.put("version", publication.version());
        answer.put("at", publication.at().toString());
        answer.put("author", publication.author());
        answer.put("reason", publication.reason());
        answer.put(
                "repeats",
                publication.repeated(history).map(Publication::number).orElse(null));
        return answer;
    }
}
