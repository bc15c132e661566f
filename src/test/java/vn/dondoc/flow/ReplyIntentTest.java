package vn.dondoc.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.flow.ReplyIntent.What;

/** What an answer in words says; what could be meant otherwise is left to a person. */
class ReplyIntentTest {
    private static final LocalDate TODAY = LocalDate.of(2017, 12, 18);

    private static ReplyIntent read(String text) {
        return ReplyIntent.of(text, TODAY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hẹn ngày 05/01/2018 | 2018-01-05",
                "hen ngay 5/1 | 2018-01-05",
                "Đơn vị hẹn nộp báo cáo trước ngày 5-1-2018. | 2018-01-05",
                "Sở xin hẹn đến 17h00 ngày 20/12 gửi báo cáo | 2017-12-20",
                "hẹn ngày 18/12 | 2017-12-18",
                "hẹn ngày 17/12 | 2018-12-17",
                "hẹn ngày 5 tháng 1 năm 2018 | 2018-01-05",
                "hẹn ngày 05.01.18 | 2018-01-05",
                "Chưa hoàn thành, hẹn ngày 5/1. | 2018-01-05",
                "Nhận được thư ngày 18/12/2017; đơn vị hẹn ngày 5/1/2018 | 2018-01-05",
                "hẹn ngày 5/1, đúng là hẹn ngày 5/1/2018 | 2018-01-05",
            })
    void a_day_is_promised(String text, LocalDate day) {
        assertThat(read(text).what()).isEqualTo(What.PROMISE);
        assertThat(read(text).day()).contains(day);
        assertThat(read(Normalizer.normalize(text, Normalizer.Form.NFD)).day()).contains(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hẹn ngày 31/02/2018", "hẹn ngày 30/2", "hẹn ngày 5/13/2018"})
    void a_day_that_no_calendar_has_is_a_promise_without_a_day(String text) {
        assertThat(read(text).what()).isEqualTo(What.PROMISE);
        assertThat(read(text).day()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Đã xong",
                "Sở Tư pháp đã hoàn thành nhiệm vụ nêu trong thư.",
                "da hoan thanh",
                "Đơn vị đã thực hiện xong các việc",
                "Xong rồi ạ",
                "Đã hoàn thành.\n\nTrân trọng,\nChưa phải ký tên",
                "Đã hoàn thành.\n-- \nĐơn vị chưa có số máy"
            })
    void a_unit_says_that_all_is_done(String text) {
        assertThat(read(text).what()).isEqualTo(What.DONE);
        assertThat(read(Normalizer.normalize(text, Normalizer.Form.NFD)).what()).isEqualTo(What.DONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Chưa xong",
                "Đã hoàn thành chưa?",
                "Đã hoàn thành 50%",
                "Đã hoàn thành một phần",
                "Cơ bản đã hoàn thành",
                "Khi nào đã xong thì báo",
                "Đã hoàn thành trừ nhiệm vụ thứ hai",
                "Không hẹn ngày 5/1 được",
                "Hẹn họp ngày 5/1",
                "Có hẹn ngày 5/1 được không?",
                "Hẹn ngày 5/1, việc còn lại hẹn ngày 12/1",
                "Đã hoàn thành việc thứ nhất, việc thứ hai hẹn ngày 5/1",
                "Nhận được thư ngày 5/1/2018",
                "Hẹn sớm",
                "> hẹn ngày 05/01/2018",
                "Vào 07:05 18/12/2017, Đôn Đốc đã viết:\nhẹn ngày 05/01/2018",
                "On Mon, Dec 18, 2017 at 7:05 AM Sở Nội vụ <don-doc@quangngai.example>\nwrote:\nhẹn ngày 05/01/2018",
                "-----Original Message-----\nĐã hoàn thành",
                "Từ: Sở Nội vụ\nĐã gửi: 18/12/2017\nhẹn ngày 05/01/2018",
                "From: Sở Nội vụ\nSent: Monday\nđã xong"
            })
    void anything_else_is_left_to_a_person(String text) {
        assertThat(read(text).what()).isEqualTo(What.UNCLEAR);
    }

    @Test
    void a_text_made_to_keep_the_reader_busy_is_read_in_no_time() {
        long start = System.nanoTime();
        for (String piece :
                new String[] {"hẹn ", "ngày ", "đã ", "vào ", "từ: ", "> ", "a@", "hẹn 1/", "-", "\u0300"}) {
            assertThat(read(piece.repeat(20_000)).what()).isEqualTo(What.UNCLEAR);
            assertThat(read((piece + "\n").repeat(20_000)).what()).isEqualTo(What.UNCLEAR);
        }
        assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
    }
}
