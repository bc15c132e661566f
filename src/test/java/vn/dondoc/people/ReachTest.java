package vn.dondoc.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Level;
import vn.dondoc.facts.Registry;

/** Whom a contact may see and speak for: his unit; of a district its communes, too. */
class ReachTest {
    private static final LocalDate FIRST = LocalDate.parse("2017-01-01");
    private static final LocalDate LAST = LocalDate.parse("2017-11-30");
    private static final LocalDate DAY = LocalDate.parse("2017-12-18");

    private final Registry registry = new Registry(List.of(
            unit("ubnd-tinh", Level.PROVINCE, "", null, ""),
            unit("so-tu-phap", Level.DEPARTMENT, "ubnd-tinh", null, ""),
            unit("ban-dan-toc", Level.DEPARTMENT, "ubnd-tinh", LAST, "so-tu-phap"),
            unit("524", Level.DISTRICT, "ubnd-tinh", null, ""),
            unit("525", Level.DISTRICT, "ubnd-tinh", null, ""),
            unit("21040", Level.COMMUNE, "524", null, ""),
            unit("21172", Level.COMMUNE, "525", null, ""),
            unit("21548", Level.COMMUNE, "ubnd-tinh", null, "")));
    private final Reach reach = new Reach(() -> registry);

    @Test
    void a_contact_reaches_his_own_unit() {
        assertReached("so-tu-phap", "so-tu-phap", "ban-dan-toc");
        assertReached("21040", "21040");
    }

    @Test
    void that_of_a_district_reaches_its_communes_and_not_those_of_another() {
        assertReached("524", "524", "21040");
    }

    @Test
    void that_of_the_province_reaches_nothing_that_stands_below_it() {
        assertReached("ubnd-tinh", "ubnd-tinh");
    }

    @Test
    void who_took_over_from_a_unit_sees_what_it_was_and_not_among_the_units_of_today() {
        Visitor contact = contact("so-tu-phap");
        assertThat(reach.covers(contact, "ban-dan-toc")).isTrue();
        assertThat(reach.units(contact, LAST)).extracting(Agency::id).containsExactly("so-tu-phap", "ban-dan-toc");
        assertThat(reach.units(contact, LAST.plusDays(1)))
                .extracting(Agency::id)
                .containsExactly("so-tu-phap");
    }

    @Test
    void nobody_reaches_a_unit_that_there_is_not() {
        assertThat(reach.covers(contact("524"), "khong-co")).isFalse();
        assertThat(reach.covers(new Visitor("can-bo", "Chuyên viên", Role.OFFICER, ""), "khong-co"))
                .isFalse();
    }

    @Test
    void the_office_reaches_every_unit() {
        for (Role role : List.of(Role.LEADER, Role.OFFICER, Role.ADMINISTRATOR)) {
            Visitor visitor = new Visitor("ai-do", "Chức danh", role, "");
            assertThat(registry.ids()).allMatch(unit -> reach.covers(visitor, unit));
            assertThat(reach.units(visitor, DAY)).isEqualTo(registry.on(DAY));
        }
    }

    private void assertReached(String own, String... units) {
        assertThat(registry.ids())
                .filteredOn(unit -> reach.covers(contact(own), unit))
                .containsExactlyInAnyOrder(units);
    }

    private static Visitor contact(String unit) {
        return new Visitor("dau-moi", "Đầu mối", Role.CONTACT, unit);
    }

    private static Agency unit(String id, Level level, String parent, @Nullable LocalDate last, String successor) {
        return new Agency(
                id,
                "Đơn vị " + id,
                level,
                parent,
                Set.of(),
                FIRST,
                last,
                successor,
                successor.isEmpty() ? "" : "giả định: bài thử",
                "Thủ trưởng",
                id + "@don-vi.example",
                "");
    }
}
