package vn.dondoc.flow;

import java.util.Optional;
import vn.dondoc.flow.SendResult.StopReason;
import vn.dondoc.mail.MailException;

/**
 * Counts what one run of {@link SendFlow} did, for all who send in it, and from that tells when to stop. A letter lost to
 * another worker is that worker's to count.
 */
final class SendTally {
    /** So many letters in a row that found no server: the rest would find none either. */
    static final int UNREACHABLE_IN_A_ROW = 3;

    private int sent;
    private int retried;
    private int givenUp;
    private int unreachableInARow;
    private boolean loginRefused;
    private StopReason stoppedBecause = StopReason.NOTHING_DUE;

    synchronized void sent(boolean marked) {
        unreachableInARow = 0;
        sent += marked ? 1 : 0;
    }

    synchronized void failed(MailException failure, boolean marked, boolean again) {
        unreachableInARow = failure.serverUnreachable() ? unreachableInARow + 1 : 0;
        loginRefused |= failure.loginRefused();
        retried += marked && again ? 1 : 0;
        givenUp += marked && !again ? 1 : 0;
    }

    /** Why the server is left alone for now, if so. */
    synchronized Optional<StopReason> refusal() {
        if (loginRefused) {
            return Optional.of(StopReason.LOGIN_REFUSED);
        }
        return unreachableInARow >= UNREACHABLE_IN_A_ROW
                ? Optional.of(StopReason.SERVER_UNREACHABLE)
                : Optional.empty();
    }

    /** One of those who send has stopped. That nothing is due tells less than any other reason. */
    synchronized void stopped(StopReason reason) {
        stoppedBecause = stoppedBecause == StopReason.NOTHING_DUE ? reason : stoppedBecause;
    }

    synchronized SendResult result() {
        return new SendResult(sent, retried, givenUp, stoppedBecause);
    }
}
