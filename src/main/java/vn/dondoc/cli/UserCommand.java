package vn.dondoc.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.dondoc.app.Dondoc;
import vn.dondoc.app.People;
import vn.dondoc.flow.Entered;
import vn.dondoc.flow.Given;
import vn.dondoc.people.Person;
import vn.dondoc.people.PersonCheck;
import vn.dondoc.people.Role;
import vn.dondoc.reading.VietnameseText;
import vn.dondoc.store.PeopleStore.Credentials;

/** {@code dondoc user …}: who may use the console, for who runs the server. Passwords never stand among the arguments. */
@Command(
        name = "user",
        mixinStandardHelpOptions = true,
        subcommands = UserTokenCommand.class,
        description =
                "Người dùng trang điều hành: thêm, xem, đặt mật khẩu, đổi quyền, khóa; mã truy cập của phần mềm khác.")
final class UserCommand implements Runnable {
    private static final int LARGEST_PASSWORD_FILE = 4_096;

    @ParentCommand
    private DondocCommand dondoc;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Thiếu lệnh: user add, list, password, role, lock, unlock, reset-totp, token.");
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Thêm người dùng; in đường dẫn dùng một lần để người ấy tự đặt mật khẩu.")
    int add(
            @Parameters(paramLabel = "TÊN", description = "Tên đăng nhập.") String login,
            @Option(names = "--title", paramLabel = "CHỨC_DANH", required = true, description = "Không ghi họ tên.")
                    String title,
            @Option(
                            names = "--role",
                            paramLabel = "QUYỀN",
                            required = true,
                            description = "lanh-dao, quan-tri, can-bo hoặc dau-moi.")
                    String role,
            @Option(names = "--agency", paramLabel = "MÃ", description = "Đơn vị của đầu mối.") @Nullable String agency,
            @Option(
                            names = "--password-file",
                            paramLabel = "TỆP",
                            description = "Đặt mật khẩu luôn: dòng đầu của tệp, “-” là đọc từ đầu vào chuẩn.")
                    @Nullable Path passwordFile)
            throws IOException {
        Dondoc open = dondoc.openToLook();
        People people = people(open);
        Person person = new Person(login, title, named(role), agency == null ? "" : agency, true);
        String password = passwordFile == null ? "" : passwordIn(passwordFile);
        Entered<Given<Person>> entered =
                people.flow().add(person, author(), dondoc.clock().instant());
        if (entered.stored().isEmpty()) {
            return Refusal.print(spec, entered.refused());
        }
        out().println("Đã thêm " + described(entered.stored().get().of()) + ".");
        if (passwordFile != null) {
            return setPassword(people, login, password);
        }
        printLink(open, entered.stored().get());
        return ExitCode.FINE;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Người dùng, quyền, tình trạng.")
    int list(@Option(names = "--format", defaultValue = "table", description = "table hoặc json.") Format format) {
        List<Credentials> all = people(dondoc.openToLook()).store().all();
        if (format == Format.json) {
            out().println(Answers.json(all.stream().map(UserCommand::answer).toList()));
            return ExitCode.FINE;
        }
        all.forEach(known -> out().println(described(known.person()) + state(known)));
        out().println(all.size() + " người dùng");
        return ExitCode.FINE;
    }

    @Command(
            name = "password",
            mixinStandardHelpOptions = true,
            description = "Cấp đường dẫn dùng một lần để đặt mật khẩu mới, hoặc đặt mật khẩu từ tệp.")
    int password(
            @Parameters(paramLabel = "TÊN") String login,
            @Option(
                            names = "--password-file",
                            paramLabel = "TỆP",
                            description = "Dòng đầu của tệp; “-” là đọc từ đầu vào chuẩn.")
                    @Nullable Path passwordFile)
            throws IOException {
        Dondoc open = dondoc.openToLook();
        if (passwordFile != null) {
            return setPassword(people(open), login, passwordIn(passwordFile));
        }
        Entered<Given<Person>> given =
                people(open).flow().newLink(login, author(), dondoc.clock().instant());
        given.stored().ifPresent(link -> printLink(open, link));
        return given.stored().isPresent() ? ExitCode.FINE : Refusal.print(spec, given.refused());
    }

    @Command(name = "role", mixinStandardHelpOptions = true, description = "Đổi quyền, chức danh, đơn vị.")
    int role(
            @Parameters(paramLabel = "TÊN") String login,
            @Parameters(paramLabel = "QUYỀN", description = "lanh-dao, quan-tri, can-bo hoặc dau-moi.") String role,
            @Option(names = "--title", paramLabel = "CHỨC_DANH", description = "Mặc định: như trước.") @Nullable String title,
            @Option(names = "--agency", paramLabel = "MÃ", description = "Đơn vị của đầu mối.") @Nullable String agency) {
        People people = people(dondoc.openToLook());
        String before =
                people.flow().find(login).map(known -> known.person().title()).orElse("");
        Person person =
                new Person(login, title == null ? before : title, named(role), agency == null ? "" : agency, true);
        return answer(people.flow().change(person, author(), dondoc.clock().instant()), "Đã đổi: ");
    }

    @Command(
            name = "lock",
            mixinStandardHelpOptions = true,
            description = "Khóa: không đăng nhập được nữa, phiên đang mở kết thúc.")
    int lock(@Parameters(paramLabel = "TÊN") String login) {
        return answer(
                people(dondoc.openToLook())
                        .flow()
                        .lock(login, author(), dondoc.clock().instant()),
                "Đã khóa: ");
    }

    @Command(name = "unlock", mixinStandardHelpOptions = true, description = "Mở khóa.")
    int unlock(@Parameters(paramLabel = "TÊN") String login) {
        return answer(
                people(dondoc.openToLook())
                        .flow()
                        .unlock(login, author(), dondoc.clock().instant()),
                "Đã mở khóa: ");
    }

    @Command(
            name = "reset-totp",
            mixinStandardHelpOptions = true,
            description = "Bỏ mã xác thực hai bước của người mất điện thoại; người quản trị phải thiết lập lại.")
    int resetTotp(@Parameters(paramLabel = "TÊN") String login) {
        return answer(
                people(dondoc.openToLook())
                        .flow()
                        .removeSecondStep(login, author(), dondoc.clock().instant()),
                "Đã bỏ mã xác thực hai bước: ");
    }

    DondocCommand dondoc() {
        return dondoc;
    }

    /** Whoever has this machine's command line is answerable with its account. */
    static String author() {
        return VietnameseText.oneLine("dòng lệnh máy chủ (" + System.getProperty("user.name", "?") + ")");
    }

    static People people(Dondoc open) {
        return People.of(open.settings(), open.database());
    }

    private int setPassword(People people, String login, String password) {
        return answer(
                people.flow()
                        .setPassword(
                                login,
                                password,
                                password,
                                "",
                                author(),
                                dondoc.clock().instant()),
                "Đã đặt mật khẩu: ");
    }

    private int answer(Entered<Person> entered, String done) {
        entered.stored().ifPresent(person -> out().println(done + described(person) + "."));
        return entered.stored().isPresent() ? ExitCode.FINE : Refusal.print(spec, entered.refused());
    }

    private Role named(String role) {
        return Role.named(role)
                .orElseThrow(() -> new CommandLine.ParameterException(
                        spec.commandLine(),
                        "Không có quyền “" + role + "”; ghi lanh-dao, quan-tri, can-bo hoặc dau-moi."));
    }

    private void printLink(Dondoc open, Given<Person> given) {
        out().println("Đường dẫn đặt mật khẩu của " + given.of().login() + " (dùng một lần, trong 3 ngày):");
        out().println("  " + open.settings().configuration().console().address() + "/vao/" + given.secret());
    }

    private static String passwordIn(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = file.toString().equals("-") ? System.in : Files.newInputStream(file)) {
            bytes = in.readNBytes(LARGEST_PASSWORD_FILE);
        }
        return PersonCheck.password(
                VietnameseText.decode(bytes).lines().findFirst().orElse(""));
    }

    private static String described(Person person) {
        return person.login() + " – " + person.title() + ", " + person.role().words()
                + (person.agency().isEmpty() ? "" : " " + person.agency());
    }

    private static String state(Credentials known) {
        return (known.person().active() ? "" : "; đã khóa")
                + (known.passwordHash().isEmpty() ? "; chưa đặt mật khẩu" : "")
                + (known.hasSecondStep() ? "; xác thực hai bước" : "");
    }

    private static Map<String, Object> answer(Credentials known) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("login", known.person().login());
        answer.put("title", known.person().title());
        answer.put("role", known.person().role().code());
        answer.put(
                "agency",
                known.person().agency().isEmpty() ? null : known.person().agency());
        answer.put("active", known.person().active());
        answer.put("hasPassword", !known.passwordHash().isEmpty());
        answer.put("hasSecondStep", known.hasSecondStep());
        return answer;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
