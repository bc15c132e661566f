package vn.dondoc.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.kie.api.KieBase;
import vn.dondoc.reading.Problems;

/** The engineers' rules ({@code verdicts.drl}). */
final class VerdictRules {
    private VerdictRules() {}

    /** @throws vn.dondoc.reading.FaultyFileException when the program itself is faulty */
    static KieBase compiledBy(RuleCompiler compiler) {
        Problems problems = new Problems();
        KieBase base = compiler.compile(Permitted.VERDICTS, Map.of("verdicts.drl", text()), problems);
        problems.refuseIfAny();
        return Objects.requireNonNull(base, "verdicts.drl did not compile");
    }

    private static String text() {
        try (InputStream in = VerdictRules.class.getResourceAsStream("verdicts.drl")) {
            byte[] drl = Objects.requireNonNull(in, "verdicts.drl is missing from the program")
                    .readAllBytes();
            return new String(drl, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
