package vn.dondoc.rules;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.KieModule;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dondoc.reading.Problems;

/**
 * Compiles DRL aside, with the executable model only: the classic engine would let a condition reach Java. What cannot be
 * compiled becomes a problem and no rule base. What was compiled once is remembered under the hash of its text, in memory
 * and, where a folder is given, on disk.
 */
public final class RuleCompiler {
    private static final Logger LOG = LoggerFactory.getLogger(RuleCompiler.class);
    private static final int MOST_REMEMBERED = 24;

    private static final ClassLoader WALL = new FilteringClassLoader(RuleCompiler.class.getClassLoader());
    private static final Map<String, KieBase> REMEMBERED =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, KieBase> eldest) {
                    return size() > MOST_REMEMBERED;
                }
            });

    private final Optional<CompiledRules> onDisk;

    private RuleCompiler(Optional<CompiledRules> onDisk) {
        this.onDisk = onDisk;
    }

    /** Remembers while the program runs. */
    public static RuleCompiler inMemory() {
        return new RuleCompiler(Optional.empty());
    }

    /**
     * Remembers on disk, too.
     *
     * @param folder holds bytecode that the program runs: nobody may write it who may not replace the program
     */
    public static RuleCompiler keepingIn(Path folder) {
        return new RuleCompiler(Optional.of(new CompiledRules(folder)));
    }

    /**
     * Takes up the engine and the engineers' rules ahead of time, where they are kept on disk: what has to be compiled waits
     * until somebody asks for it, and so does the complaint when that fails.
     */
    public void wake() {
        try {
            if (onDisk.isPresent() && onDisk.get().holds(VerdictRules.key())) {
                VerdictRules.compiledBy(this).newKieSession().dispose();
            }
        } catch (RuntimeException | LinkageError unusable) {
            LOG.debug("no head start", unusable);
        }
    }

    /**
     * Builds what {@link RuleGuard} lets pass. Null when there are problems.
     *
     * @param sources DRL by the name of the file that it came from with {@code .drl} behind it
     */
    @Nullable KieBase compile(Permitted permitted, Map<String, String> sources, Problems problems) {
        return compile(
                permitted.id(),
                sources,
                problems,
                refused -> sources.forEach((source, drl) -> RuleGuard.check(permitted, source, drl, refused)));
    }

    /** Builds any rules of one package, for tests of what stands behind the guard. */
    @Nullable KieBase compileUnguarded(Map<String, String> sources, Problems problems) {
        return compile("unguarded", sources, problems, refused -> {});
    }

    /** Drools keeps modules under names that are shared by the whole program: one at a time. */
    private @Nullable KieBase compile(
            String id, Map<String, String> sources, Problems problems, Consumer<Problems> guard) {
        synchronized (REMEMBERED) {
            return compileAlone(id, sources, problems, guard);
        }
    }

    private @Nullable KieBase compileAlone(
            String id, Map<String, String> sources, Problems problems, Consumer<Problems> guard) {
        String key = CompiledRules.keyOf(id, sources);
        KieBase known = REMEMBERED.get(key);
        if (known != null) {
            return known;
        }
        ReleaseId release = KieServices.get().newReleaseId("vn.dondoc", "rules-" + id, key);
        try {
            KieBase base = kept(key).orElse(null);
            if (base == null) {
                KieModule module = build(release, sources, problems, guard);
                if (module == null) {
                    return null;
                }
                onDisk.ifPresent(kept -> kept.keep(key, ((InternalKieModule) module).getBytes()));
                base = baseOf(module);
            }
            REMEMBERED.put(key, base);
            return base;
        } finally {
            KieServices.get().getRepository().removeKieModule(release);
        }
    }

    /** What is on disk; empty as well when it is whole and this Java or this engine can do nothing with it. */
    private Optional<KieBase> kept(String key) {
        try {
            return onDisk.flatMap(kept -> kept.find(key)).map(RuleCompiler::baseOf);
        } catch (RuntimeException | LinkageError unusable) {
            LOG.warn("compiled rules {} cannot be used and are compiled anew", key, unusable);
            return Optional.empty();
        }
    }

    private static KieBase baseOf(KieModule module) {
        return KieServices.get().newKieContainer(module.getReleaseId(), WALL).getKieBase();
    }

    private static @Nullable KieModule build(
            ReleaseId release, Map<String, String> sources, Problems problems, Consumer<Problems> guard) {
        Problems refused = new Problems();
        guard.accept(refused);
        problems.addAll(refused);
        return refused.isEmpty() ? build(release, sources, problems) : null;
    }

    private static @Nullable KieModule build(ReleaseId release, Map<String, String> sources, Problems problems) {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem().generateAndWritePomXML(release);
        // bytes are handed over as UTF-8, since the default charset of the machine would garble constants in silence
        sources.forEach((name, drl) -> files.write(
                "src/main/resources/vn/dondoc/plan/" + name,
                services.getResources().newByteArrayResource(drl.getBytes(StandardCharsets.UTF_8), "UTF-8")));
        try {
            KieBuilder builder = services.newKieBuilder(files, WALL);
            builder.buildAll(ExecutableModelProject.class);
            var errors = builder.getResults().getMessages(Message.Level.ERROR);
            for (Message error : errors) {
                problems.add(placeOf(error, sources.keySet()), firstLine(error.getText()), "");
            }
            return errors.isEmpty() ? builder.getKieModule() : null;
        } catch (RuntimeException uncompilable) {
            // the builder throws where a rule holds a value of the wrong type: that is the administrator's mistake, not
            // ours
            problems.add(filesOf(sources.keySet()), firstLine(String.valueOf(uncompilable.getMessage())), "");
            return null;
        }
    }

    /** A consequence is reported in the Java that was made of it; then all that is known is the files. */
    private static String placeOf(Message error, Set<String> sources) {
        String path = String.valueOf(error.getPath());
        return sources.stream()
                .filter(path::endsWith)
                .map(source -> Sentences.placeOf(source, error.getLine()))
                .findFirst()
                .orElseGet(() -> filesOf(sources));
    }

    private static String filesOf(Set<String> sources) {
        return sources.stream().map(Sentences::fileOf).collect(Collectors.joining(", "));
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
