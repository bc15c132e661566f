package vn.dondoc.flow;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.flow.OperatorsLetter.Matter;
import vn.dondoc.reading.VietnameseText;

/** Tells the administrators of a job that failed or runs no more, of each job once a day. */
public final class JobTroubles {
    private final OperatorsLetter letter;

    public JobTroubles(OperatorsLetter letter) {
        this.letter = letter;
    }

    /**
     * Tells of a job that runs no more, its schedule being gone.
     *
     * @return false when that was told on that day already
     */
    public boolean tellUnscheduled(String job, Instant at) {
        return letter.tell(
                new Matter(
                        "job-unscheduled-" + job.toLowerCase(Locale.ROOT),
                        "Việc " + job + " không chạy nữa: thư mục schedules không có lịch còn chạy của việc ấy",
                        List.of("Thấy lúc " + VietnamTime.inWords(at)),
                        "chép lại " + job + ".yaml của bản cài đặt vào thư mục schedules; không cần khởi động lại"),
                at);
    }

    /** @return false when that job's failure was told on that day already */
    public boolean tell(String job, Throwable failure, Instant at) {
        return letter.tell(
                new Matter(
                        "job-failed-" + job.toLowerCase(Locale.ROOT),
                        "Việc " + job + " bị lỗi lúc " + VietnamTime.inWords(at),
                        List.of("Lỗi: " + VietnameseText.oneLine(String.valueOf(failure.getMessage()))),
                        "chạy dondoc doctor trên máy chủ, sửa điều đã chỉ, rồi chạy dondoc run " + job
                                + "; các lần sau vẫn chạy theo lịch"),
                at);
    }
}
