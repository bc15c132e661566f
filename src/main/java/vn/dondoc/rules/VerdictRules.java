package vn.dondoc.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.kie.api.KieBase;
import vn.dondoc.reading.Problems;

/** The engineers' rules ({@code verdicts.drl}), compiled once for the life of the program. */
final class VerdictRules {
    private static final class Holder {
        static final KieBase BASE = compile();
    }

    private VerdictRules() {}

    static KieBase compiled() {
        return Holder.BASE;
    }

    private static KieBase compile() {
        try (InputStream in = VerdictRules.class.getResourceAsStream("verdicts.drl")) {
            if (in == null) {
                throw new IllegalStateException("verdicts.drl is missing from the program");
            }
            String drl = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Problems problems = new Problems();
            KieBase base = RuleCompiler.compile(
                    "verdicts", Map.of("verdicts.drl", drl), VerdictRules.class.getClassLoader(), problems);
            problems.refuseIfAny();
            if (base == null) {
                throw new IllegalStateException("verdicts.drl did not compile");
            }
            return base;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
