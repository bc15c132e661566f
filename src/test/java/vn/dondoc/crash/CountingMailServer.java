package vn.dondoc.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** A mail server that keeps every letter it took, however often, and tells when a conversation comes to a point. */
public final class CountingMailServer implements AutoCloseable {
    private static final String MESSAGE_ID = "Message-ID:";

    private final ServerSocket listener;
    private final ExecutorService conversations = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "counting-smtp");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, List<String>> taken = new TreeMap<>();
    private volatile Consumer<Point> watcher = point -> {};

    /** What a conversation has come to; {@code TAKEN} is past the final dot and before the answer to it. */
    public enum Point {
        CONNECTED,
        MAIL,
        RCPT,
        DATA,
        BODY,
        TAKEN,
        ANSWERED
    }

    public CountingMailServer() {
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        conversations.execute(this::listen);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Called on the thread of the conversation, which waits meanwhile. */
    public void watch(Consumer<Point> newWatcher) {
        watcher = newWatcher;
    }

    /** By Message-ID, the letter as it came, once for each time. */
    public synchronized Map<String, List<String>> taken() {
        Map<String, List<String>> copy = new TreeMap<>();
        taken.forEach((id, letters) -> copy.put(id, List.copyOf(letters)));
        return copy;
    }

    private synchronized void take(String letter) {
        String id = letter.lines()
                .filter(line -> line.regionMatches(true, 0, MESSAGE_ID, 0, MESSAGE_ID.length()))
                .map(line -> line.substring(MESSAGE_ID.length()).strip())
                .findFirst()
                .orElseThrow();
        taken.computeIfAbsent(id, any -> new ArrayList<>()).add(letter);
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                socket.setTcpNoDelay(true);
                conversations.execute(() -> converse(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void converse(Socket socket) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                Writer out = new java.io.OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8)) {
            watcher.accept(Point.CONNECTED);
            answer(out, "220 counting");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!obey(line, in, out)) {
                    return;
                }
            }
        } catch (IOException cut) {
            // the other side is dead: what was not taken by then is not taken
            return;
        }
    }

    private boolean obey(String line, BufferedReader in, Writer out) throws IOException {
        String command = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(java.util.Locale.ROOT);
        switch (command) {
            case "EHLO" -> answer(out, "250-counting\r\n250 8BITMIME");
            case "MAIL" -> pass(Point.MAIL, out, "250 ok");
            case "RCPT" -> pass(Point.RCPT, out, "250 ok");
            case "DATA" -> {
                pass(Point.DATA, out, "354 go on");
                take(body(in));
                pass(Point.TAKEN, out, "250 taken");
                watcher.accept(Point.ANSWERED);
            }
            case "QUIT" -> {
                answer(out, "221 bye");
                return false;
            }
            default -> answer(out, "250 ok");
        }
        return true;
    }

    private void pass(Point point, Writer out, String reply) throws IOException {
        watcher.accept(point);
        answer(out, reply);
    }

    private String body(BufferedReader in) throws IOException {
        StringBuilder letter = new StringBuilder();
        String line = in.readLine();
        watcher.accept(Point.BODY);
        while (line != null && !line.equals(".")) {
            letter.append(line.startsWith(".") ? line.substring(1) : line).append('\n');
            line = in.readLine();
        }
        if (line == null) {
            throw new IOException("cut in the middle of a letter");
        }
        return letter.toString();
    }

    private static void answer(Writer out, String reply) throws IOException {
        out.write(reply + "\r\n");
        out.flush();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException held) {
            throw new UncheckedIOException(held);
        }
        conversations.shutdownNow();
    }
}
