package vn.dondoc.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Registry;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.VietnameseDate;

/** Whether a unit is known and exists on a day; if not, which one to name instead. */
final class UnitCheck {
    /** No unit was merged more often; a registry that goes in circles ends here. */
    private static final int LONGEST_SUCCESSION = 10;

    private final Registry registry;
    private final Hints hints;

    UnitCheck(PlanInForce plan, Hints hints) {
        this.registry = plan.registry();
        this.hints = hints;
    }

    /** False, too, for an empty id: that has its problem already. */
    boolean exists(String id, LocalDate day, String place, Problems problems) {
        if (id.isEmpty()) {
            return false;
        }
        if (registry.find(id, day).isPresent()) {
            return true;
        }
        Optional<Agency> latest = registry.latest(id);
        if (latest.isEmpty()) {
            problems.add(place, "không có đơn vị " + Quote.of(id), hints.unit(id));
        } else {
            addNotThen(latest.get(), day, place, problems);
        }
        return false;
    }

    private void addNotThen(Agency unit, LocalDate day, String place, Problems problems) {
        LocalDate end = unit.validTo();
        boolean ended = end != null && day.isAfter(end);
        String when = ended ? " không còn vào ngày " : " chưa có vào ngày ";
        problems.add(
                place,
                "đơn vị " + named(unit) + when + VietnameseDate.write(day),
                ended ? successor(unit, day) : before(unit));
    }

    private String successor(Agency unit, LocalDate day) {
        Optional<Agency> next = Optional.of(unit);
        for (int i = 0;
                i < LONGEST_SUCCESSION && next.filter(one -> !one.existsOn(day)).isPresent();
                i++) {
            String id = next.get().successor();
            next = registry.find(id, day).or(() -> registry.latest(id));
        }
        return next.filter(one -> one.existsOn(day))
                .map(one -> "đơn vị kế thừa: " + named(one))
                .orElse("kiểm tra lại mã và ngày");
    }

    private String before(Agency unit) {
        LocalDate first = registry.forms().stream()
                .filter(form -> form.id().equals(unit.id()))
                .map(Agency::validFrom)
                .min(LocalDate::compareTo)
                .orElse(unit.validFrom());
        List<String> earlier = registry.predecessorsOf(unit.id());
        String since = "đơn vị này có từ ngày " + VietnameseDate.write(first);
        return earlier.isEmpty() ? since : since + ", trước đó: " + String.join(", ", earlier);
    }

    private static String named(Agency unit) {
        return "“" + unit.id() + "” (" + unit.name() + ")";
    }
}
