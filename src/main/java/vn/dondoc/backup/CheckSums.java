package vn.dondoc.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.dondoc.reading.Problem;

/** {@code SHA256SUMS}, as the command {@code sha256sum -c} reads it: a line for each file of a folder. */
final class CheckSums {
    private static final String FILE = "SHA256SUMS";
    private static final int HASH_LETTERS = 64;

    private CheckSums() {}

    static void write(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, Path> file : filesIn(folder).entrySet()) {
            lines.add(sha256(file.getValue()) + "  " + file.getKey());
        }
        Files.write(folder.resolve(FILE), lines);
    }

    /** Every file that is missing, changed, or not on the list. */
    static List<Problem> faults(Path folder) throws IOException {
        Path sums = folder.resolve(FILE);
        if (!Files.isRegularFile(sums)) {
            return List.of(fault(folder, "không phải bản sao lưu: thiếu tệp " + FILE));
        }
        Map<String, Path> found = filesIn(folder);
        List<Problem> faults = new ArrayList<>();
        for (String line : Files.readAllLines(sums)) {
            String name = line.substring(Math.min(line.length(), HASH_LETTERS + 2));
            Path file = found.remove(name);
            if (file == null) {
                faults.add(fault(folder.resolve(name), "thiếu tệp"));
            } else if (!line.startsWith(sha256(file))) {
                faults.add(fault(file, "nội dung không còn như lúc sao lưu"));
            }
        }
        found.forEach((name, file) -> faults.add(fault(file, "không có trong danh sách " + FILE)));
        return faults;
    }

    private static Problem fault(Path place, String what) {
        return new Problem(place.toString(), what, "dùng bản sao lưu khác");
    }

    private static Map<String, Path> filesIn(Path folder) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        for (Path file : Folders.filesIn(folder)) {
            if (!file.equals(folder.resolve(FILE))) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), file);
            }
        }
        return files;
    }

    static String sha256(Path file) throws IOException {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest())) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of()
                    .formatHex(((DigestInputStream) in).getMessageDigest().digest());
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
