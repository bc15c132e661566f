package vn.dondoc.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.kie.api.KieServices;
import org.kie.api.builder.KieModule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.Obligation;
import vn.dondoc.findings.State;

/**
 * Compiled rules on disk, so that a start need not compile. A file's name is the hash of everything that went into it: the
 * DRL, the version of Drools, the guard that let it pass, and the classes that the rules call. A file that cannot be used is compiled anew.
 */
final class CompiledRules {
    private static final Logger LOG = LoggerFactory.getLogger(CompiledRules.class);
    private static final int MOST_KEPT = 40;
    private static final int SEAL = Integer.BYTES + Long.BYTES;

    private static final List<Class<?>> DEPENDED_ON = List.of(
            ConditionGuard.class,
            ConsequenceGuard.class,
            Duty.class,
            LeadNames.class,
            Obligation.class,
            Permitted.class,
            RequirementCollector.class,
            RuleGuard.class,
            Situation.class,
            StageCollector.class,
            State.class,
            TermsCollector.class,
            VerdictCollector.class);

    private final Path folder;

    CompiledRules(Path folder) {
        this.folder = folder;
    }

    static String keyOf(String id, Map<String, String> sources) {
        MessageDigest digest = RuleFiles.sha256();
        digest.update(Program.FINGERPRINT);
        digest.update(id.getBytes(StandardCharsets.UTF_8));
        new TreeMap<>(sources).forEach((name, drl) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(drl.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Whether there is something under a key, of use or not. */
    boolean holds(String key) {
        return Files.isRegularFile(fileOf(key));
    }

    private Path fileOf(String key) {
        return folder.resolve(key + ".module");
    }

    /** The module of a key, registered with Drools; empty when it is not kept or of no use. */
    Optional<KieModule> find(String key) {
        Path file = fileOf(key);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            if (isWritableByOthers(file) || isWritableByOthers(folder)) {
                LOG.warn("{} may be written by others: not used", file);
                return Optional.empty();
            }
            KieModule module = CompiledModule.read(wholeIn(Files.readAllBytes(file)));
            KieServices.get().getRepository().addKieModule(module);
            return Optional.of(module);
        } catch (IOException | RuntimeException unusable) {
            LOG.warn("compiled rules {} cannot be used and are compiled anew", file, unusable);
            return Optional.empty();
        }
    }

    /**
     * Before the bytes stand how many they are and their check sum: a jar that a full disk or a power cut left without its
     * last entries looks whole. (Against those who mean harm stand the rights of file and folder.)
     */
    private static byte[] sealed(byte[] module) {
        return ByteBuffer.allocate(SEAL + module.length)
                .putInt(module.length)
                .putLong(sumOf(module))
                .put(module)
                .array();
    }

    private static byte[] wholeIn(byte[] file) throws IOException {
        if (file.length < SEAL) {
            throw new IOException("cut off in its first bytes");
        }
        ByteBuffer seal = ByteBuffer.wrap(file);
        byte[] module = Arrays.copyOfRange(file, SEAL, file.length);
        if (seal.getInt() != module.length || seal.getLong() != sumOf(module)) {
            throw new IOException("not the bytes that were written");
        }
        return module;
    }

    /** The sum that is quickest while nothing is compiled. */
    private static long sumOf(byte[] module) {
        CRC32 sum = new CRC32();
        sum.update(module);
        return sum.getValue();
    }

    private static boolean isWritableByOthers(Path path) throws IOException {
        if (!Files.getFileStore(path).supportsFileAttributeView("posix")) {
            return false;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
        return permissions.contains(PosixFilePermission.GROUP_WRITE)
                || permissions.contains(PosixFilePermission.OTHERS_WRITE);
    }

    /**
     * Not being able to keep them costs time at the next start, and nothing else. A home that never ran gets no data for it.
     */
    void keep(String key, byte[] module) {
        Path data = folder.toAbsolutePath().getParent();
        if (data == null || !Files.isDirectory(data)) {
            return;
        }
        try {
            Files.createDirectories(folder);
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            Path part = Files.createTempFile(folder, key, ".part");
            Files.write(part, sealed(module));
            Files.move(part, fileOf(key), StandardCopyOption.REPLACE_EXISTING);
            forgetOldest();
        } catch (IOException unwritable) {
            LOG.warn("compiled rules cannot be kept in {}", folder, unwritable);
        }
    }

    private void forgetOldest() throws IOException {
        try (Stream<Path> kept = Files.list(folder)) {
            List<Path> oldest = kept.sorted(Comparator.comparingLong(
                                    (Path file) -> file.toFile().lastModified())
                            .reversed())
                    .skip(MOST_KEPT)
                    .toList();
            for (Path file : oldest) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** What compiled rules depend on beside their own text. */
    private static final class Program {
        static final byte[] FINGERPRINT = fingerprint();

        private static byte[] fingerprint() {
            MessageDigest digest = RuleFiles.sha256();
            digest.update(String.valueOf(KieServices.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation())
                    .replaceFirst(".*/", "")
                    .getBytes(StandardCharsets.UTF_8));
            for (Class<?> called : DEPENDED_ON) {
                try (InputStream in =
                        called.getResourceAsStream(called.getName().replaceFirst(".*\\.", "") + ".class")) {
                    digest.update(in == null ? new byte[0] : in.readAllBytes());
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            }
            return digest.digest();
        }
    }
}
