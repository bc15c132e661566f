package vn.dondoc.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static vn.dondoc.intake.Office.NOW;
import static vn.dondoc.intake.Office.report;
import static vn.dondoc.intake.Office.target;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.store.Outcome;

/** Files that cannot be read at all: the bytes are kept, the sender learns why. */
class FileRefusalTest {
    private static final String FORMS = " → gửi tệp XLSX, JSON hoặc CSV (UTF-8)";

    @TempDir
    Path folder;

    private Office office;

    @BeforeEach
    void open() {
        office = new Office(folder);
    }

    @Test
    void fifty_megabytes_are_refused_unread_and_kept() throws IOException {
        Path huge = folder.resolve("lon.json");
        byte[] block = new byte[1 << 20];
        Arrays.fill(block, (byte) '[');
        try (var out = Files.newOutputStream(huge)) {
            for (int i = 0; i < 50; i++) {
                out.write(block);
            }
        }

        Receipt receipt = assertTimeout(
                Duration.ofSeconds(10), () -> office.intake.receive("lon.json", huge, Intake.Options.STRICT, NOW));

        refused(receipt, "lon.json: tệp nặng 50,0 MB, quá giới hạn 20,0 MB → chia thành nhiều tệp nhỏ hơn");
        assertThat(office.received.resolve(receipt.keptAs())).hasSize(50L << 20);
    }

    @Test
    void the_limit_itself_is_allowed() {
        byte[] fits = report("so-noi-vu", "2017-Q4", target("")).getBytes(StandardCharsets.UTF_8);
        PlanInForce plan = Office.plan();
        OriginalFiles originals = new OriginalFiles(office.received);

        assertThat(new Intake(() -> plan, originals, office.store, fits.length)
                        .receive("a.json", fits, Intake.Options.STRICT, NOW)
                        .refused())
                .noneMatch(problem -> problem.message().contains("giới hạn"));
        assertThat(new Intake(() -> plan, originals, office.store, fits.length - 1)
                        .receive("a.json", fits, Intake.Options.STRICT, NOW)
                        .refused())
                .allMatch(problem -> problem.message().contains("giới hạn"));
    }

    @Test
    void broken_utf8_is_placed_by_its_byte() {
        byte[] bytes = "agency,period\nS\u00e0".getBytes(StandardCharsets.ISO_8859_1);

        refused(
                office.intake.receive("so-lieu.csv", bytes, Intake.Options.STRICT, NOW),
                "so-lieu.csv, byte thứ 16: không phải UTF-8 → lưu lại tệp dạng “CSV UTF-8” hoặc JSON UTF-8");
    }

    @Test
    void utf16_is_named() {
        refused(
                office.intake.receive(
                        "so-lieu.csv", "\ufeffagency".getBytes(StandardCharsets.UTF_16LE), Intake.Options.STRICT, NOW),
                "so-lieu.csv: tệp ghi bằng UTF-16, không phải UTF-8 → lưu lại tệp dạng “CSV UTF-8” hoặc JSON UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \r\n\t", "\ufeff"})
    void an_empty_file(String text) {
        refused(office.send("trong.json", text), "trong.json: tệp trống" + FORMS);
    }

    @ParameterizedTest
    @CsvSource({
        "PK\u0003\u0004rest, so-lieu.xlsx, 'tệp nén hỏng hoặc có mật khẩu, không đọc được'",
        "PK\u0003\u0004rest, so-lieu.csv, 'tệp nén hỏng hoặc có mật khẩu, không đọc được'",
        "%PDF-1.7, bao-cao.pdf, không nhận tệp PDF",
        "<html></html>, bao-cao.html, không nhận loại tệp này"
    })
    void another_type(String content, String name, String message) {
        refused(office.send(name, content), name + ": " + message + FORMS);
    }

    @Test
    void old_excel_by_its_first_bytes() {
        byte[] bytes = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0};

        refused(
                office.intake.receive("so-lieu.xls", bytes, Intake.Options.STRICT, NOW),
                "so-lieu.xls: không nhận tệp Office kiểu cũ (XLS, DOC)" + FORMS);
    }

    @Test
    void json_that_breaks_off() {
        refused(
                office.send("a.json", "{\"agency\": \"so-noi-vu\","),
                "a.json, dòng 1, cột 24: JSON kết thúc giữa chừng → kiểm tra dấu phẩy, dấu ngoặc và khóa ghi hai lần");
    }

    @Test
    void a_key_written_twice() {
        refused(
                office.send("a.json", "{\"agency\": \"x\",\n \"agency\": \"y\"}"),
                "a.json, dòng 2, cột 10: khóa ghi hai lần: “agency”"
                        + " → kiểm tra dấu phẩy, dấu ngoặc và khóa ghi hai lần");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "01", "8,5", "{} {}", "'x'"})
    void json_of_ones_own_making(String value) {
        Receipt receipt = office.send("a.json", "{\"entries\": [{\"value\": " + value + "}]}");

        assertThat(receipt.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(receipt.refused()).hasSize(1);
        assertThat(receipt.refused().get(0).message()).isEqualTo("không đọc được JSON");
    }

    @Test
    void json_after_json() {
        String good = report("so-noi-vu", "2017-Q4", target(""));

        assertThat(office.send("a.json", good + good).outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void json_nested_without_end() {
        Receipt receipt = office.send("a.json", "[".repeat(1_000_000));

        assertThat(receipt.refused()).hasSize(1);
        assertThat(receipt.refused().get(0).message()).startsWith("JSON lồng quá sâu");
    }

    @Test
    void a_file_that_is_wrong_throughout_ends_early() {
        String rows = "{},".repeat(300_000);

        Receipt receipt = assertTimeout(
                Duration.ofSeconds(20),
                () -> office.send("a.json", report("so-noi-vu", "2017-Q4", rows.substring(0, rows.length() - 1))));

        assertThat(receipt.refused()).hasSizeBetween(10_000, 10_010);
        assertThat(receipt.refused().get(0).message()).isEqualTo("có hơn 10000 lỗi, phần còn lại chưa đọc");
    }

    private void refused(Receipt receipt, String problem) {
        assertThat(receipt.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(receipt.refused()).extracting(Object::toString).containsExactly(problem);
        assertThat(office.received.resolve(receipt.keptAs())).exists();
    }
}
