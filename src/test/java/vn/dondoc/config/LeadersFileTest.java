package vn.dondoc.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.config.Recipients.Recipient;
import vn.dondoc.facts.Registry;
import vn.dondoc.facts.RegistryFile;
import vn.dondoc.reading.Problems;

class LeadersFileTest {
    private static final String ADMINISTRATORS = "administrators: [{title: Phòng CCHC, address: cchc@snv.example}]\n";

    private static final Registry REGISTRY = RegistryFile.read(Path.of("config/agencies.csv"), new Problems());

    @TempDir
    Path folder;

    private final Problems problems = new Problems();

    @Test
    void the_shipped_leaders_are_read() {
        Recipients recipients = LeadersFile.read(Path.of("config/leaders.yaml"), REGISTRY, problems);
        assertThat(problems.list()).isEmpty();
        assertThat(recipients.leaders()).extracting(Recipient::title).contains("Chủ tịch UBND tỉnh");
        assertThat(recipients.leaders())
                .filteredOn(leader -> leader.field().contains("kinh tế"))
                .hasSize(1);
        assertThat(recipients.administrators()).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            [{address: a@b.vn}]                                 | leaders[1].title   | thiếu giá trị      | title
            [{title: A}]                                        | leaders[1].address | thiếu giá trị      | address
            [{title: A, address: không}]                        | leaders[1].address | không phải địa chỉ | ten@
            [{title: A, address: a@b.vn}, {title: B, address: A@b.vn}] | leaders[2].address | đã có ở trên | một lần
            [{title: A, adress: a@b.vn, address: a@b.vn}]       | leaders[1].adress  | không có khóa      | address
            [{title: A, address: a@b.vn, units: [so-y-the]}]     | leaders[1].units   | không có đơn vị    | so-y-te
            [{title: A, address: a@b.vn, units: [Các huyện thành phố]}] | leaders[1].units | không có đơn vị | Các huyện, thành phố
            [{title: A, address: a@b.vn, digest: lĩnh vực}]      | leaders[1].digest  | cần biết các đơn vị | units
            [{title: A, address: a@b.vn, digest: hết}]           | leaders[1].digest  | không hiểu         | toàn tỉnh
            []                                                  | leaders            | chưa có người nhận | title
            """)
    void a_mistake_is_refused_with_its_line_and_a_hint(String leaders, String key, String message, String hint)
            throws IOException {
        read(ADMINISTRATORS + "leaders: " + leaders);
        assertThat(problems.list()).as(problems.list().toString()).hasSize(1);
        assertThat(problems.list().get(0).place()).isEqualTo("leaders.yaml, dòng 2, khóa “" + key + "”");
        assertThat(problems.list().get(0).message()).contains(message);
        assertThat(problems.list().get(0).hint()).contains(hint);
    }

    @Test
    void all_mistakes_are_reported_at_once() throws IOException {
        read("leaders: [{title: A, address: x}]\nadmin: []\n");
        assertThat(problems.list()).hasSize(3);
    }

    @Test
    void a_unit_is_the_business_of_the_leader_whose_field_holds_it_and_a_commune_goes_with_its_district()
            throws IOException {
        Recipients recipients = read(ADMINISTRATORS + """
                leaders:
                  - {title: Chủ tịch, address: a@b.vn}
                  - {title: Phó Chủ tịch, address: b@b.vn, units: ["Các huyện miền núi", so-y-te], digest: lĩnh vực}
                """);
        assertThat(problems.list()).isEmpty();
        assertThat(inCharge(recipients, "so-y-te")).isEqualTo("Phó Chủ tịch");
        assertThat(inCharge(recipients, "526")).isEqualTo("Phó Chủ tịch");
        assertThat(inCharge(recipients, "21115"))
                .as("a commune of Tây Trà or Trà Bồng")
                .isEqualTo("Phó Chủ tịch");
        assertThat(inCharge(recipients, "524")).isEqualTo("Chủ tịch");
        assertThat(inCharge(recipients, "so-noi-vu")).isEqualTo("Chủ tịch");
    }

    private static String inCharge(Recipients recipients, String unit) {
        return recipients.inCharge(REGISTRY.latest(unit).orElseThrow()).title();
    }

    private Recipients read(String text) throws IOException {
        return LeadersFile.read(Files.writeString(folder.resolve("leaders.yaml"), text), REGISTRY, problems);
    }
}
