package vn.dondoc.flow;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.flow.OperatorsLetter.Matter;
import vn.dondoc.reading.VietnameseText;

/** Tells the administrators of a job that failed, of each job once a day. */
public final class JobTroubles {
    private final OperatorsLetter letter;

    public JobTroubles(OperatorsLetter letter) {
        this.letter = letter;
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
