package vn.dondoc.config;

/**
 * How status reports are taken in.
 *
 * @param maxMegabytes a larger file is refused before it is read
 * @param partial whether the good rows of a file with bad rows are kept; otherwise one bad row refuses the file
 */
public record IntakeConfiguration(int maxMegabytes, boolean partial) {

    static IntakeConfiguration read(SettingReader intake) {
        return new IntakeConfiguration(
                intake.section().number("maxMegabytes", 20, 1, 500),
                intake.section().flag("partial", false));
    }
}
