package vn.dondoc.app;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dondoc.audit.Act;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.flow.OperatorsLetter;
import vn.dondoc.flow.OperatorsLetter.Matter;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.store.AuditLog;
import vn.dondoc.store.Database;
import vn.dondoc.store.FireLedger;
import vn.dondoc.store.OutboxStore;
import vn.dondoc.store.Vitals;

/**
 * Whether what the machine's clock shows can be true, by what the records say.
 *
 * <ul>
 *   <li>Far ahead of the last morning: nobody knows whether the machine rested or its clock is wrong, and a wrong year is
 *       hundreds of wrong letters. What runs unattended is held until somebody runs the morning check by hand.
 *   <li>Before what is recorded: the clock is put back now, or was ahead then. What waits for the false time is set right,
 *       and the administrators are told, once.
 * </ul>
 */
public final class ClockWatch {
    /** Longer than any run of holidays and than a month of downtime. */
    public static final int LONGEST_REST_DAYS = 35;

    /** Fire times so little ahead may be of another machine, whose clock is not quite this one's. */
    private static final Duration SAME_HOUR = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);

    private final Vitals vitals;
    private final FireLedger ledger;
    private final OutboxStore outbox;
    private final AuditLog audit;
    private final Duration longestPause;
    private final OperatorsLetter letter;
    private volatile boolean holding;

    /** @param longestPause no letter waits longer for its next attempt */
    ClockWatch(Database database, OutboxStore outbox, Duration longestPause, OperatorsLetter letter) {
        this.vitals = new Vitals(database);
        this.ledger = new FireLedger(database);
        this.outbox = outbox;
        this.audit = new AuditLog(database);
        this.longestPause = longestPause;
        this.letter = letter;
    }

    /** Days since anything but sending was done here, when they are more than a rest takes; empty before the first, too. */
    public Optional<String> leap(Instant now) {
        // letters go out after a leap, too: that they do says nothing
        return Stream.of(
                        vitals.lastMorning(),
                        vitals.lastDoneBut(Jobs.SEND, now).map(VietnamTime::dayOf),
                        audit.clockConfirmed().map(VietnamTime::dayOf))
                .flatMap(Optional::stream)
                .max(LocalDate::compareTo)
                .flatMap(last -> leap(last, now));
    }

    static Optional<String> leap(LocalDate last, Instant now) {
        long days = ChronoUnit.DAYS.between(last, VietnamTime.dayOf(now));
        return days <= LONGEST_REST_DAYS
                ? Optional.empty()
                : Optional.of("đồng hồ máy chỉ " + VietnamTime.inWords(now) + ", cách lần kiểm tra gần nhất ("
                        + VietnameseDate.write(last) + ") " + days + " ngày, quá " + LONGEST_REST_DAYS + " ngày");
    }

    /**
     * Holds a job after a leap, and tells the administrators of it once a day. Where no mornings are checked, other
     * jobs' runs tell whether the clock has leapt.
     *
     * @throws ClockLeapException when it is held
     */
    void refuseLeap(String job, Instant now) {
        Optional<String> leap = leap(now);
        if (leap.isPresent()) {
            holding = true;
            var unused = tell(
                    new Matter(
                            "clock-ahead",
                            "Các việc tự chạy được giữ lại: đồng hồ máy có thể sai",
                            List.of("Lý do: " + leap.get()),
                            "đồng hồ sai thì chỉnh lại cho đúng, các việc tự chạy tiếp; đúng là nghỉ lâu thì chạy"
                                    + " dondoc run morning-check --yes"),
                    now);
            throw new ClockLeapException("giữ lại, " + leap.get());
        }
    }

    /** Whether what was held here is not held any more, since somebody ran the morning check or the clock was set right. */
    boolean holdEnded(Instant now) {
        if (!holding || leap(now).isPresent()) {
            return false;
        }
        holding = false;
        return true;
    }

    /** After a leap, for somebody who says that the clock is right: what is held goes on. */
    public void confirm(Instant now) {
        leap(now).ifPresent(leap -> audit.add(now, "người quản trị", Act.CLOCK_CONFIRMED, "đồng hồ máy", leap));
    }

    /**
     * Sets right what waits for the time of a clock that was ahead, in a way that does no harm if it is behind now instead.
     * To be called at the start and whenever the clock goes back.
     */
    void setRight(Instant now) {
        Optional<Instant> ahead = vitals.newestMoment().filter(newest -> isAhead(newest, now));
        if (ahead.isEmpty()) {
            return;
        }
        int doubted = ledger.doubtAfter(now.plus(SAME_HOUR));
        int pulledIn = outbox.claims().pullIn(now, longestPause);
        LOG.warn(
                "Đồng hồ máy chỉ {}, sổ đã ghi việc lúc {}: {} lần chạy ghi trước không tính đến lúc ấy, {} thư hẹn gửi quá xa được gửi ngay",
                VietnamTime.inWords(now),
                VietnamTime.inWords(ahead.get()),
                doubted,
                pulledIn);
        if (!audit.knowsClockPutBack(ahead.get())) {
            if (tell(putBack(ahead.get(), now), now)) {
                audit.addClockPutBack(ahead.get(), now);
            }
        }
    }

    static boolean isAhead(Instant newest, Instant now) {
        return newest.isAfter(now.plus(RecordsExamination.SAME_TIME));
    }

    private Matter putBack(Instant newest, Instant now) {
        Stream<String> mornings = vitals.lastMorning().filter(VietnamTime.dayOf(now)::isBefore).stream()
                .map(last -> "Đã kiểm tra buổi sáng đến ngày " + VietnameseDate.write(last)
                        + "; đến hết ngày ấy không có lần kiểm tra nào nữa");
        return new Matter(
                "clock-put-back",
                "Đồng hồ máy lùi lại: sổ đã ghi việc lúc " + VietnamTime.inWords(newest),
                Stream.concat(Stream.of("Máy đang chỉ: " + VietnamTime.inWords(now)), mornings)
                        .toList(),
                "chỉnh đồng hồ và bật đồng bộ giờ (NTP); nếu đồng hồ đã chạy nhanh mà thư sai ngày đã gửi, phục hồi bản sao"
                        + " lưu trước lúc ấy bằng dondoc restore THƯ_MỤC");
    }

    /** False when that failed; to be tried again. */
    private boolean tell(Matter matter, Instant now) {
        try {
            letter.tell(matter, now);
            return true;
        } catch (RuntimeException untold) {
            LOG.error("the administrators could not be told of the clock", untold);
            return false;
        }
    }
}
