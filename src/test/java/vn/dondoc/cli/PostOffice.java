package vn.dondoc.cli;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import vn.dondoc.acceptance.ReadyHome;
import vn.dondoc.acceptance.TemporaryHome;

/** Letters of 18/12/2017 to some units over real SMTP, and the mailbox, read over real IMAP, into which they answer. */
final class PostOffice implements AutoCloseable {
    static final String MAILBOX = "don-doc@quangngai.example";
    static final String JUSTICE = "so-tu-phap@quangngai.example";
    static final String HEALTH = "so-y-te@quangngai.example";
    static final String DISTRICT = "huyen-522@quangngai.example";

    /** Its morning is checked, which takes long; its letters wait to be sent. */
    private static final ReadyHome CHECKED = new ReadyHome(PostOffice::installAndCheck);

    private static final int NO_PORT = 9;

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_IMAP)
    });
    private final Path home;
    private final CommandLine dondoc;

    PostOffice(Path home) throws Exception {
        this(new CommandLine(home), home);
        CHECKED.copyTo(home);
        mailThroughServers(List.of(), List.of());
        sendTheMorningsLetters();
    }

    /**
     * With other settings, by which its morning is checked.
     *
     * @param mail of config/dondoc.yaml
     * @param imap of its part mail.imap
     */
    PostOffice(Path home, List<String> mail, List<String> imap) throws Exception {
        this(new CommandLine(home), home);
        install(home);
        mailThroughServers(mail, imap);
        check(home);
        sendTheMorningsLetters();
    }

    private PostOffice(CommandLine dondoc, Path home) {
        this.dondoc = dondoc;
        this.home = home;
        server.start();
        server.setUser(MAILBOX, "hop-thu", "mat-khau");
    }

    private void mailThroughServers(List<String> mail, List<String> imap) throws IOException {
        TemporaryHome.configure(home, "port: " + server.getSmtp().getPort());
        TemporaryHome.configure(home, mail.toArray(String[]::new));
        TemporaryHome.readAnswersFrom(home, server.getImap().getPort(), imap.toArray(String[]::new));
    }

    private static void install(Path home) throws IOException {
        TemporaryHome.mailOnlyTo(
                TemporaryHome.in(home),
                unit -> List.of("so-tu-phap", "so-y-te", "522", "21172").contains(unit));
        TemporaryHome.configure(
                home,
                "transport: smtp",
                "host: localhost",
                "security: none",
                "lettersPerMinute: 0",
                "release: none",
                "maxMegabytes: 1");
    }

    /** No letter names a port: what was queued goes to whatever server stands there later. */
    private static void installAndCheck(Path home) throws IOException {
        install(home);
        TemporaryHome.configure(home, "port: " + NO_PORT);
        TemporaryHome.readAnswersFrom(home, NO_PORT);
        check(home);
    }

    private static void check(Path home) {
        new CommandLine(home).type("run", "morning-check", "--at", "2017-12-18T07:00", "--yes");
    }

    private void sendTheMorningsLetters() {
        send("2017-12-18T07:05");
        dondoc.setClock("2017-12-18T10:00");
    }

    String send(String moment) {
        return dondoc.type("run", "send", "--at", moment, "--yes").out();
    }

    /** What the job said, and its mistakes. */
    String readMailbox() {
        return readMailbox("2017-12-18T10:00");
    }

    String readMailbox(String moment) {
        CommandLine.Answer answer = dondoc.type("run", "replies", "--at", moment, "--yes");
        return answer.out() + answer.err();
    }

    CommandLine.Answer type(String... words) {
        return dondoc.type(words);
    }

    /** The list of mails that came in. */
    String list() {
        return dondoc.type("replies", "list").out();
    }

    /** The letter that a unit was sent this morning. */
    MimeMessage letterTo(String address) throws Exception {
        return mailsTo(address).get(0);
    }

    List<MimeMessage> mailsTo(String address) throws Exception {
        List<MimeMessage> mails = new ArrayList<>();
        for (GreenMailUser user : server.getUserManager().listUser()) {
            if (user.getEmail().equals(address)) {
                server.getManagers()
                        .getImapHostManager()
                        .getInbox(user)
                        .getMessages()
                        .forEach(stored -> mails.add(stored.getMimeMessage()));
            }
        }
        return mails;
    }

    /** What the program answered to an address: queued, then sent. */
    List<MimeMessage> answersTo(String address) throws Exception {
        send("2017-12-18T10:05");
        return mailsTo(address).stream().filter(PostOffice::isAnswer).toList();
    }

    private static boolean isAnswer(MimeMessage mail) {
        try {
            return "auto-replied".equals(mail.getHeader("Auto-Submitted", null));
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** Begins an answer to this morning's letter, as a mail program does. */
    Mail answerFrom(String address) throws Exception {
        return answerFrom(address, letterTo(address));
    }

    Mail answerFrom(String address, MimeMessage letter) throws Exception {
        return new Mail()
                .header("From", address)
                .header("To", MAILBOX)
                .header("Subject", "Re: Thư nhắc")
                .header("Message-ID", "<tra-loi-1@may.quangngai.example>")
                .header("In-Reply-To", letter.getMessageID())
                .header(
                        "References",
                        Objects.requireNonNull(letter.getHeader("References", " ")) + " " + letter.getMessageID());
    }

    /** Hands a message in as it is written, line by line. */
    void deliver(String source) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "localhost");
        properties.setProperty("mail.smtp.port", String.valueOf(server.getSmtp().getPort()));
        Session session = Session.getInstance(properties);
        byte[] bytes = source.replaceAll("\r?\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        MimeMessage message = new AsWritten(session, bytes);
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect();
            transport.sendMessage(message, new InternetAddress[] {new InternetAddress(MAILBOX)});
        }
    }

    /** A mail program died before it had noted that it read them. */
    void everythingIsUnseenAgain() throws Exception {
        for (MimeMessage mail : mailsTo(MAILBOX)) {
            mail.setFlag(Flags.Flag.SEEN, false);
        }
        for (GreenMailUser user : server.getUserManager().listUser()) {
            for (var stored :
                    server.getManagers().getImapHostManager().getInbox(user).getMessages()) {
                stored.setFlag(Flags.Flag.SEEN, false);
            }
        }
    }

    boolean everythingIsSeen() throws Exception {
        for (GreenMailUser user : server.getUserManager().listUser()) {
            if (user.getEmail().equals(MAILBOX)) {
                for (var stored :
                        server.getManagers().getImapHostManager().getInbox(user).getMessages()) {
                    if (!stored.getFlags().contains(Flags.Flag.SEEN)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** The subjects in a folder of the mailbox. */
    List<String> subjectsIn(String folder) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("mail.imap.port", String.valueOf(server.getImap().getPort()));
        List<String> subjects = new ArrayList<>();
        try (Store store = Session.getInstance(properties).getStore("imap")) {
            store.connect("localhost", "hop-thu", "mat-khau");
            try (Folder open = store.getFolder(folder)) {
                open.open(Folder.READ_ONLY);
                for (Message message : open.getMessages()) {
                    subjects.add(message.getSubject());
                }
            }
        }
        return subjects;
    }

    void imapServerIsDown() {
        server.getImap().stopService();
    }

    /** Rows of the records, as one text each. */
    List<String> rows(String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = records();
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    void change(String statement) throws SQLException {
        try (Connection connection = records();
                var change = connection.createStatement()) {
            change.executeUpdate(statement);
        }
    }

    private Connection records() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + home.resolve("data/dondoc.db"));
    }

    /** The originals of mails that are kept. */
    long keptMails() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("data/received"))) {
            return files.filter(file -> file.toString().endsWith(".eml")).count();
        }
    }

    /** Everything readable in a message, decoded. */
    static String text(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < parts.getCount(); i++) {
                text.append(text(parts.getBodyPart(i))).append('\n');
            }
            return text.toString();
        }
        return part.isMimeType("text/plain")
                ? String.valueOf(part.getContent()).replaceAll("\\s+", " ")
                : part.getFileName() == null ? "" : "[" + part.getFileName() + "]";
    }

    @Override
    public void close() {
        server.stop();
    }

    /** Writes a message as it goes over the wire. */
    static final class Mail {
        private final StringBuilder head = new StringBuilder();
        private final StringBuilder parts = new StringBuilder();

        Mail header(String name, String value) {
            int old = head.indexOf(name + ": ");
            if (old >= 0) {
                head.delete(old, head.indexOf("\n", old) + 1);
            }
            head.append(name).append(": ").append(value.replaceAll("\\s+", " ")).append('\n');
            return this;
        }

        Mail without(String name) {
            int old = head.indexOf(name + ": ");
            head.delete(old, head.indexOf("\n", old) + 1);
            return this;
        }

        Mail saying(String text) {
            return part("text/plain; charset=UTF-8", "", text.getBytes(StandardCharsets.UTF_8));
        }

        Mail page(String html) {
            return part("text/html; charset=UTF-8", "", html.getBytes(StandardCharsets.UTF_8));
        }

        Mail enclosing(String name, String content) {
            return enclosing(name, content.getBytes(StandardCharsets.UTF_8));
        }

        Mail enclosing(String name, byte[] content) {
            return part(
                    "application/octet-stream",
                    "Content-Disposition: attachment; filename=\"" + name + "\"\n",
                    content);
        }

        private Mail part(String type, String more, byte[] content) {
            parts.append("--=_phan\nContent-Type: ")
                    .append(type)
                    .append("\nContent-Transfer-Encoding: base64\n")
                    .append(more)
                    .append('\n')
                    .append(Base64.getMimeEncoder().encodeToString(content))
                    .append("\n\n");
            return this;
        }

        String written() {
            return head + "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"=_phan\"\n\n" + parts
                    + "--=_phan--\n";
        }

        /** With this body, and what it says of its type. */
        String over(String typeAndBody) {
            return head + "MIME-Version: 1.0\n" + typeAndBody;
        }
    }

    /** Jakarta Mail would put a message in order before it sends it. */
    private static final class AsWritten extends MimeMessage {
        private final byte[] source;

        AsWritten(Session session, byte[] source) throws MessagingException {
            super(session, new ByteArrayInputStream("Subject: x\r\n\r\nx\r\n".getBytes(StandardCharsets.US_ASCII)));
            this.source = source;
        }

        @Override
        public void saveChanges() {}

        @Override
        public void writeTo(java.io.OutputStream out, String[] left) throws IOException {
            out.write(source);
        }
    }
}
