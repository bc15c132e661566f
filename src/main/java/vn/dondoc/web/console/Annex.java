package vn.dondoc.web.console;

import io.javalin.config.JavalinConfig;

/** What stands beside the sections, with a door of its own: signing in, the interface for programs. */
@FunctionalInterface
public interface Annex {
    void build(JavalinConfig config);
}
