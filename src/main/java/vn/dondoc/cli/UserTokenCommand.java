package vn.dondoc.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.dondoc.app.People;
import vn.dondoc.flow.Entered;
import vn.dondoc.flow.Given;
import vn.dondoc.people.ApiToken;
import vn.dondoc.people.ApiToken.Scope;

/** {@code dondoc user token …}: what other programs show to this one. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "Mã truy cập của phần mềm khác: cấp, xem, thu hồi.")
final class UserTokenCommand implements Runnable {
    private static final int USUAL_DAYS = 90;

    @ParentCommand
    private UserCommand user;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Thiếu lệnh: user token add, list, revoke.");
    }

    @Command(name = "add", mixinStandardHelpOptions = true, description = "Cấp mã; chỉ in một lần.")
    int add(
            @Option(names = "--name", paramLabel = "TÊN", required = true, description = "Phần mềm dùng mã.")
                    String name,
            @Option(names = "--agency", paramLabel = "MÃ", description = "Một đơn vị. Mặc định: mọi đơn vị.") @Nullable String agency,
            @Option(
                            names = "--scope",
                            paramLabel = "VIỆC",
                            required = true,
                            split = ",",
                            description = "report (gửi báo cáo), read (đọc kết quả), hoặc cả hai: report,read.")
                    List<String> scopes,
            @Option(names = "--until", paramLabel = "NGÀY", description = "Ngày cuối. Mặc định: sau 90 ngày.") @Nullable LocalDate until) {
        Instant now = user.dondoc().clock().instant();
        LocalDate last = until == null ? user.dondoc().today().plusDays(USUAL_DAYS) : until;
        Entered<Given<ApiToken>> entered = people().tokens()
                .add(name, agency == null ? "" : agency, named(scopes), last, UserCommand.author(), now);
        if (entered.stored().isEmpty()) {
            return Refusal.print(spec, entered.refused());
        }
        out().println(entered.stored().get().secret());
        spec.commandLine()
                .getErr()
                .println("Đã cấp mã truy cập, dùng đến hết ngày " + vn.dondoc.reading.VietnameseDate.write(last)
                        + ". Mã chỉ in một lần này; mất thì cấp mã khác.");
        return ExitCode.FINE;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Các mã đã cấp, không có chính mã ấy.")
    int list() {
        List<ApiToken> all = people().tokens().all();
        Instant now = user.dondoc().clock().instant();
        all.forEach(token -> out().println(described(token, now)));
        out().println(all.size() + " mã truy cập");
        return ExitCode.FINE;
    }

    @Command(name = "revoke", mixinStandardHelpOptions = true, description = "Thu hồi: mã hết dùng được ngay.")
    int revoke(@Parameters(paramLabel = "SỐ") long id) {
        boolean revoked = people().tokens()
                .revoke(id, UserCommand.author(), user.dondoc().clock().instant());
        if (revoked) {
            out().println("Đã thu hồi mã truy cập số " + id + ".");
            return ExitCode.FINE;
        }
        spec.commandLine().getErr().println("Không có mã truy cập số " + id + " còn dùng; xem: dondoc user token list");
        return ExitCode.FOUND_SOMETHING;
    }

    private static String described(ApiToken token, Instant now) {
        String scopes = token.orderedScopes().stream().map(Scope::code).collect(Collectors.joining(","));
        String state = token.revokedAt() != null ? "đã thu hồi" : token.holdsAt(now) ? "đang dùng được" : "đã hết hạn";
        return "số " + token.id() + ": " + token.name() + " – " + scopes + ", "
                + (token.agency().isEmpty() ? "mọi đơn vị" : token.agency()) + ", đến "
                + Moment.inWords(token.expiresAt())
                + ": " + state;
    }

    private Set<Scope> named(List<String> codes) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String code : codes) {
            scopes.add(Arrays.stream(Scope.values())
                    .filter(scope -> scope.code().equals(code.strip()))
                    .findFirst()
                    .orElseThrow(() -> new CommandLine.ParameterException(
                            spec.commandLine(),
                            "Không có phạm vi “" + code + "”; ghi report, read hoặc report,read.")));
        }
        return scopes;
    }

    private People people() {
        return UserCommand.people(user.dondoc().openToLook());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
