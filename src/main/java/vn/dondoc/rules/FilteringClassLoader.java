package vn.dondoc.rules;

import java.io.InputStream;
import java.net.URL;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The second wall: hides from compiled rules the classes through which they could reach the machine. The first wall is
 * that nothing but checked cells and sentences of a closed grammar ever becomes DRL.
 */
final class FilteringClassLoader extends ClassLoader {
    private static final Set<String> HIDDEN_CLASSES = Set.of(
            "java.lang.System",
            "java.lang.Runtime",
            "java.lang.Process",
            "java.lang.ProcessBuilder",
            "java.lang.ProcessHandle",
            "java.lang.Thread",
            "java.lang.ThreadGroup",
            "java.lang.ClassLoader",
            "java.lang.Module",
            "java.lang.ModuleLayer");

    private static final List<String> HIDDEN_PACKAGES = List.of(
            "java.lang.reflect.",
            "java.io.File",
            "java.nio.",
            "java.net.",
            "java.sql.",
            "javax.script.",
            "jdk.",
            "sun.",
            "com.sun.");

    FilteringClassLoader(ClassLoader parent) {
        super(parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (isHidden(name)) {
            throw new ClassNotFoundException(name + " is out of reach of rules");
        }
        return super.loadClass(name, resolve);
    }

    @Override
    public @Nullable URL getResource(String name) {
        return isHidden(name.replace('/', '.')) ? null : super.getResource(name);
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        return isHidden(name.replace('/', '.')) ? null : super.getResourceAsStream(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws java.io.IOException {
        return isHidden(name.replace('/', '.')) ? java.util.Collections.emptyEnumeration() : super.getResources(name);
    }

    private static boolean isHidden(String name) {
        String outermost = name.endsWith(".class") ? name.substring(0, name.length() - ".class".length()) : name;
        int inner = outermost.indexOf('$');
        return HIDDEN_CLASSES.contains(inner < 0 ? outermost : outermost.substring(0, inner))
                || HIDDEN_PACKAGES.stream().anyMatch(name::startsWith);
    }
}
