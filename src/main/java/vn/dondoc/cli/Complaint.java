package vn.dondoc.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in Vietnamese what is wrong with the words of a command; picocli says it in English. */
final class Complaint {
    private static final Pattern OF_OPTION =
            Pattern.compile("Invalid value for option '(--?[^']+)'(?: \\([^)]*\\))?: (.*)");
    private static final Pattern OF_PARAMETER =
            Pattern.compile("Invalid value for positional parameter at index \\S+ \\(([^)]*)\\): (.*)");
    private static final Pattern ONE_OF = Pattern.compile("expected one of \\[(.*)\\] \\(case-\\w+\\) but was '(.*)'");
    private static final Pattern NO_NUMBER = Pattern.compile("'(.*)' is not an? (?:int|long)");
    private static final Pattern NOT_CONVERTED = Pattern.compile("cannot convert '(.*)' to .*");

    private Complaint() {}

    /** Answers on the error stream: what is wrong, then the command's help. */
    static int answer(ParameterException wrong) {
        PrintWriter err = wrong.getCommandLine().getErr();
        err.println(inWords(wrong));
        if (wrong instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            err.println("Có phải: " + String.join(", ", unmatched.getSuggestions()));
        } else {
            wrong.getCommandLine().usage(err);
        }
        return ExitCode.USAGE_OR_CONFIGURATION;
    }

    private static String inWords(ParameterException wrong) {
        String message = String.valueOf(wrong.getMessage());
        if (wrong instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return missing(
                    missing.getMissing(),
                    message.startsWith("Missing required parameter for option")
                            || message.startsWith("Expected parameter for option"));
        }
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        if (wrong instanceof OverwrittenOptionException twice) {
            return nameOf(twice.getOverwritten()) + " ghi hai lần; chỉ ghi một lần.";
        }
        Matcher ofOption = OF_OPTION.matcher(message);
        Matcher ofParameter = OF_PARAMETER.matcher(message);
        if (ofOption.matches()) {
            return ofOption.group(1) + ": " + value(ofOption.group(2));
        }
        return ofParameter.matches() ? ofParameter.group(1) + ": " + value(ofParameter.group(2)) : message;
    }

    /** @param value whether the option was written, and only what it is to be was not */
    private static String missing(List<ArgSpec> missing, boolean value) {
        String names = missing.stream()
                .map(each -> value ? nameOf(each) : nameOf(each) + labelOf(each))
                .collect(Collectors.joining(", "));
        return value ? "Thiếu giá trị sau " + names + "." : "Thiếu " + names + ".";
    }

    private static String nameOf(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String labelOf(ArgSpec argument) {
        return argument.isOption() ? " " + argument.paramLabel() : "";
    }

    private static String unmatched(UnmatchedArgumentException unmatched) {
        String written = String.join(" ", unmatched.getUnmatched());
        return unmatched.isUnknownOption()
                ? "Không có lựa chọn “" + written + "”."
                : "Không hiểu “" + written + "” ở đây.";
    }

    private static String value(String message) {
        Matcher oneOf = ONE_OF.matcher(message);
        if (oneOf.matches()) {
            return "không hiểu “" + oneOf.group(2) + "”; ghi một trong: " + oneOf.group(1);
        }
        Matcher noNumber = NO_NUMBER.matcher(message);
        if (noNumber.matches()) {
            return "“" + noNumber.group(1) + "” không phải số nguyên";
        }
        Matcher notConverted = NOT_CONVERTED.matcher(message);
        return notConverted.matches() ? "“" + notConverted.group(1) + "” không dùng được" : message;
    }
}
