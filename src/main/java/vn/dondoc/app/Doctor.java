package vn.dondoc.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.dondoc.config.Home;
import vn.dondoc.reading.FaultyFileException;
import vn.dondoc.reading.Problem;
import vn.dondoc.store.Database;

/**
 * Looks at everything that has to be in order for letters to go out tomorrow. What cannot be looked at because something
 * before it is wrong is left out. Nothing is changed: tables of an earlier version are not looked into.
 */
public final class Doctor {
    private final Instant now;
    private final List<Diagnosis> diagnoses = new ArrayList<>();

    private Doctor(Instant now) {
        this.now = now;
    }

    /** Examines a home, whether it is served meanwhile or not. */
    public static List<Diagnosis> examine(Home home, Instant now) {
        Doctor doctor = new Doctor(now);
        Settings settings = doctor.orFaults("Cấu hình", "sửa tệp cấu hình như đã chỉ", () -> Settings.read(home));
        if (settings != null) {
            doctor.diagnoses.add(Diagnosis.fine("Cấu hình", "các tệp trong config đọc được, không có lỗi"));
            doctor.examine(settings);
        }
        return List.copyOf(doctor.diagnoses);
    }

    private void examine(Settings settings) {
        diagnoses.addAll(new ConfigurationExamination(settings, now).all());
        MachineExamination machine = new MachineExamination(settings, now);
        diagnoses.addAll(machine.all());
        List<Diagnosis> ofDatabase = machine.database();
        diagnoses.addAll(ofDatabase);
        boolean usable = ofDatabase.stream().allMatch(one -> one.grade() == Diagnosis.Grade.FINE);
        if (usable && settings.database().exists()) {
            examineRecords(settings);
        }
    }

    private void examineRecords(Settings settings) {
        Dondoc dondoc = orFaults("Cơ sở dữ liệu", "làm như đã chỉ", () -> Dondoc.openWithoutLetters(settings));
        if (dondoc == null) {
            return;
        }
        try (Database database = dondoc.database()) {
            diagnoses.addAll(new RulesExamination(dondoc, now).all());
            diagnoses.addAll(new RecordsExamination(dondoc, database, now).all());
        }
    }

    /** What a reading gives; null, and every mistake a diagnosis, when it is refused. */
    private <T> @Nullable T orFaults(String subject, String remedy, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (FaultyFileException faulty) {
            faulty.problems().forEach(problem -> diagnoses.add(ofProblem(subject, problem, remedy)));
            return null;
        }
    }

    static Diagnosis ofProblem(String subject, Problem problem, String remedy) {
        return Diagnosis.fault(
                subject,
                problem.place() + ": " + problem.message(),
                Optional.of(problem.hint()).filter(hint -> !hint.isEmpty()).orElse(remedy));
    }
}
