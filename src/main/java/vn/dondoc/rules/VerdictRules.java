package vn.dondoc.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.kie.api.KieBase;
import vn.dondoc.reading.Problems;

/** The engineers' rules ({@code verdicts.drl}). */
final class VerdictRules {
    private static final Pattern RULE = Pattern.compile("(?m)^rule \"(\\S+)");

    private VerdictRules() {}

    /** @throws vn.dondoc.reading.FaultyFileException when the program itself is faulty */
    static KieBase compiledBy(RuleCompiler compiler) {
        Problems problems = new Problems();
        KieBase base = compiler.compile(Permitted.VERDICTS, sources(), problems);
        problems.refuseIfAny();
        return Objects.requireNonNull(base, "verdicts.drl did not compile");
    }

    /** Under which they are kept. */
    static String key() {
        return CompiledRules.keyOf(Permitted.VERDICTS.id(), sources());
    }

    private static Map<String, String> sources() {
        return Map.of("verdicts.drl", text());
    }

    /** "HAN-01", "HAN-02", …, in the order of the file. */
    static List<String> names() {
        return RULE.matcher(text()).results().map(found -> found.group(1)).toList();
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
