package vn.dondoc.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dondoc.config.Configuration;
import vn.dondoc.config.ConsoleConfiguration;
import vn.dondoc.config.MonitoringConfiguration;
import vn.dondoc.reading.FaultyFileException;
import vn.dondoc.store.Vitals;
import vn.dondoc.web.MonitoringServer;
import vn.dondoc.web.console.ConsoleServer;

/** What a process that serves is reached by: the page of the letters' links, the console, the figures for machines. */
final class OpenPorts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenPorts.class);

    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    private OpenPorts() {}

    /**
     * Opens what the configuration wants.
     *
     * @throws FaultyFileException when a port that was asked for cannot be had; then none is open
     */
    static OpenPorts of(Dondoc dondoc, Clock clock) {
        OpenPorts ports = new OpenPorts();
        try {
            Configuration configuration = dondoc.settings().configuration();
            dondoc.desk()
                    .openPage(configuration.web(), configuration.office().fullName(), clock)
                    .ifPresent(ports.open::add);
            monitoring(dondoc, clock).ifPresent(ports.open::add);
            ports.openConsole(dondoc, clock);
            return ports;
        } catch (RuntimeException notOpened) {
            ports.close();
            throw notOpened;
        }
    }

    /** What whoever started the process has to be told, line by line. */
    List<String> told() {
        return List.copyOf(told);
    }

    @Override
    public void close() {
        open.forEach(OpenPorts::close);
    }

    private void openConsole(Dondoc dondoc, Clock clock) {
        ConsoleConfiguration address = dondoc.settings().configuration().console();
        if (address.port() == 0) {
            return;
        }
        Console console = new Console(dondoc, clock);
        Optional<ConsoleServer> server = opened(console, address);
        if (server.isEmpty()) {
            return;
        }
        open.add(server.get());
        told.add("Trang điều hành: " + address.address());
        console.people().flow().firstAdministratorLink(clock.instant()).ifPresent(token -> {
            told.add("Chưa có người quản trị. Mở đường dẫn sau để tạo (dùng một lần, trong 24 giờ):");
            told.add("  " + address.address() + "/vao/" + token);
        });
    }

    /** Whoever upgrades did not ask for a console at the usual port: his letters go on when another program has it. */
    private Optional<ConsoleServer> opened(Console console, ConsoleConfiguration address) {
        try {
            return Optional.of(console.open());
        } catch (FaultyFileException taken) {
            if (!address.isUsual()) {
                throw taken;
            }
            String line = "Không mở được trang điều hành: chương trình khác đang dùng cổng " + address.port()
                    + ". Các việc khác vẫn chạy. Muốn có trang thì ghi cổng khác ở console.listen; không cần thì ghi “không”.";
            LOG.warn("{}", line);
            told.add(line);
            return Optional.empty();
        }
    }

    private static Optional<MonitoringServer> monitoring(Dondoc dondoc, Clock clock) {
        Settings settings = dondoc.settings();
        MonitoringConfiguration address = settings.configuration().monitoring();
        return address.port() == 0
                ? Optional.empty()
                : Optional.of(MonitoringServer.start(
                        address.host(),
                        address.port(),
                        new Vitals(dondoc.database()),
                        dondoc.outbox(),
                        now -> RecordsExamination.expectedMorning(settings.calendar(), now),
                        clock));
    }

    private static void close(AutoCloseable port) {
        try {
            port.close();
        } catch (Exception unclosable) {
            throw new IllegalStateException(unclosable);
        }
    }
}
