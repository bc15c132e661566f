package vn.dondoc.web.reports;

import java.util.List;

/** Entries that wait for Sở Nội vụ, as their page shows them. */
public record WaitingView(List<Row> rows) {

    public WaitingView {
        rows = List.copyOf(rows);
    }

    public record Row(
            String unit, String name, String duty, String task, String period, String status, String received) {}
}
