package vn.dondoc.rules;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;
import vn.dondoc.reading.Problems;

/**
 * Compiles DRL aside, with the executable model only: the classic engine would let a condition reach Java. What cannot be
 * compiled becomes a problem and no rule base.
 */
final class RuleCompiler {
    private RuleCompiler() {}

    /**
     * @param sources DRL by file name (all of one package); bytes are handed over as UTF-8, since the default charset of
     *     the machine would garble constants in silence
     * <p>Null when there are problems.
     */
    static @org.jspecify.annotations.Nullable KieBase compile(
            String id, Map<String, String> sources, ClassLoader loader, Problems problems) {
        KieServices services = KieServices.get();
        ReleaseId release = services.newReleaseId("vn.dondoc", "rules-" + id, "1");
        KieFileSystem files = services.newKieFileSystem().generateAndWritePomXML(release);
        sources.forEach((name, drl) -> files.write(
                "src/main/resources/vn/dondoc/plan/" + name,
                services.getResources().newByteArrayResource(drl.getBytes(StandardCharsets.UTF_8), "UTF-8")));
        try {
            KieBuilder builder = services.newKieBuilder(files, loader);
            builder.buildAll(ExecutableModelProject.class);
            var errors = builder.getResults().getMessages(Message.Level.ERROR);
            for (Message error : errors) {
                problems.add(error.getPath() + ", dòng " + error.getLine(), firstLine(error.getText()), "");
            }
            if (!errors.isEmpty()) {
                return null;
            }
            KieContainer container = services.newKieContainer(release, loader);
            return container.getKieBase();
        } catch (RuntimeException uncompilable) {
            // the builder throws where a rule holds a value of the wrong type: that is the administrator's mistake, not
            // ours
            problems.add(String.join(", ", sources.keySet()), firstLine(String.valueOf(uncompilable.getMessage())), "");
            return null;
        } finally {
            services.getRepository().removeKieModule(release);
        }
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
