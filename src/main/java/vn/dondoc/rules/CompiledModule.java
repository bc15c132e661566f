package vn.dondoc.rules;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import org.drools.compiler.compiler.io.memory.MemoryFileSystem;
import org.drools.compiler.kie.builder.impl.InternalKieModuleProvider;
import org.drools.compiler.kie.builder.impl.KieBuilderImpl;
import org.drools.util.PortablePath;
import org.kie.api.KieServices;
import org.kie.api.builder.KieModule;
import org.kie.api.builder.model.KieModuleModel;
import org.kie.util.maven.support.ReleaseIdImpl;

/**
 * Reads a module out of the jar that Drools made of it. Drools itself takes each byte on its own and reads the description
 * with an XML library that takes longer to wake up than a rule base to make; every module has the default rule base, so
 * that its description is known.
 */
final class CompiledModule {
    private CompiledModule() {}

    /** @throws IOException when these are no bytes of a module */
    static KieModule read(byte[] jar) throws IOException {
        MemoryFileSystem files = filesIn(jar);
        String release = files.findPomProperties();
        if (release == null) {
            throw new IOException("a module without its name");
        }
        KieModuleModel description = KieServices.get().newKieModuleModel();
        KieBuilderImpl.setDefaultsforEmptyKieModule(description);
        return InternalKieModuleProvider.get(ReleaseIdImpl.fromPropertiesString(release), description, files);
    }

    private static MemoryFileSystem filesIn(byte[] jar) throws IOException {
        MemoryFileSystem files = new MemoryFileSystem();
        try (JarInputStream entries = new JarInputStream(new ByteArrayInputStream(jar))) {
            for (JarEntry entry = entries.getNextJarEntry(); entry != null; entry = entries.getNextJarEntry()) {
                if (!entry.isDirectory()) {
                    files.write(PortablePath.of(entry.getName()), entries.readAllBytes());
                }
            }
        }
        return files;
    }
}
