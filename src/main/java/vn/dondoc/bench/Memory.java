package vn.dondoc.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How much memory the process took, bytes.
 *
 * @param peakHeap the sum of the most that each part of the heap held, garbage included
 * @param heapAfter what is still held at the end
 * @param peakResident the most of the machine's memory since the process began; -1 where the system does not say
 */
public record Memory(long peakHeap, long heapAfter, long peakResident) {
    private static final Path STATUS = Path.of("/proc/self/status");

    static Memory now() {
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return new Memory(peak, runtime.totalMemory() - runtime.freeMemory(), readPeakResident());
    }

    static void forgetPeak() {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static long readPeakResident() {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException elsewhere) {
            return -1;
        }
    }
}
