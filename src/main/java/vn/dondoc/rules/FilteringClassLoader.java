package vn.dondoc.rules;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The second wall: compiled rules see the classes that compiled rules are made of, and no other. Behind
 * {@link RuleGuard}, which lets nothing but checked cells and sentences of a closed grammar become a rule.
 */
final class FilteringClassLoader extends ClassLoader {
    private static final Set<String> SEEN = Set.of(
            "java.io.Externalizable",
            "java.io.IOException",
            "java.io.ObjectInput",
            "java.io.ObjectOutput",
            "java.io.Serializable",
            "java.lang.Boolean",
            "java.lang.CharSequence",
            "java.lang.Class",
            "java.lang.ClassNotFoundException",
            "java.lang.CloneNotSupportedException",
            "java.lang.Cloneable",
            "java.lang.Comparable",
            "java.lang.Enum",
            "java.lang.Error",
            "java.lang.Exception",
            "java.lang.IllegalArgumentException",
            "java.lang.Integer",
            "java.lang.Iterable",
            "java.lang.Long",
            "java.lang.Number",
            "java.lang.Object",
            "java.lang.Override",
            "java.lang.Record",
            "java.lang.RuntimeException",
            "java.lang.String",
            "java.lang.Throwable",
            "java.lang.Void",
            "java.lang.invoke.LambdaMetafactory",
            "java.lang.invoke.MethodHandles",
            "java.lang.invoke.SerializedLambda",
            "java.lang.invoke.StringConcatFactory",
            "java.lang.invoke.TypeDescriptor",
            "java.math.BigDecimal",
            "java.math.BigInteger",
            "java.time.LocalDate",
            "java.time.format.DateTimeFormatter",
            "java.time.format.DateTimeFormatterBuilder",
            "java.util.AbstractCollection",
            "java.util.AbstractList",
            "java.util.ArrayList",
            "java.util.Arrays",
            "java.util.Collection",
            "java.util.Collections",
            "java.util.Comparator",
            "java.util.Iterator",
            "java.util.List",
            "java.util.ListIterator",
            "java.util.Locale",
            "java.util.Map",
            "java.util.Optional",
            "java.util.RandomAccess",
            "java.util.Set",
            "java.util.Spliterator",
            "org.drools.compiler.kie.builder.MaterializedLambda",
            "org.drools.ecj.EclipseJavaCompiler",
            "org.drools.modelcompiler.CanonicalKieModuleModel",
            "org.drools.util.DateUtils",
            "org.kie.api.KieServices",
            "org.kie.api.builder.ReleaseId",
            "org.kie.api.internal.utils.KieService",
            "org.kie.api.runtime.KieContext",
            "org.kie.api.runtime.rule.RuleContext",
            "org.kie.util.maven.support.ReleaseIdImpl",
            "vn.dondoc.facts.Agency",
            "vn.dondoc.facts.Duty",
            "vn.dondoc.facts.Obligation",
            "vn.dondoc.findings.State",
            "vn.dondoc.rules.LeadNames",
            "vn.dondoc.rules.RequirementCollector",
            "vn.dondoc.rules.Situation",
            "vn.dondoc.rules.StageCollector",
            "vn.dondoc.rules.TermsCollector",
            "vn.dondoc.rules.VerdictCollector");

    private static final List<String> SEEN_BENEATH = List.of(
            "META-INF.kie.",
            "java.lang.annotation.",
            "java.lang.constant.",
            "java.util.function.",
            "org.drools.core.base.accumulators.",
            "org.drools.model.",
            "org.drools.modelcompiler.dsl.pattern.",
            "org.drools.modelcompiler.util.EvaluationUtil",
            "org.kie.api.builder.model.",
            "org.kie.api.conf.",
            "org.kie.api.runtime.conf.");

    FilteringClassLoader(ClassLoader parent) {
        super(parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!isSeen(name)) {
            throw new ClassNotFoundException(name + " is out of reach of rules");
        }
        return super.loadClass(name, resolve);
    }

    @Override
    public @Nullable URL getResource(String name) {
        return isSeen(name) ? super.getResource(name) : null;
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        return isSeen(name) ? super.getResourceAsStream(name) : null;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return isSeen(name) ? super.getResources(name) : Collections.emptyEnumeration();
    }

    /** @param name of a class or of a file, the name of a class's file included */
    private static boolean isSeen(String name) {
        String dotted = name.replace('/', '.');
        String type = dotted.endsWith(".class") ? dotted.substring(0, dotted.length() - ".class".length()) : dotted;
        int inner = type.indexOf('$');
        return SEEN.contains(inner < 0 ? type : type.substring(0, inner))
                || SEEN_BENEATH.stream().anyMatch(type::startsWith);
    }
}
