package vn.dondoc.intake;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.dondoc.reading.Problem;

/**
 * Sends every hostile file in, one after another, and says of each: number, name, whether it may be harmless, outcome,
 * processor time in ms, whether the original is kept, and its first mistake. Run in a small memory of its own.
 */
public final class HostileUploads {
    private HostileUploads() {}

    public static void main(String... folder) throws Exception {
        Office office = new Office(Path.of(folder[0]));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path file = Path.of(folder[0], "upload");
        List<HostileFiles.File> files = HostileFiles.all();
        for (int i = 0; i < files.size(); i++) {
            HostileFiles.File hostile = files.get(i);
            Files.write(file, hostile.bytes().get());
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Receipt receipt = office.intake.receive(hostile.name(), file, Intake.Options.STRICT, Office.NOW);
            long spent = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1_000_000;
            boolean kept = Files.size(office.received.resolve(receipt.keptAs())) == Files.size(file);
            Problem first =
                    receipt.refused().isEmpty() ? null : receipt.refused().get(0);
            String name =
                    hostile.name().substring(0, Math.min(40, hostile.name().length()));
            out.println(String.join(
                    "\t",
                    String.valueOf(i),
                    name.replaceAll("\\p{Cntrl}", "?"),
                    String.valueOf(hostile.harmless()),
                    receipt.outcome().code(),
                    String.valueOf(spent),
                    String.valueOf(kept),
                    first == null ? "-" : first.toString()));
        }
        office.database.close();
    }
}
