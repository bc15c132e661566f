package vn.dondoc.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds entries of one file that speak of the same agency, period and duty. */
final class SameThing {
    private final Map<List<String>, List<Draft>> byThing = new LinkedHashMap<>();

    void add(Draft draft) {
        List<String> thing = List.of(draft.agency(), draft.period().toUpperCase(Locale.ROOT), draft.duty());
        if (!thing.contains("")) {
            byThing.computeIfAbsent(thing, none -> new ArrayList<>()).add(draft);
        }
    }

    void refuse() {
        byThing.values().stream().filter(same -> same.size() > 1).forEach(SameThing::refuse);
    }

    private static void refuse(List<Draft> same) {
        for (Draft draft : same) {
            Draft other = same.get(0) == draft ? same.get(1) : same.get(0);
            draft.problems()
                    .add(
                            draft.place().row(),
                            "cùng đơn vị, kỳ và nhiệm vụ với " + other.place().row(),
                            "giữ một mục; trong bảng thì để các dòng của một nhiệm vụ liền nhau");
        }
    }
}
