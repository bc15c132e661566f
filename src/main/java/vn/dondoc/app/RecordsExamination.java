package vn.dondoc.app;

import static vn.dondoc.app.Diagnosis.fault;
import static vn.dondoc.app.Diagnosis.fine;
import static vn.dondoc.app.Diagnosis.warning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.flow.MailTroubles;
import vn.dondoc.outbox.LetterState;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.store.AuditLog;
import vn.dondoc.store.Database;
import vn.dondoc.store.FailingAddresses.FailingAddress;
import vn.dondoc.store.ReplyState;
import vn.dondoc.store.Vitals;

/** Looks at what the records say: letters that wait, mornings without a check, the clock, the audit log. */
final class RecordsExamination {
    /** Two machines' clocks are never quite one. */
    static final Duration SAME_TIME = Duration.ofMinutes(1);

    static final Duration LONG_REST = Duration.ofDays(60);
    /** A node that holds a job is missed after twice as long. */
    private static final Duration APART = Duration.ofSeconds(10);
    /** A weekend of holidays is shorter. */
    private static final Duration LONG_WAIT = Duration.ofDays(3);

    private static final LocalTime CHECKED_BY = LocalTime.NOON;
    private static final String QUEUE = "Hàng chờ gửi";

    private final Dondoc dondoc;
    private final Vitals vitals;
    private final Instant now;

    RecordsExamination(Dondoc dondoc, Database database, Instant now) {
        this.dondoc = dondoc;
        this.vitals = new Vitals(database);
        this.now = now;
    }

    List<Diagnosis> all() {
        List<Diagnosis> found = new ArrayList<>(queue());
        mail().ifPresent(found::add);
        found.add(morning());
        found.add(clock());
        serverClock().ifPresent(found::add);
        found.add(audit());
        return found;
    }

    private List<Diagnosis> queue() {
        Map<LetterState, Integer> counts = dondoc.outbox().countByState();
        List<Diagnosis> found = new ArrayList<>();
        dondoc.outbox()
                .currentPause()
                .map(pause -> warning(
                        QUEUE,
                        "việc gửi thư đang tạm dừng từ " + VietnamTime.inWords(pause.at()) + ": " + pause.reason(),
                        "khi gửi lại được, chạy dondoc outbox resume"))
                .ifPresent(found::add);
        dondoc.outbox()
                .standstill()
                .map(still -> fault(
                        QUEUE,
                        MailTroubles.inWords(still) + ": " + still.reason(),
                        "kiểm tra máy chủ thư và mục mail.smtp của config/dondoc.yaml"))
                .ifPresent(found::add);
        waiting(LetterState.QUEUED, counts, "xem dondoc serve có chạy không, và dondoc outbox list")
                .ifPresent(found::add);
        waiting(LetterState.HELD, counts, "xem rồi duyệt: dondoc outbox list, dondoc outbox release")
                .ifPresent(found::add);
        int givenUp = counts.getOrDefault(LetterState.GIVEN_UP, 0);
        if (givenUp > 0) {
            found.add(warning(
                    QUEUE,
                    givenUp + " thư bỏ cuộc, không tự gửi lại",
                    "xem dondoc outbox list --state given-up, sửa địa chỉ, rồi dondoc outbox retry SỐ"));
        }
        return found.isEmpty() ? List.of(fine(QUEUE, "không có thư nào chờ")) : found;
    }

    /** Nothing is said where no mail was ever read. */
    private Optional<Diagnosis> mail() {
        List<String> failing = dondoc.mailroom().addresses().list().stream()
                .map(FailingAddress::address)
                .toList();
        int waiting = dondoc.mailroom().replies().list(ReplyState.WAITING).size();
        if (!failing.isEmpty()) {
            return Optional.of(warning(
                    "Địa chỉ thư",
                    failing.size() + " địa chỉ bị trả lại thư: " + String.join(", ", failing),
                    "sửa địa chỉ, rồi chạy dondoc replies reachable ĐỊA_CHỈ"));
        }
        return waiting == 0
                ? Optional.empty()
                : Optional.of(warning(
                        "Thư trả lời", waiting + " thư chờ người xử lý", "xem dondoc replies list --state waiting"));
    }

