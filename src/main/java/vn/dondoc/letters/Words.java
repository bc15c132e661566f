package vn.dondoc.letters;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.dondoc.calendar.Period;
import vn.dondoc.facts.Plan;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.reading.VietnameseNumber;

/**
 * The words of one language that the program gives to letters, by the keys of {@code words_vi.properties} and
 * {@code words_en.properties}.
 */
final class Words {
    private static final Pattern BLANK = Pattern.compile("\\{(\\d)\\}");
    private static final String[] ROMAN = {"I", "II", "III", "IV"};
    private static final Map<Language, Words> CATALOGUES = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            CATALOGUES.put(language, new Words(language));
        }
    }

    private final Language language;
    private final Properties patterns;

    private Words(Language language) {
        this.language = language;
        this.patterns = read("words_" + language.code() + ".properties");
    }

    static Words in(Language language) {
        return Objects.requireNonNull(CATALOGUES.get(language));
    }

    private static Properties read(String file) {
        Properties patterns = new Properties();
        try (InputStream in = Objects.requireNonNull(Words.class.getResourceAsStream(file), file)) {
            patterns.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return patterns;
    }

    Language language() {
        return language;
    }

    Set<String> keys() {
        return new TreeSet<>(patterns.stringPropertyNames());
    }

    /** The words under a key; what is filled in is never searched for blanks itself. */
    String say(String key, Object... parts) {
        return BLANK.matcher(pattern(key))
                .replaceAll(blank -> Matcher.quoteReplacement(String.valueOf(parts[Integer.parseInt(blank.group(1))])));
    }

    /** The same for a number of things, which is the first part: under {@code key.one} or {@code key.many}. */
    String count(String key, long number, Object... others) {
        Object[] parts = new Object[others.length + 1];
        parts[0] = number;
        System.arraycopy(others, 0, parts, 1, others.length);
        return say(key + (number == 1 ? ".one" : ".many"), parts);
    }

    private String pattern(String key) {
        return Objects.requireNonNull(patterns.getProperty(key), () -> "no words for " + key + " in " + language);
    }

    /** What readers are told of a finding, as {@link Finding#stateInWords} tells it. */
    String state(Finding finding) {
        if (finding.state() == State.OVERDUE && finding.assumed()) {
            return say("state.pastMark");
        }
        boolean undated =
                finding.state() == State.DUE_SOON && finding.obligation().hard() == null;
        return undated ? say("state.longOpen") : state(finding.state());
    }

    String state(State state) {
        return say("state." + state.name());
    }

    /** "điểm e mục II.2.1", "point e of Section II.2.1": a clause by its id. */
    String clause(String id) {
        if (id.startsWith("QD.")) {
            return say("clause.article", id.substring(3));
        }
        if (id.endsWith(".end")) {
            return say("clause.end", id.substring(0, id.length() - 4));
        }
        int dot = id.lastIndexOf('.');
        String last = id.substring(dot + 1);
        return last.matches("[a-z]+")
                ? say("clause.point", last.equals("dd") ? "đ" : last, id.substring(0, dot))
                : say("clause.section", id);
    }

    /** "quý IV năm 2017", "quarter IV of 2017". */
    String period(Period period) {
        int year = period.first().getYear();
        if (period.id().contains("-Q")) {
            return say("period.quarter", ROMAN[period.id().charAt(6) - '1'], year);
        }
        if (period.id().contains("-H")) {
            return say(period.id().endsWith("1") ? "period.half.first" : "period.half.second", year);
        }
        return say("period.year", year);
    }

    /** The short name of a plan, in which only the kind of document is put in another language. */
    String planName(Plan plan) {
        String decision = in(Language.VI).say("plan.decision");
        return plan.shortName().startsWith(decision)
                ? say("plan.decision") + plan.shortName().substring(decision.length())
                : plan.shortName();
    }

    /** 31/12/2017, in every language of the letters. */
    String date(LocalDate day) {
        return VietnameseDate.write(day);
    }

    /** 1.234,5 in Vietnamese and 1,234.5 in English. */
    String number(BigDecimal number) {
        return marked(VietnameseNumber.write(number));
    }

    String percent(int hundredths) {
        return marked(VietnameseNumber.percent(hundredths));
    }

    /** Cut off to one decimal as {@link VietnameseNumber#share}. */
    String share(BigDecimal numerator, BigDecimal denominator) {
        return marked(VietnameseNumber.share(numerator, denominator));
    }

    /** A figure written in Vietnamese, with the marks of this language. */
    private String marked(String figure) {
        if (language == Language.VI) {
            return figure;
        }
        StringBuilder marked = new StringBuilder(figure.length());
        figure.chars().forEach(mark -> marked.append(mark == '.' ? ',' : mark == ',' ? '.' : (char) mark));
        return marked.toString();
    }

    /** What the facts say in one of the Vietnamese patterns of these keys, in this language; else as it was said. */
    String retell(String vietnamese, String... keys) {
        for (String key : keys) {
            Pattern said = Pattern.compile(Pattern.quote(in(Language.VI).pattern(key))
                    .replaceAll("\\{\\d\\}", Matcher.quoteReplacement("\\E(\\S+?)\\Q")));
            Matcher matcher = said.matcher(vietnamese);
            if (matcher.matches()) {
                Object[] parts = new Object[matcher.groupCount()];
                for (int i = 0; i < parts.length; i++) {
                    parts[i] = marked(matcher.group(i + 1));
                }
                return say(key, parts);
            }
        }
        return vietnamese;
    }
}
