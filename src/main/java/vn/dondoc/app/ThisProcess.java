package vn.dondoc.app;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import vn.dondoc.outbox.Worker;

/** What this process is called among all that share a home or a database. */
final class ThisProcess {
    private ThisProcess() {}

    static Worker worker() {
        ProcessHandle process = ProcessHandle.current();
        long startedAt =
                process.info().startInstant().map(start -> start.toEpochMilli()).orElseGet(System::nanoTime);
        return new Worker(host() + "/" + process.pid() + "/" + Long.toHexString(startedAt), Clock.systemUTC());
    }

    static long number() {
        return ProcessHandle.current().pid();
    }

    /** As people call the machine; an address book that does not know it is no reason to stop. */
    static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
