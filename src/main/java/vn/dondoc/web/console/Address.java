package vn.dondoc.web.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The address of a page with what it is asked for, so that its links ask for the same and one thing else. */
public record Address(String path, Map<String, String> asked) {

    public Address {
        asked = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(asked));
    }

    /** Each part between the slashes is written out: an id may hold what an address may not. */
    public static Address of(String... parts) {
        return new Address(
                java.util.Arrays.stream(parts).map(Address::written).collect(Collectors.joining("/", "/", "")),
                Map.of());
    }

    /** The same asked for that, too; without it where it is empty. */
    public Address with(String name, String value) {
        Map<String, String> other = new LinkedHashMap<>(asked);
        other.remove(name);
        if (!value.isEmpty()) {
            other.put(name, value);
        }
        return new Address(path, other);
    }

    public Address without(String name) {
        return with(name, "");
    }

    private static String written(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return asked.isEmpty()
                ? path
                : path
                        + asked.entrySet().stream()
                                .map(each -> written(each.getKey()) + "=" + written(each.getValue()))
                                .collect(Collectors.joining("&", "?", ""));
    }
}
