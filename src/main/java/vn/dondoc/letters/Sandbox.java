package vn.dondoc.letters;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.attributes.AttributeResolver;
import io.pebbletemplates.pebble.attributes.ResolvedAttribute;
import io.pebbletemplates.pebble.extension.Extension;
import io.pebbletemplates.pebble.extension.ExtensionCustomizer;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.loader.MemoryLoader;
import io.pebbletemplates.pebble.operator.BinaryOperator;
import io.pebbletemplates.pebble.tokenParser.TokenParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Builds template engines that know a short list of tags and filters, read only the texts given, and look into maps and
 * nothing else: an attribute is never a Java method, so a template reaches no object behind the words it is given.
 */
final class Sandbox {
    private static final Set<String> TAGS = Set.of("if", "for", "set", "include", "extends", "block");
    /** "escape" is what autoescaping calls; "raw", which would undo it, is not there. */
    private static final Set<String> FILTERS = Set.of("escape", "upper", "lower", "capitalize", "join", "length");
    /** A range could be made as long as memory lasts. */
    private static final String RANGE = "..";

    private static final int MOST_CHARACTERS = 1_000_000;

    private Sandbox() {}

    /** @param templates text of each template under its path in the folder */
    static PebbleEngine over(Map<String, String> templates, boolean html) {
        MemoryLoader loader = new MemoryLoader();
        templates.forEach(loader::addTemplate);
        PebbleEngine.Builder builder = new PebbleEngine.Builder();
        // every strategy is the same, so that no argument of "escape" can choose a weaker one
        for (String strategy : List.of("html", "js", "css", "url_param", "json")) {
            builder.addEscapingStrategy(strategy, Sandbox::escapeHtml);
        }
        return builder.loader(loader)
                .strictVariables(true)
                .autoEscaping(html)
                .newLineTrimming(false)
                .literalDecimalTreatedAsInteger(true)
                .defaultLocale(Locale.ROOT)
                .maxRenderedSize(MOST_CHARACTERS)
                .methodAccessValidator((object, method) -> false)
                .registerExtensionCustomizer(AllowList::new)
                .build();
    }

    /** Only what markup gives a meaning to; Vietnamese letters stay as they are. */
    private static String escapeHtml(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static @Nullable ResolvedAttribute lookUp(
            @Nullable Object instance, @Nullable Object name, Object @Nullable [] arguments) {
        return instance instanceof Map<?, ?> map && name instanceof String && arguments == null && map.containsKey(name)
                ? new ResolvedAttribute(map.get(name))
                : null;
    }

    private static final class AllowList extends ExtensionCustomizer {

        AllowList(Extension extension) {
            super(extension);
        }

        @Override
        public List<AttributeResolver> getAttributeResolver() {
            return super.getAttributeResolver() == null
                    ? List.of()
                    : List.of((instance, name, arguments, nodes, context, file, line) ->
                            lookUp(instance, name, arguments));
        }

        @Override
        public Map<String, Filter> getFilters() {
            Map<String, Filter> filters = new LinkedHashMap<>();
            if (super.getFilters() != null) {
                filters.putAll(super.getFilters());
            }
            filters.keySet().retainAll(FILTERS);
            return filters;
        }

        @Override
        public Map<String, Function> getFunctions() {
            return Map.of();
        }

        @Override
        public List<TokenParser> getTokenParsers() {
            return super.getTokenParsers() == null
                    ? List.of()
                    : super.getTokenParsers().stream()
                            .filter(parser -> TAGS.contains(parser.getTag()))
                            .toList();
        }

        @Override
        public List<BinaryOperator> getBinaryOperators() {
            return super.getBinaryOperators() == null
                    ? List.of()
                    : super.getBinaryOperators().stream()
                            .filter(operator -> !operator.getSymbol().equals(RANGE))
                            .toList();
        }
    }
}
