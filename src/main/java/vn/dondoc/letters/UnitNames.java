package vn.dondoc.letters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Level;
import vn.dondoc.facts.Registry;

/** Names many units on little room: provincial bodies and districts one by one, communes as a number per district. */
final class UnitNames {
    private final Registry registry;
    private final LocalDate day;

    UnitNames(Registry registry, LocalDate day) {
        this.registry = registry;
        this.day = day;
    }

    Map<String, Object> of(List<Agency> units) {
        List<String> names = new ArrayList<>();
        Map<String, Integer> communes = new LinkedHashMap<>();
        for (Agency unit : units) {
            if (unit.level() == Level.COMMUNE) {
                communes.merge(district(unit), 1, Integer::sum);
            } else {
                names.add(unit.name());
            }
        }
        List<String> perDistrict = new ArrayList<>();
        communes.forEach((district, count) -> perDistrict.add(district + " " + count));
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("total", units.size());
        view.put("names", String.join("; ", names));
        view.put(
                "communes",
                communes.values().stream().mapToInt(Integer::intValue).sum());
        view.put("perDistrict", String.join("; ", perDistrict));
        return view;
    }

    private String district(Agency commune) {
        return registry.find(commune.parent(), day)
                .or(() -> registry.latest(commune.parent()))
                .map(parent -> parent.name().replaceFirst("^UBND ", ""))
                .orElse(commune.parent());
    }
}
