package vn.dondoc.rules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One edit of the rules that nobody should make.
 *
 * @param name what it does
 * @param file the file that it edits, within {@code rules/}
 * @param refused whether it has to be refused; else it may also be accepted, when the book still judges
 * @param edit does it
 */
record HostileEdit(String name, String file, boolean refused, Edit edit) {

    /** Changes a file, or puts something else in its place. */
    @FunctionalInterface
    interface Edit {
        void applyTo(Path file) throws IOException;
    }

    static HostileEdit refused(String name, String file, Edit edit) {
        return new HostileEdit(name, file, true, edit);
    }

    static HostileEdit bounded(String name, String file, Edit edit) {
        return new HostileEdit(name, file, false, edit);
    }

    static Edit text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    static Edit bytes(byte[] bytes) {
        return file -> Files.write(file, bytes);
    }

    /** The first place where the old text stands. */
    static Edit swap(String before, String after) {
        return file -> {
            String text = Files.readString(file);
            int at = text.indexOf(before);
            if (at < 0) {
                throw new IllegalArgumentException("nothing to edit: " + before);
            }
            Files.writeString(file, text.substring(0, at) + after + text.substring(at + before.length()));
        };
    }

    /** The name of the file without its folder, as messages give it. */
    String fileName() {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    @Override
    public String toString() {
        return file + ": " + name;
    }
}
