package vn.dondoc.web.administration;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditRecord;
import vn.dondoc.audit.AuditTable;
import vn.dondoc.audit.BrokenChain;
import vn.dondoc.store.AuditLog;
import vn.dondoc.web.console.Route;
import vn.dondoc.web.console.Section;
import vn.dondoc.web.console.Visit;
import vn.dondoc.web.console.Words;

/** The record of who did what: to be looked through, taken along, and proved whole. */
final class AuditPages implements Section {
    private static final String AUDIT = PeoplePages.PEOPLE + "/nhat-ky";
    private static final int ROWS = 50;

    private final AuditLog log;

    AuditPages(AuditLog log) {
        this.log = log;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(AUDIT, Route.ADMINISTRATORS, visit -> show(visit, false)),
                Route.get(AUDIT + "/kiem-tra", Route.ADMINISTRATORS, visit -> show(visit, true)),
                Route.get(AUDIT + "/tep", Route.ADMINISTRATORS, this::export));
    }

    private void show(Visit visit, boolean verify) {
        Words words = visit.words();
        AuditLog.Search search = search(visit);
        List<AuditRecord> found = log.newest(search, ROWS + 1);
        List<Views.AuditRow> rows =
                found.stream().limit(ROWS).map(link -> row(link, words)).toList();
        AuditLog.Head head = log.head();
        Optional<BrokenChain> broken = verify ? log.verify() : Optional.empty();
        visit.show(
                "administration/audit",
                words.of("Nhật ký", "Audit log"),
                new Views.Audit(
                        rows,
                        acts(words),
                        search.act(),
                        search.words(),
                        head.number(),
                        found.size() > ROWS ? rows.get(ROWS - 1).number() : 0,
                        verify ? verdict(head, broken, words) : "",
                        broken.isPresent()));
    }

    private static AuditLog.Search search(Visit visit) {
        String before = visit.query("truoc");
        String act = visit.query("viec");
        return new AuditLog.Search(
                Arrays.stream(Act.values()).anyMatch(known -> known.name().equals(act)) ? act : "",
                visit.query("tim"),
                before.matches("\\d{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE);
    }

    private static String verdict(AuditLog.Head head, Optional<BrokenChain> broken, Words words) {
        return broken.map(fault -> words.of(
                        "Nhật ký KHÔNG còn nguyên vẹn, từ dòng số " + fault.number() + ": " + fault.reason() + ".",
                        "The log is NOT whole from line " + fault.number() + " on: " + fault.reason() + "."))
                .orElseGet(() -> words.of(
                        "Nhật ký nguyên vẹn: " + words.number(head.number()) + " dòng, mã kiểm tra dòng cuối "
                                + head.hash() + ".",
                        "The log is whole: " + words.number(head.number()) + " lines, hash of the last " + head.hash()
                                + "."));
    }

    private static List<Views.ActChoice> acts(Words words) {
        return Arrays.stream(Act.values())
                .map(act -> new Views.ActChoice(act.name(), words.of(act.words(), act.english())))
                .toList();
    }

    private static Views.AuditRow row(AuditRecord link, Words words) {
        return new Views.AuditRow(
                link.number(),
                words.moment(Instant.parse(link.at())),
                link.actor(),
                words.of(link.act().words(), link.act().english()),
                link.subject(),
                link.detail());
    }

    /** The whole chain, none of it kept in memory. */
    private void export(Visit visit) throws IOException {
        visit.http()
                .contentType("text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"nhat-ky-" + visit.today() + ".csv\"");
        try (Writer writer = new OutputStreamWriter(visit.http().res().getOutputStream(), StandardCharsets.UTF_8)) {
            writer.write(AuditTable.BYTE_ORDER_MARK);
            writer.write(AuditTable.headings());
            log.read(link -> write(writer, link));
        }
    }

    private static void write(Writer writer, AuditRecord link) {
        try {
            writer.write(AuditTable.line(link));
        } catch (IOException goneAway) {
            throw new UncheckedIOException(goneAway);
        }
    }
}
