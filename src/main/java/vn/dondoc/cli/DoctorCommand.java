package vn.dondoc.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.dondoc.app.Diagnosis;
import vn.dondoc.app.Diagnosis.Grade;
import vn.dondoc.app.Doctor;

/** {@code dondoc doctor}: whether everything is in order, line by line, with what to do. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Khám: cấu hình, địa chỉ, lịch nghỉ, quy tắc, hàng chờ, đồng hồ, ổ đĩa, sao lưu, sổ ghi.")
final class DoctorCommand implements Callable<Integer> {
    @ParentCommand
    private DondocCommand dondoc;

    @Spec
    private CommandSpec spec;

    @Option(names = "--format", defaultValue = "table", description = "table hoặc json.")
    private Format format;

    @Override
    public Integer call() {
        if (format == Format.csv) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--format của doctor là table hoặc json.");
        }
        List<Diagnosis> diagnoses = Doctor.examine(dondoc.home(), dondoc.clock().instant());
        if (format == Format.json) {
            out().println(Answers.json(
                    diagnoses.stream().map(DoctorCommand::answer).toList()));
        } else {
            print(diagnoses);
        }
        return Diagnosis.anyFault(diagnoses) ? ExitCode.FOUND_SOMETHING : ExitCode.FINE;
    }

    private static Map<String, Object> answer(Diagnosis diagnosis) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("grade", diagnosis.grade().name().toLowerCase(Locale.ROOT));
        answer.put("subject", diagnosis.subject());
        answer.put("found", diagnosis.found());
        answer.put("remedy", diagnosis.remedy());
        return answer;
    }

    private void print(List<Diagnosis> diagnoses) {
        for (Diagnosis diagnosis : diagnoses) {
            String remedy = diagnosis.remedy().isEmpty() ? "" : " → " + diagnosis.remedy();
            out().println(String.format(
                    Locale.ROOT,
                    "%-8s  %s: %s%s",
                    diagnosis.grade().word(),
                    diagnosis.subject(),
                    diagnosis.found(),
                    remedy));
        }
        out().println(count(diagnoses, Grade.FAULT) + " lỗi, " + count(diagnoses, Grade.WARNING) + " cảnh báo.");
    }

    private static long count(List<Diagnosis> diagnoses, Grade grade) {
        return diagnoses.stream()
                .filter(diagnosis -> diagnosis.grade() == grade)
                .count();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
