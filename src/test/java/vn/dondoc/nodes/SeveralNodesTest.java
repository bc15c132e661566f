package vn.dondoc.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three nodes on one database. A letter whose mail server had said 250 when its node was killed goes out once more under the
 * same Message-ID, as the README says; so there are never more of those than letters may be on their way from the nodes killed.
 */
class SeveralNodesTest {
    private static final Duration TAKEN_OVER_WITHIN = Duration.ofSeconds(30);
    private static final Duration A_LOADED_MACHINES_TIME = Duration.ofMinutes(4);

    /** {@code mail.smtp.connections} as it is shipped. */
    private static final int ON_THEIR_WAY_AT_ONCE = 2;

    @TempDir
    private Path folder;

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
    private int kills;

    @BeforeEach
    void count_what_arrives() {
        mail.start();
    }

    @AfterEach
    void stop_counting() {
        mail.stop();
    }

    @Test
    void when_a_node_is_killed_while_it_sends_the_others_send_the_rest_and_nothing_twice() throws Exception {
        try (SeveralNodes nodes = new SeveralNodes(folder, 3, mail.getSmtp().getPort())) {
            nodes.queueLetters(300);
            await(nodes, A_LOADED_MACHINES_TIME, () -> arrived() >= 50);
            killTheSender(nodes);
            await(nodes, A_LOADED_MACHINES_TIME, nodes::everythingIsSent);
            nothingIsLostAndNothingTwice(nodes);
        }
    }

    @Test
    @Tag("long")
    void for_five_minutes_a_node_is_killed_every_twenty_seconds() throws Exception {
        try (SeveralNodes nodes = new SeveralNodes(folder, 3, mail.getSmtp().getPort())) {
            await(nodes, Duration.ofSeconds(60), () -> nodes.runsDone("send") > 0);
            Instant end = Instant.now().plus(Duration.ofMinutes(5));
            while (Instant.now().isBefore(end)) {
                nodes.queueLetters(200);
                Instant next = Instant.now().plusSeconds(20);
                ServeNode killed = killTheSender(nodes);
                killed.startAgain();
                within(Duration.ofSeconds(60)).until(() -> Instant.now().isAfter(next));
            }
            await(nodes, Duration.ofSeconds(120), nodes::everythingIsSent);
            nothingIsLostAndNothingTwice(nodes);
        }
    }

    /** And looks how long it takes until another one sends. */
    private ServeNode killTheSender(SeveralNodes nodes) {
        ServeNode sender = within(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> nodes.runner("send"), java.util.Optional::isPresent)
                .orElseThrow();
        sender.kill();
        kills++;
        int before = arrived();
        if (!nodes.everythingIsSent()) {
            await(nodes, TAKEN_OVER_WITHIN, () -> arrived() > before);
        }
        return sender;
    }

    /** What the nodes said belongs to the failure. */
    private static void await(SeveralNodes nodes, Duration longest, Callable<Boolean> condition) {
        try {
            within(longest).until(condition);
        } catch (ConditionTimeoutException late) {
            throw new AssertionError(nodes.standing(), late);
        }
    }

    private void nothingIsLostAndNothingTwice(SeveralNodes nodes) {
        Map<String, Integer> copies = new TreeMap<>();
        letters().forEach(letter -> copies.merge(idOf(letter), 1, Integer::sum));
        assertThat(copies.keySet()).as("lost").isEqualTo(nodes.messageIds());
        assertThat(copies.values().stream().mapToInt(count -> count - 1).sum())
                .as("twice, in the moment of a kill")
                .isLessThanOrEqualTo(kills * ON_THEIR_WAY_AT_ONCE);
        for (String job : new String[] {"send", "morning-check"}) {
            assertThat(nodes.runsDone(job)).as(job).isPositive();
            assertThat(nodes.runsLogged(job) - nodes.runsDone(job))
                    .as(job + " run twice")
                    .isLessThanOrEqualTo(kills + 1);
        }
    }

    /** What lies in the mailboxes of those it is addressed to; copies lie in others. */
    private List<MimeMessage> letters() {
        List<MimeMessage> letters = new ArrayList<>();
        for (GreenMailUser user : mail.getUserManager().listUser()) {
            inboxOf(user).getMessages().stream()
                    .map(StoredMessage::getMimeMessage)
                    .filter(letter -> addresseesOf(letter).contains(user.getEmail()))
                    .forEach(letters::add);
        }
        return letters;
    }

    private MailFolder inboxOf(GreenMailUser user) {
        try {
            return mail.getManagers().getImapHostManager().getInbox(user);
        } catch (FolderException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static List<String> addresseesOf(MimeMessage letter) {
        try {
            return Arrays.stream(letter.getRecipients(MimeMessage.RecipientType.TO))
                    .map(address -> ((InternetAddress) address).getAddress())
                    .toList();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** The mail server's threads complain of connections that end with a node; that is none of our failures. */
    private static ConditionFactory within(Duration longest) {
        return Awaitility.await().dontCatchUncaughtExceptions().atMost(longest);
    }

    private int arrived() {
        return mail.getReceivedMessages().length;
    }

    private static String idOf(MimeMessage letter) {
        try {
            return letter.getMessageID();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