    private Optional<Diagnosis> waiting(LetterState state, Map<LetterState, Integer> counts, String remedy) {
        return vitals.oldest(state).map(oldest -> {
            String found = counts.getOrDefault(state, 0) + " thư " + state.word() + ", lâu nhất từ "
                    + VietnamTime.inWords(oldest);
            return oldest.isBefore(now.minus(LONG_WAIT)) ? warning(QUEUE, found, remedy) : fine(QUEUE, found);
        });
    }

    private Diagnosis morning() {
        Optional<LocalDate> last = vitals.lastMorning();
        String subject = "Kiểm tra buổi sáng";
        String remedy =
                "chạy dondoc serve (tự chạy bù), hoặc dondoc run morning-check; xem schedules/morning-check.yaml";
        if (last.isEmpty()) {
            return warning(subject, "chưa có lần nào", remedy);
        }
        String found = "lần gần nhất ngày " + VietnameseDate.write(last.get());
        Optional<String> leap = ClockWatch.leap(last.get(), now);
        if (leap.isPresent()) {
            return fault(
                    subject,
                    leap.get() + ": các việc tự chạy được giữ lại",
                    "đồng hồ sai thì chỉnh lại; đúng là nghỉ lâu thì chạy dondoc run morning-check --yes");
        }
        if (last.get().isAfter(VietnamTime.dayOf(now))) {
            return fault(
                    subject,
                    found + ", chưa đến: đến hết ngày ấy không có lần kiểm tra nào",
                    "chỉnh đồng hồ; nếu đồng hồ đã chạy nhanh, phục hồi bản sao lưu trước lúc ấy: dondoc restore THƯ_MỤC");
        }
        LocalDate expected = expectedMorning(dondoc.settings().calendar(), now);
        return last.get().isBefore(expected)
                ? fault(subject, found + ", ngày làm việc " + VietnameseDate.write(expected) + " không có", remedy)
                : fine(subject, found);
    }

    /** The last working day whose morning is over. */
    static LocalDate expectedMorning(WorkingCalendar calendar, Instant now) {
        boolean morningOver = !LocalTime.ofInstant(now, VietnamTime.ZONE).isBefore(CHECKED_BY);
        LocalDate day = VietnamTime.dayOf(now).minusDays(morningOver ? 0 : 1);
        while (!calendar.isWorkingDay(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    private Diagnosis clock() {
        return vitals.newestMoment()
                .map(newest -> clock(newest, now))
                .orElseGet(() -> fine("Đồng hồ", "máy chỉ " + VietnamTime.inWords(now)));
    }

    static Diagnosis clock(Instant newest, Instant now) {
        String found =
                "máy chỉ " + VietnamTime.inWords(now) + ", việc mới nhất đã ghi lúc " + VietnamTime.inWords(newest);
        String remedy = "chỉnh đồng hồ và múi giờ của máy, bật đồng bộ giờ (NTP)";
        if (now.isBefore(newest.minus(SAME_TIME))) {
            return fault("Đồng hồ", found + ": đồng hồ chậm, hoặc đã có lúc chạy nhanh", remedy);
        }
        return now.isAfter(newest.plus(LONG_REST))
                ? warning(
                        "Đồng hồ",
                        found + ": cách nhau quá 60 ngày",
                        remedy + "; nếu đúng là nghỉ lâu thì không phải làm gì")
                : fine("Đồng hồ", found);
    }

    private Optional<Diagnosis> serverClock() {
        return vitals.serverTime().map(server -> {
            Duration apart = Duration.between(server, now).abs();
            return apart.compareTo(APART) > 0
                    ? fault(
                            "Đồng hồ",
                            "lệch " + apart.toSeconds() + " giây so với máy chủ PostgreSQL",
                            "bật đồng bộ giờ (NTP) trên cả hai máy")
                    : fine("Đồng hồ", "khớp với máy chủ PostgreSQL");
        });
    }

    private Diagnosis audit() {
        AuditLog log = dondoc.audit();
        return log.verify()
                .map(broken -> fault(
                        "Sổ ghi",
                        "không còn nguyên vẹn, từ dòng số " + broken.number() + ": " + broken.reason(),
                        "báo người phụ trách an toàn thông tin; đối chiếu với bản sao lưu trước đó"))
                .orElseGet(() -> fine("Sổ ghi", "nguyên vẹn, " + log.head().number() + " dòng"));
    }
}
