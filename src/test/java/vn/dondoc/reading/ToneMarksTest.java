package vn.dondoc.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.facts.AgencyGroup;
import vn.dondoc.facts.Registry;
import vn.dondoc.facts.RegistryFile;

/** Words in which the tone mark may stand on either of two letters. */
class ToneMarksTest {
    @ParameterizedTest
    @CsvSource({
        "hoà,hòa",
        "hoá,hóa",
        "hoả,hỏa",
        "hoã,hõa",
        "hoạ,họa",
        "hoè,hòe",
        "khoé,khóe",
        "khoẻ,khỏe",
        "khoẽ,khõe",
        "khoẹ,khọe",
        "uỳ,ùy",
        "uý,úy",
        "thuỷ,thủy",
        "uỹ,ũy",
        "uỵ,ụy",
        "Uỷ ban,Ủy ban",
        "UBND xã Bình Hoà,UBND xã Bình Hòa",
        "văn hoá – thể thao,văn hóa – thể thao"
    })
    void both_places_are_the_same_word(String one, String other) {
        assertThat(VietnameseText.key(one)).isEqualTo(VietnameseText.key(other));
        assertThat(VietnameseText.key(one)).isEqualTo(other.toLowerCase(java.util.Locale.ROOT));
    }

    @ParameterizedTest
    @CsvSource({"quý", "quỳ", "quỹ", "toàn", "hoàn", "khoét", "huỳnh", "loài", "quả", "hòa", "thủy", "mùa"})
    void a_syllable_with_one_place_stays(String word) {
        assertThat(VietnameseText.key(word)).isEqualTo(word);
    }

    @Test
    void units_and_groups_are_found_under_both() {
        Registry registry = RegistryFile.read(java.nio.file.Path.of("config/agencies.csv"), new Problems());

        assertThat(registry.idsNamed("Sở Văn hoá, Thể thao và Du lịch"))
                .isNotEmpty()
                .isEqualTo(registry.idsNamed("Sở Văn hóa, Thể thao và Du lịch"));
        assertThat(AgencyGroup.named("Các sở, ban, ngành")).isPresent();
    }
}
