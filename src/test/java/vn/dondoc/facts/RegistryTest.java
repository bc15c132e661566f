package vn.dondoc.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dondoc.reading.Problems;

class RegistryTest {
    private static final LocalDate DECISION = LocalDate.of(2017, 5, 12);
    private static final LocalDate BEFORE_MERGER = LocalDate.of(2020, 1, 31);
    private static final LocalDate MERGER = LocalDate.of(2020, 2, 1);
    private static final Problems PROBLEMS = new Problems();
    private static final Registry REGISTRY = RegistryFile.read(Path.of("config/agencies.csv"), PROBLEMS);

    @Test
    void the_shipped_registry_has_no_mistake() {
        assertThat(PROBLEMS.list()).isEmpty();
    }

    @Test
    void when_the_decision_came_there_were_219_bodies_and_the_province() {
        assertThat(count(DECISION, Level.DEPARTMENT)).isEqualTo(20);
        assertThat(count(DECISION, Level.POLICE)).isEqualTo(1);
        assertThat(count(DECISION, Level.DISTRICT)).isEqualTo(14);
        assertThat(count(DECISION, Level.COMMUNE)).isEqualTo(184);
        assertThat(count(DECISION, Level.PROVINCE)).isEqualTo(1);
    }

    @Test
    void the_merger_takes_effect_on_its_day_and_not_the_day_before() {
        assertThat(count(BEFORE_MERGER, Level.DISTRICT)).isEqualTo(14);
        assertThat(count(BEFORE_MERGER, Level.COMMUNE)).isEqualTo(184);
        assertThat(count(MERGER, Level.DISTRICT)).isEqualTo(13);
        assertThat(count(MERGER, Level.COMMUNE)).isEqualTo(173);
    }

    @Test
    void a_unit_that_ended_has_a_successor_and_one_that_changed_its_name_lives_on() {
        assertThat(REGISTRY.find("526", BEFORE_MERGER)).isPresent();
        assertThat(REGISTRY.find("526", MERGER)).isEmpty();
        assertThat(REGISTRY.predecessorsOf("525")).containsExactly("526");
        assertThat(REGISTRY.find("534", BEFORE_MERGER).orElseThrow().name()).isEqualTo("UBND huyện Đức Phổ");
        assertThat(REGISTRY.find("534", MERGER).orElseThrow().name()).isEqualTo("UBND thị xã Đức Phổ");
    }

    @Test
    void every_parent_exists_as_long_as_its_units() {
        for (LocalDate day : List.of(DECISION, BEFORE_MERGER, MERGER)) {
            assertThat(REGISTRY.on(day))
                    .filteredOn(agency -> !agency.parent().isEmpty())
                    .allSatisfy(agency -> assertThat(REGISTRY.find(agency.parent(), day))
                            .as(agency.id())
                            .isPresent());
        }
    }

    @Test
    void tay_tra_has_its_nine_communes_and_the_joint_denominator_of_inspections_is_33() {
        assertThat(REGISTRY.on(DECISION).stream()
                        .filter(agency -> agency.parent().equals("526")))
                .hasSize(9);
        assertThat(REGISTRY.count(AgencyGroup.SPECIALISED, DECISION) + REGISTRY.count(AgencyGroup.DISTRICTS, DECISION))
                .isEqualTo(33);
    }

    @Test
    void heads_are_titles_and_every_shipped_address_ends_in_example() {
        assertThat(REGISTRY.forms()).allSatisfy(agency -> {
            assertThat(agency.email()).endsWith(".example");
            assertThat(agency.contactEmail()).endsWith(".example");
            assertThat(agency.headTitle()).matches("(Giám đốc|Chủ tịch|Chánh|Trưởng) .+|Trưởng [Bb]an .*");
        });
    }

    private static long count(LocalDate day, Level level) {
        return REGISTRY.on(day).stream()
                .filter(agency -> agency.level() == level)
                .count();
    }
}
