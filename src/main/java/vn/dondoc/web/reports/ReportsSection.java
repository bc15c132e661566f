package vn.dondoc.web.reports;

import java.util.List;
import vn.dondoc.web.console.Route;
import vn.dondoc.web.console.Section;

/** Báo cáo: what is asked, what came in, the form, uploads, returning and approving. */
public final class ReportsSection implements Section {
    public static final String HOME = "/bao-cao";
    static final String UNIT = HOME + "/{unit}";
    static final String WAITING = HOME + "/cho-duyet";

    private final ReportListPage list;
    private final UnitReportsPage unit;
    private final RulingPage rulings;
    private final ReportFormPage form;
    private final UploadPage upload;

    public ReportsSection(ReportDesk desk) {
        this.list = new ReportListPage(desk);
        this.unit = new UnitReportsPage(desk);
        this.rulings = new RulingPage(desk, unit);
        this.form = new ReportFormPage(desk);
        this.upload = new UploadPage(desk, unit);
    }

    /** Where the form of a unit and period is. */
    static String formOf(String unit, String period) {
        return HOME + "/" + unit + "/" + period;
    }

    @Override
    public List<Route> routes() {
        String period = UNIT + "/{period}";
        return List.of(
                Route.get(HOME, Route.REPORTERS, list::show),
                Route.get(WAITING, Route.OFFICE, rulings::showWaiting),
                Route.get(UNIT, Route.REPORTERS, unit::show),
                Route.post(UNIT + "/xem-xet", Route.OFFICE, rulings::take),
                Route.post(UNIT + "/nop", Route.REPORTERS, upload::take),
                Route.get(UNIT + "/tra-loi/{file}", Route.REPORTERS, upload::answer),
                Route.get(UNIT + "/tra-loi/{file}/bang", Route.REPORTERS, upload::answerWorkbook),
                Route.get(UNIT + "/tep/{file}", Route.OFFICE, upload::original),
                Route.get(period, Route.REPORTERS, form::show),
                Route.post(period, Route.REPORTERS, form::take),
                Route.get(period + "/mau", Route.REPORTERS, form::workbook),
                Route.post(period + "/dong", Route.REPORTERS, form::check));
    }
}
