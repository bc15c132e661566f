package vn.dondoc.config;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.dondoc.facts.Level;
import vn.dondoc.reading.VietnameseText;

/**
 * How status reports are taken in.
 *
 * @param maxMegabytes a larger file is refused before it is read
 * @param partial whether the good rows of a file with bad rows are kept; otherwise one bad row refuses the file
 * @param approval levels of units (sở, công an, huyện, xã) whose reports count once Sở Nội vụ has approved them
 */
public record IntakeConfiguration(int maxMegabytes, boolean partial, Set<Level> approval) {
    public IntakeConfiguration {
        approval = Set.copyOf(approval);
    }

    private static final List<Level> LEVELS = List.of(Level.DEPARTMENT, Level.POLICE, Level.DISTRICT, Level.COMMUNE);

    static IntakeConfiguration read(SettingReader intake) {
        return new IntakeConfiguration(
                intake.section().number("maxMegabytes", 20, 1, 500),
                intake.section().flag("partial", false),
                levels(intake));
    }

    private static Set<Level> levels(SettingReader intake) {
        Set<Level> levels = EnumSet.noneOf(Level.class);
        for (String word : intake.section().texts("approval")) {
            Optional<Level> level = LEVELS.stream()
                    .filter(known -> VietnameseText.key(known.word()).equals(VietnameseText.key(word)))
                    .findFirst();
            level.ifPresent(levels::add);
            if (level.isEmpty()) {
                intake.problem("approval", "không có cấp “" + word + "”", "ghi một hay nhiều trong: [" + words() + "]");
            }
        }
        return levels;
    }

    private static String words() {
        return LEVELS.stream().map(Level::word).collect(Collectors.joining(", "));
    }

    /** As the file says it: "huyện, xã"; empty where no report has to be approved. */
    String approvalInWords() {
        return LEVELS.stream().filter(approval::contains).map(Level::word).collect(Collectors.joining(", "));
    }
}
