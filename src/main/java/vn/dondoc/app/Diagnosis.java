package vn.dondoc.app;

import java.util.List;

/**
 * What a look at one side of a home came to, in Vietnamese.
 *
 * @param subject what was looked at
 * @param found what is so, without a full stop
 * @param remedy what to do, without a full stop; empty where nothing is to be done
 */
public record Diagnosis(Grade grade, String subject, String found, String remedy) {

    /** How bad it is; {@code word} is for readers. */
    public enum Grade {
        FINE("Đạt"),
        WARNING("Cảnh báo"),
        FAULT("Lỗi");

        private final String word;

        Grade(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    static Diagnosis fine(String subject, String found) {
        return new Diagnosis(Grade.FINE, subject, found, "");
    }

    static Diagnosis warning(String subject, String found, String remedy) {
        return new Diagnosis(Grade.WARNING, subject, found, remedy);
    }

    static Diagnosis fault(String subject, String found, String remedy) {
        return new Diagnosis(Grade.FAULT, subject, found, remedy);
    }

    /** Whether something is wrong that does not mend by itself. */
    public static boolean anyFault(List<Diagnosis> diagnoses) {
        return diagnoses.stream().anyMatch(diagnosis -> diagnosis.grade() == Grade.FAULT);
    }
}
