package vn.dondoc.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.dondoc.app.Settings;
import vn.dondoc.config.DatabaseConfiguration;
import vn.dondoc.reading.VietnameseNumber;
import vn.dondoc.store.Database;
import vn.dondoc.store.DatabaseAddress.PostgresServer;
import vn.dondoc.store.DatabaseMove;
import vn.dondoc.store.DatabaseMove.MovedTable;

/** {@code dondoc migrate}: moves what the home's SQLite file holds to a PostgreSQL server. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description = {
            "Chuyển toàn bộ dữ liệu từ tệp SQLite sang máy chủ PostgreSQL, khi một máy không đủ.",
            "Tên đăng nhập, mật khẩu lấy theo database trong config/dondoc.yaml. Dừng dondoc serve trước khi chuyển."
        })
final class MigrateCommand implements Callable<Integer> {
    private static final int SHOWN_OF_CHECKSUM = 12;

    @ParentCommand
    private DondocCommand dondoc;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "ĐỊA_CHỈ",
            description = "Cơ sở dữ liệu trống, dạng jdbc:postgresql://may-chu.don-vi.example:5432/dondoc")
    private String to;

    @Option(names = "--yes", description = "Chuyển. Không có thì chỉ xem sẽ chuyển những gì.")
    private boolean yes;

    @Override
    public Integer call() {
        Settings settings = dondoc.settings();
        Path file = settings.home().database(settings.configuration());
        PostgresServer server = server(settings.configuration().database());
        if (!Files.exists(file)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "Chưa có dữ liệu để chuyển: không có tệp " + file
                            + "; ghi database.url rồi chạy thẳng trên PostgreSQL.");
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println("Từ:  " + file);
        out.println("Đến: " + server.inWords());
        if (yes) {
            try (Database target = Database.open(server)) {
                List<MovedTable> moved = DatabaseMove.move(file, target);
                print(moved);
                sayWhatToDoNow(settings, file, moved);
            }
        } else {
            DatabaseMove.refuseUnusable(server);
            print(DatabaseMove.preview(file));
            out.println("Chưa chuyển gì. Dừng dondoc serve, rồi chạy lại lệnh này, thêm --yes.");
        }
        return ExitCode.FINE;
    }

    private PostgresServer server(DatabaseConfiguration login) {
        if (!to.startsWith(PostgresServer.SCHEME)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "--to phải là địa chỉ PostgreSQL, dạng " + PostgresServer.SCHEME
                            + "may-chu.don-vi.example:5432/dondoc");
        }
        if (DatabaseConfiguration.holdsLogin(to)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "Không ghi tên đăng nhập, mật khẩu trong địa chỉ; ghi database.username và database.passwordFile"
                            + " hoặc database.passwordEnvironment trong config/dondoc.yaml.");
        }
        return new PostgresServer(to, login.username(), login.password().reveal());
    }

    private void print(List<MovedTable> tables) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.format("  %-20s %12s  %s", "bảng", "số dòng", "mã kiểm tra"));
        tables.forEach(table -> out.println(String.format(
                "  %-20s %12s  %s",
                table.name(), grouped(table.rows()), table.checksum().substring(0, SHOWN_OF_CHECKSUM))));
        out.println("Tổng cộng " + tables.size() + " bảng, " + rows(tables) + " dòng.");
    }

    private void sayWhatToDoNow(Settings settings, Path file, List<MovedTable> moved) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Đã chuyển " + rows(moved) + " dòng; số dòng và mã kiểm tra của hai bên khớp nhau.");
        out.println("Tệp SQLite giữ nguyên tại " + file + "; chương trình chưa dùng PostgreSQL. Để dùng:");
        out.println("  1. ghi vào " + settings.home().config().resolve("dondoc.yaml") + ", trong khối database:");
        out.println("       url: \"" + to + "\"");
        out.println("  2. chạy lại dondoc serve; từ lúc ấy không quay về tệp SQLite nữa, vì tệp không biết gì thêm.");
        out.println(
                "  3. máy khác cùng chạy: chép rules, schedules, config và tệp data/ack-secret sang, chạy dondoc serve.");
    }

    private static String rows(List<MovedTable> tables) {
        return grouped(tables.stream().mapToLong(MovedTable::rows).sum());
    }

    private static String grouped(long number) {
        return VietnameseNumber.write(BigDecimal.valueOf(number));
    }
}
