package vn.dondoc.reading;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A block of {@code key: value} lines of a YAML file. Reading a key marks it as known; {@link #finish} then refuses every
 * key that nobody asked for, with the nearest known one. Nothing but text, numbers, flags, dates and lists is read: YAML
 * tags that would build objects are never resolved.
 */
public final class YamlSection {
    /** Mistakes of one section after which no more are listed. */
    private static final int MOST_PROBLEMS = 50;

    private final String file;
    private final int line;
    private final String path;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();
    private final List<YamlSection> children = new ArrayList<>();
    private final Problems problems;

    private YamlSection(String file, String path, @Nullable MappingNode node, int line, Problems problems) {
        this.file = file;
        this.path = path;
        this.line = line;
        this.problems = problems;
        int before = problems.size();
        for (NodeTuple tuple : node == null ? List.<NodeTuple>of() : node.getValue()) {
            if (problems.size() - before == MOST_PROBLEMS) {
                return;
            }
            String key =
                    tuple.getKeyNode() instanceof ScalarNode scalar ? VietnameseText.compose(scalar.getValue()) : "?";
            if (values.put(key, tuple.getValueNode()) != null) {
                problems.add(
                        file + ", dòng " + lineOf(tuple.getKeyNode()),
                        "khóa “" + key + "” viết hai lần",
                        "bỏ một dòng");
            }
            lines.put(key, lineOf(tuple.getKeyNode()));
        }
    }

    /** The whole file as one section; an unreadable or malformed file becomes a problem and gives an empty section. */
    public static YamlSection read(Path file, Problems problems) {
        String name = String.valueOf(file.getFileName());
        try {
            return read(name, VietnameseText.decode(Files.readAllBytes(file)), problems);
        } catch (CharacterCodingException broken) {
            problems.add(name, "không phải UTF-8", "lưu lại tệp dạng UTF-8");
        } catch (IOException unreadable) {
            problems.add(name, "không đọc được tệp", "kiểm tra tệp có tồn tại và được quyền đọc");
        }
        return unread(name);
    }

    /** Of a file that is missing or cannot be read that alone is said, and nothing of what it seems to lack. */
    public static YamlSection unread(String name) {
        return new YamlSection(name, "", null, 0, new Problems());
    }

    public static YamlSection read(String name, String text, Problems problems) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setCodePointLimit(8_000_000);
        try {
            Yaml yaml = new Yaml(options);
            if (text.indexOf('&') >= 0 && hasAlias(yaml, name, text, problems)) {
                return unread(name);
            }
            Node root = yaml.compose(new StringReader(text));
            if (root instanceof MappingNode mapping) {
                return new YamlSection(name, "", mapping, 1, problems);
            }
            if (root == null) {
                return new YamlSection(name, "", null, 1, problems);
            }
            problems.add(
                    name + ", dòng " + lineOf(root),
                    "phải là các dòng “khóa: giá trị”",
                    "sau dấu hai chấm có dấu cách; xem tệp của bản cài đặt");
        } catch (MarkedYAMLException malformed) {
            problems.add(YamlMistake.of(name, text, malformed));
        } catch (RuntimeException unreadable) {
            problems.add(YamlMistake.of(name, text, unreadable));
        }
        return unread(name);
    }

    /** A list that names itself many times over is small to write and endless to read. */
    private static boolean hasAlias(Yaml yaml, String name, String text, Problems problems) {
        for (Event event : yaml.parse(new StringReader(text))) {
            if (event instanceof AliasEvent) {
                problems.add(
                        name + ", dòng " + (event.getStartMark().getLine() + 1),
                        "không dùng được dấu * để nhắc lại chỗ khác",
                        "viết đầy đủ; chữ bắt đầu bằng * thì đặt trong ngoặc kép");
                return true;
            }
        }
        return false;
    }

    /** "dondoc.yaml, dòng 12, khóa “mail.transport”". */
    public String place(String key) {
        return file + ", dòng " + lines.getOrDefault(key, line) + ", khóa “" + path + key + "”";
    }

    public String place() {
        return file + ", dòng " + line;
    }

    /** Says what is wrong with a key's value; nothing when the file could not be read at all. */
    public void refuse(String key, String reason, String hint) {
        problems.add(place(key), reason, hint);
    }

    /** Says what is wrong with the section as a whole. */
    public void refuse(String reason, String hint) {
        problems.add(place(), reason, hint);
    }

    public int line() {
        return line;
    }

    public boolean has(String key) {
        known.add(key);
        Node node = values.get(key);
        return node != null && !Tag.NULL.equals(node.getTag());
    }

    public Set<String> keys() {
        return Set.copyOf(values.keySet());
    }

    public Optional<String> text(String key) {
        if (!has(key)) {
            return Optional.empty();
        }
        if (values.get(key) instanceof ScalarNode scalar) {
            return Optional.of(VietnameseText.compose(scalar.getValue()));
        }
        problems.add(place(key), "phải là một giá trị, không phải danh sách", "");
        return Optional.empty();
    }

    public String text(String key, String fallback) {
        return text(key).orElse(fallback);
    }

    public String requiredText(String key) {
        Optional<String> text = text(key).filter(value -> !value.isBlank());
        if (text.isEmpty()) {
            problems.add(place(key), "thiếu giá trị", "ghi " + key + ": …");
        }
        return text.orElse("");
    }

    public String oneOf(String key, List<String> allowed, String fallback) {
        String value = text(key, fallback);
        if (!allowed.contains(value)) {
            problems.add(place(key), "không hiểu “" + value + "”", "ghi một trong: " + String.join(", ", allowed));
            return fallback;
        }
        return value;
    }

    public boolean flag(String key, boolean fallback) {
        return switch (text(key, String.valueOf(fallback)).strip().toLowerCase(Locale.ROOT)) {
            case "true", "có", "yes" -> true;
            case "false", "không", "no" -> false;
            default -> {
                problems.add(place(key), "phải là true hoặc false", "ghi có hoặc không cũng được");
                yield fallback;
            }
        };
    }

    public int number(String key, int fallback, int least, int most) {
        String value = text(key, String.valueOf(fallback));
        try {
            int number = Integer.parseInt(value.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // answered below, with the range
        }
        problems.add(place(key), "“" + value + "” không dùng được", "ghi một số nguyên từ " + least + " đến " + most);
        return fallback;
    }

    public Optional<LocalDate> date(String key) {
        Optional<String> text = text(key);
        Optional<LocalDate> date = text.flatMap(VietnameseDate::read);
        if (text.isPresent() && date.isEmpty()) {
            problems.add(place(key), "“" + text.get() + "” không phải ngày", "ghi dạng \"31/12/2017\"");
        }
        return date;
    }

    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Node item : items(key)) {
            if (item instanceof ScalarNode scalar) {
                texts.add(VietnameseText.compose(scalar.getValue()));
            } else {
                problems.add(file + ", dòng " + lineOf(item), "phải là một giá trị", "");
            }
        }
        return texts;
    }

    /** A block under a key; empty when the key is absent, so that defaults apply. */
    public YamlSection section(String key) {
        Node node = has(key) ? values.get(key) : null;
        if (node != null && !(node instanceof MappingNode)) {
            problems.add(place(key), "phải là các dòng “khóa: giá trị” thụt vào", "");
            node = null;
        }
        return child(path + key + ".", (MappingNode) node, lines.getOrDefault(key, line));
    }

    /** A list of blocks under a key. */
    public List<YamlSection> sections(String key) {
        List<YamlSection> sections = new ArrayList<>();
        for (Node item : items(key)) {
            if (item instanceof MappingNode mapping) {
                sections.add(child(path + key + "[" + (sections.size() + 1) + "].", mapping, lineOf(item)));
            } else {
                problems.add(file + ", dòng " + lineOf(item), "phải là các dòng “khóa: giá trị”", "");
            }
        }
        return sections;
    }

    /** Refuses unknown keys here and in every section read from here. */
    public void finish() {
        int before = problems.size();
        for (String key : values.keySet()) {
            if (problems.size() - before < MOST_PROBLEMS && !known.contains(key)) {
                problems.add(place(key), "không có khóa “" + key + "”", Nearest.hint(key, known));
            }
        }
        children.forEach(YamlSection::finish);
    }

    private YamlSection child(String childPath, @Nullable MappingNode node, int childLine) {
        YamlSection child = new YamlSection(file, childPath, node, childLine, problems);
        children.add(child);
        return child;
    }

    private List<Node> items(String key) {
        if (!has(key)) {
            return List.of();
        }
        if (values.get(key) instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        problems.add(place(key), "phải là danh sách, mỗi dòng bắt đầu bằng “- ”", "");
        return List.of();
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
