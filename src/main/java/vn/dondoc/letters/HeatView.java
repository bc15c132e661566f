package vn.dondoc.letters;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.dondoc.enclosures.HeatPicture;
import vn.dondoc.facts.Level;
import vn.dondoc.notices.Heat;
import vn.dondoc.notices.Heat.Cell;
import vn.dondoc.notices.Heat.Row;

/** Units × criteria as a template sees it: the units that are furthest behind, each cell with its numbers and colour. */
final class HeatView {
    /** Compares shares without dividing: a/b < c/d is a·d < c·b. */
    private static final Comparator<Row> LEAST_MET_FIRST =
            (one, other) -> Long.compare((long) one.met() * other.judged(), (long) other.met() * one.judged());

    private HeatView() {}

    static Map<String, Object> of(Heat heat, DigestRoom room) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put(
                "columns",
                heat.columns().stream()
                        .<Object>map(column -> Map.of("code", column.code(), "name", column.name()))
                        .toList());
        view.put(
                "rows",
                heat.rows().stream()
                        .sorted(LEAST_MET_FIRST.thenComparing(
                                row -> row.agency().id()))
                        .limit(room.heatRows())
                        .<Object>map(row -> row(row, room))
                        .toList());
        view.put("byDistrict", heat.rows().stream().anyMatch(row -> row.agency().level() == Level.DISTRICT));
        view.put("more", Math.max(0, heat.rows().size() - room.heatRows()));
        return view;
    }

    private static Map<String, Object> row(Row row, DigestRoom room) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("name", CleanText.shorten(row.agency().name(), room.nameLength()));
        view.put("cells", row.cells().stream().<Object>map(HeatView::cell).toList());
        return view;
    }

    private static Map<String, Object> cell(Cell cell) {
        boolean judged = cell.judged() > 0;
        return Map.of(
                "text", judged ? cell.met() + "/" + cell.judged() : "–",
                "colour", judged ? HeatPicture.colour(HeatPicture.step(cell)) : "#ffffff");
    }
}
