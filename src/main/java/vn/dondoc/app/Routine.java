package vn.dondoc.app;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dondoc.flow.JobTroubles;
import vn.dondoc.flow.MailTroubles;
import vn.dondoc.flow.SendResult;
import vn.dondoc.letters.FirstUse;
import vn.dondoc.letters.TemplatesInForce;
import vn.dondoc.notices.CheckOutcome;
import vn.dondoc.outbox.LetterKind;
import vn.dondoc.reading.VietnameseDate;

/** What the jobs of a home do, each saying in Vietnamese what came of it. */
final class Routine {
    private static final Logger LOG = LoggerFactory.getLogger(Routine.class);

    private final Dondoc dondoc;
    private final FirstUse<TemplatesInForce> templates;
    private final MailTroubles mailTroubles;
    private final JobTroubles jobTroubles;
    private volatile boolean watched;

    Routine(Dondoc dondoc, FirstUse<TemplatesInForce> templates, MailTroubles mailTroubles, JobTroubles jobTroubles) {
        this.dondoc = dondoc;
        this.templates = templates;
        this.mailTroubles = mailTroubles;
        this.jobTroubles = jobTroubles;
    }

    String morningCheck(Instant at) {
        takeUpEdits(at);
        return dondoc.checkFlow()
                .morning(at)
                .map(Routine::inWords)
                .orElse(
                        "Không kiểm tra: kế hoạch chưa đến ngày đưa vào vận hành, hoặc ngày này đã qua lần kiểm tra gần nhất.");
    }

    /** What administrators changed since; a faulty one leaves the old rules and texts in force. */
    private void takeUpEdits(Instant at) {
        if (!watched) {
            takeUpRules(at);
        }
        templates.get().refresh();
    }

    /** From now on a watch takes edits of the rules up, once they have stood still. */
    void leaveRulesToTheWatch() {
        watched = true;
    }

    /** What administrators edited; faulty edits stay where they are. */
    void takeUpRules(Instant at) {
        try {
            dondoc.publishFlow().takeUp(at);
        } catch (RuntimeException failure) {
            LOG.error("the edited rules could not be tried; those in force go on", failure);
        }
    }

    String weeklyDigest(Instant at) {
        takeUpEdits(at);
        return dondoc.digestFlow()
                .weekly(at, DigestReaders.of(dondoc.settings().recipients()))
                .map(Routine::inWords)
                .orElse("Kế hoạch chưa đến ngày đưa vào vận hành hoặc đã đóng; không có bản tổng hợp.");
    }

    String backUp(Instant at) {
        return "Đã sao lưu vào " + new BackedUpHome(dondoc.settings()).make(at) + ".";
    }

    String takeReplies(Instant at) {
        return dondoc.mailroom().take(at);
    }

    String send(Clock clock) {
        SendResult result = dondoc.sendFlow().send(clock);
        tellMailTroubles(clock.instant());
        return "Đã gửi " + result.sent() + ", hẹn gửi lại " + result.retried() + ", bỏ cuộc " + result.givenUp() + " ("
                + result.stoppedBecause().words() + ").";
    }

    /** A failure that cannot even be told is logged with the one it is about. */
    void tellFailure(String job, Throwable failure, Instant at) {
        try {
            jobTroubles.tell(job, failure, at);
        } catch (RuntimeException untold) {
            LOG.error("the administrators could not be told that {} failed", job, untold);
        }
    }

    /** Of a job that was taken off the timetable; the warning in the log stays where it cannot be told. */
    void tellUnscheduled(String job, Instant at) {
        LOG.warn("Việc {} không có lịch còn chạy trong schedules, không chạy nữa", job);
        try {
            jobTroubles.tellUnscheduled(job, at);
        } catch (RuntimeException untold) {
            LOG.error("the administrators could not be told that {} has no schedule", job, untold);
        }
    }

    private void tellMailTroubles(Instant at) {
        try {
            mailTroubles.tell(at);
        } catch (RuntimeException failure) {
            LOG.error(
                    "the administrators could not be told of troubles with the mail; will try after the next run",
                    failure);
        }
    }

    static String inWords(CheckOutcome outcome) {
        var byKind = outcome.worded().stream()
                .collect(Collectors.groupingBy(
                        worded -> worded.letter().kind(),
                        () -> new EnumMap<>(LetterKind.class),
                        Collectors.counting()));
        String letters = byKind.entrySet().stream()
                .map(kind -> kind.getValue() + " " + kind.getKey().word())
                .collect(Collectors.joining(", "));
        return "Đến ngày " + VietnameseDate.write(outcome.day()) + ": "
                + outcome.changes().size() + " kết luận thay đổi; thư xếp hàng: "
                + (letters.isEmpty() ? "không có" : letters) + ".";
    }
}
