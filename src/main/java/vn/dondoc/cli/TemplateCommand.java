package vn.dondoc.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.dondoc.app.Dondoc;
import vn.dondoc.calendar.Period;
import vn.dondoc.outbox.Attachment;

/** {@code dondoc template}: the workbook on which a unit reports on a period. */
@Command(
        name = "template",
        mixinStandardHelpOptions = true,
        description = "Mẫu báo cáo (XLSX) của một đơn vị cho một kỳ, điền sẵn nội dung đã báo cáo.")
final class TemplateCommand implements Callable<Integer> {
    @ParentCommand
    private DondocCommand dondoc;

    @Spec
    private CommandSpec spec;

    @Option(names = "--agency", required = true, paramLabel = "MÃ", description = "Mã đơn vị.")
    private String agency;

    @Option(names = "--period", required = true, paramLabel = "KỲ", description = "2017, 2017-H1 hoặc 2017-Q4.")
    private String period;

    @Option(
            names = "--out",
            paramLabel = "TỆP",
            description = "Tệp hoặc thư mục để ghi. Mặc định: mau-bao-cao-MÃ-KỲ.xlsx ở thư mục hiện tại.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        Period asked = Period.read(period.toUpperCase(Locale.ROOT))
                .orElseThrow(() -> refusal("“" + period
                        + "” không phải là kỳ báo cáo; ghi năm (2017), 6 tháng (2017-H1) hoặc quý (2017-Q4)."));
        Dondoc open = dondoc.openToLook();
        UnknownAgency.refuse(spec, open.settings().registry(), agency);
        Attachment form = open.forms()
                .form(agency, asked, dondoc.clock().instant())
                .orElseThrow(() -> refusal("Đơn vị “" + agency + "” không có nhiệm vụ nào trong kỳ “" + asked.id()
                        + "”; kiểm tra lại kỳ và thời gian hoạt động của đơn vị."));
        spec.commandLine().getOut().println(write(form));
        return ExitCode.FINE;
    }

    private Path write(Attachment form) {
        Path file = out == null ? Path.of(form.name()) : Files.isDirectory(out) ? out.resolve(form.name()) : out;
        try {
            if (Files.exists(file) && !Arrays.equals(Files.readAllBytes(file), form.content())) {
                throw refusal("Đã có tệp " + file + ", có thể đang ghi dở; chọn tên khác bằng --out.");
            }
            Files.write(file, form.content());
            return file;
        } catch (IOException unwritable) {
            throw new UncheckedIOException("Không ghi được " + file, unwritable);
        }
    }

    private CommandLine.ParameterException refusal(String why) {
        return new CommandLine.ParameterException(spec.commandLine(), why);
    }
}
