package vn.dondoc.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A mail server on a port of its own that gives the replies it is told to, and otherwise takes everything. */
public final class ScriptedSmtpServer implements AutoCloseable {
    /** A reply that cuts the line instead. */
    public static final String HANG_UP = "";

    /** A reply that never comes. */
    public static final String SILENCE = "(silence)";

    /** As the reply to DATA: lets the letter begin and cuts the line in its midst. */
    public static final String HANG_UP_WITHIN = "(hang up within)";

    /** As the reply to DATA: lets the letter begin and reads no more of it. */
    public static final String DEAF_WITHIN = "(deaf within)";

    /** As the reply to ".": the letter is taken and kept, then the line is cut instead of saying so. */
    public static final String TAKE_AND_HANG_UP = "(take and hang up)";

    private static final long PATIENCE_MILLIS = 10_000;

    private final ServerSocket listener;
    private final Thread thread;
    private final @Nullable SSLContext tls;
    private final Map<String, Deque<String>> replies = new ConcurrentHashMap<>();
    private final List<Mail> delivered = Collections.synchronizedList(new ArrayList<>());
    private final List<String> commands = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** What the server said 250 to. */
    public record Mail(String sender, List<String> recipients, String data) {}

    private ScriptedSmtpServer(ServerSocket listener, @Nullable SSLContext tls) {
        this.listener = listener;
        this.tls = tls;
        thread = inBackground(this::serve);
    }

    public static ScriptedSmtpServer start() {
        return startAt(0);
    }

    public static ScriptedSmtpServer startAt(int port) {
        try {
            return new ScriptedSmtpServer(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()), null);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    /** Speaks TLS from the first byte. */
    public static ScriptedSmtpServer startTls(SSLContext tls) throws IOException {
        return new ScriptedSmtpServer(
                tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()), tls);
    }

    /** Offers STARTTLS. */
    public static ScriptedSmtpServer startStarttls(SSLContext tls) throws IOException {
        return new ScriptedSmtpServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), tls);
    }

    /**
     * The replies to commands that begin so, one each time, then 250 again. "GREETING" is the server's first word, "."
     * the end of a letter.
     */
    public ScriptedSmtpServer answer(String command, String... inTurn) {
        replies.computeIfAbsent(command.toUpperCase(Locale.ROOT), any -> new ConcurrentLinkedDeque<>())
                .addAll(List.of(inTurn));
        return this;
    }

    public int port() {
        return listener.getLocalPort();
    }

    public List<Mail> delivered() {
        return List.copyOf(delivered);
    }

    public List<String> commands() {
        return List.copyOf(commands);
    }

    /** How many connections were open at one moment, at most. */
    public int mostAtOnce() {
        return mostAtOnce.get();
    }

    @Override
    public void close() {
        try {
            listener.close();
            closed.countDown();
            // the port stays open while the thread is still in accept()
            thread.join(PATIENCE_MILLIS);
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                mostAtOnce.accumulateAndGet(open.size(), Math::max);
                inBackground(() -> serve(socket));
            } catch (IOException closed) {
                commands.add("(no further connections: " + closed.getMessage() + ")");
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            talk(socket, true);
        } catch (IOException gone) {
            commands.add("(line lost: " + gone.getMessage() + ")");
        } finally {
            open.remove(socket);
        }
    }

    private void talk(Socket socket, boolean greet) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        Writer out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.ISO_8859_1);
        if (greet && !say(in, out, replyTo("GREETING", "220 scripted"))) {
            return;
        }
        String sender = "";
        List<String> recipients = new ArrayList<>();
        for (String command = in.readLine(); command != null; command = in.readLine()) {
            commands.add(command);
            String verb = command.toUpperCase(Locale.ROOT);
            String reply = replyTo(command, usualReply(verb, socket));
            if (verb.startsWith("MAIL")) {
                sender = address(command);
                recipients.clear();
            } else if (verb.startsWith("RCPT") && reply.startsWith("250")) {
                recipients.add(address(command));
            } else if (verb.equals("DATA") && reply.equals(HANG_UP_WITHIN)) {
                say(in, out, "354 go on");
                in.readLine();
                return;
            } else if (verb.equals("DATA") && reply.equals(DEAF_WITHIN)) {
                say(in, out, "354 go on");
                waitUntilClosed();
                return;
            } else if (verb.equals("DATA") && reply.startsWith("354")) {
                if (!say(in, out, reply)) {
                    return;
                }
                reply = taken(new Mail(sender, List.copyOf(recipients), readData(in)));
            }
            if (!say(in, out, reply) || verb.equals("QUIT")) {
                return;
            }
            if (verb.equals("STARTTLS") && reply.startsWith("220")) {
                talk(encrypted(socket), false);
                return;
            }
        }
    }

    private String taken(Mail mail) {
        String reply = replyTo(".", "250 taken");
        if (reply.startsWith("250") || reply.equals(TAKE_AND_HANG_UP)) {
            delivered.add(mail);
        }
        return reply.equals(TAKE_AND_HANG_UP) ? HANG_UP : reply;
    }

    private String usualReply(String verb, Socket socket) {
        if (verb.equals("DATA")) {
            return "354 go on";
        }
        if (verb.equals("STARTTLS")) {
            return "220 go on";
        }
        boolean offersTls = tls != null && !(socket instanceof SSLSocket);
        return verb.startsWith("EHLO") && offersTls ? "250-scripted\r\n250 STARTTLS" : "250 fine";
    }

    private Socket encrypted(Socket plain) throws IOException {
        if (tls == null) {
            throw new IOException("STARTTLS was not offered");
        }
        SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(plain, null, plain.getPort(), false);
        socket.setUseClientMode(false);
        return socket;
    }

    private String replyTo(String command, String usual) {
        return replies.entrySet().stream()
                .filter(entry -> command.toUpperCase(Locale.ROOT).startsWith(entry.getKey()))
                .map(entry -> entry.getValue().poll())
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(usual);
    }

    private static boolean say(BufferedReader in, Writer out, String reply) throws IOException {
        if (reply.equals(SILENCE)) {
            // until the other side has had enough
            in.transferTo(Writer.nullWriter());
        }
        if (reply.equals(HANG_UP) || reply.equals(SILENCE)) {
            return false;
        }
        out.write(reply + "\r\n");
        out.flush();
        return true;
    }

    private static String readData(BufferedReader in) throws IOException {
        StringBuilder data = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            data.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        return data.toString();
    }

    private void waitUntilClosed() {
        try {
            closed.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String address(String command) {
        return command.substring(command.indexOf('<') + 1, command.indexOf('>'));
    }

    private static Thread inBackground(Runnable work) {
        Thread thread = new Thread(work, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
