package vn.dondoc.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.dondoc.facts.Entry;
import vn.dondoc.reading.Problems;

/** Reads status reports in JSON: one report, or a list of them. */
final class JsonReports {
    /** About sixty thousand entries, five times what a whole province reports in a quarter. */
    private static final int MOST_TOKENS = 3_000_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(20)
                            .maxStringLength(1_000_000)
                            .maxNameLength(1_000)
                            .maxNumberLength(100)
                            .maxTokenCount(MOST_TOKENS)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Most commands read no report. */
    private static final class Form {
        static final StatusReportSchema SCHEMA = new StatusReportSchema();
    }

    Drafts read(String name, String text) {
        try {
            return read(name, JSON.readTree(text));
        } catch (StreamConstraintsException excessive) {
            return Drafts.refused(
                    place(name, excessive),
                    "JSON lồng quá sâu, quá dài hoặc có số quá nhiều chữ số",
                    "chia thành nhiều tệp theo mẫu báo cáo");
        } catch (JsonProcessingException faulty) {
            return Drafts.refused(
                    place(name, faulty), syntax(faulty), "kiểm tra dấu phẩy, dấu ngoặc và khóa ghi hai lần");
        }
    }

    private Drafts read(String name, JsonNode root) {
        Problems whole = new Problems();
        List<Draft> drafts = new ArrayList<>();
        if (!root.isArray()) {
            addReport(new Report(name, "", root), drafts, whole);
        } else if (root.isEmpty()) {
            whole.add(name, "danh sách báo cáo trống", "ghi ít nhất một báo cáo");
        }
        for (int i = 0; root.isArray() && i < root.size() && whole.isEmpty(); i++) {
            addReport(new Report(name + ", báo cáo " + (i + 1), "[" + i + "].", root.get(i)), drafts, whole);
        }
        return new Drafts(drafts, whole);
    }

    /** One report: {@code head} names it in messages, {@code path} leads to it. */
    private record Report(String head, String path, JsonNode node) {
        String at(String key) {
            return key.isEmpty() ? head : head + " (" + path + key + ")";
        }
    }

    private void addReport(Report report, List<Draft> drafts, Problems whole) {
        Problems problems = new Problems();
        Set<String> faulty = Form.SCHEMA.heading().check(report.node(), report::at, problems);
        JsonNode entries = report.node().path("entries");
        if (!entries.isArray() || entries.isEmpty()) {
            drafts.add(unreadable(report, problems));
            return;
        }
        Place.InJson top = new Place.InJson(report.head(), report.path(), 0, "");
        JsonFields heading = new JsonFields(report.node(), "", faulty, top, problems);
        int found = drafts.stream()
                .mapToInt(draft -> draft.problems().list().size())
                .sum();
        for (int i = 0; i < entries.size() && whole.isEmpty(); i++) {
            Draft draft = entry(report, heading, i, entries.get(i));
            drafts.add(draft);
            found += draft.problems().list().size();
            if (found > Drafts.TOO_MANY_PROBLEMS) {
                Drafts.giveUp(report.head(), whole);
            }
        }
    }

    private Draft entry(Report report, JsonFields heading, int index, JsonNode node) {
        Place.InJson place = new Place.InJson(report.head(), report.path(), index + 1, "entries[" + index + "]");
        Problems problems = new Problems();
        problems.addAll(heading.problems());
        Set<String> faulty =
                Form.SCHEMA.entry().check(node, path -> place.at(path.isEmpty() ? "" : "." + path), problems);
        JsonFields fields = new JsonFields(node, "", faulty, place, problems);
        return new Draft(
                place,
                heading.line(Column.AGENCY),
                heading.line(Column.PERIOD),
                fields.line(Column.DUTY),
                fields.line(Column.STATUS),
                fields.day(Column.COMPLETED_ON),
                fields.each("evidence").map(JsonReports::proof).toList(),
                fields.number(Column.NUMERATOR),
                fields.number(Column.DENOMINATOR),
                fields.number(Column.VALUE),
                fields.each("items").map(JsonReports::counted).toList(),
                fields.text(Column.NOTE),
                heading.line(Column.RECEIVED_AT),
                problems);
    }

    private static Draft.Proof proof(JsonFields fields) {
        return new Draft.Proof(
                fields.place(),
                new Entry.Evidence(
                        fields.line(Column.EVIDENCE_REF),
                        fields.day(Column.EVIDENCE_DATE),
                        fields.line(Column.EVIDENCE_LINK)));
    }

    private static Draft.Counted counted(JsonFields fields) {
        return new Draft.Counted(
                fields.place(),
                new Entry.Item(
                        fields.line(Column.ITEM_UNIT), fields.day(Column.ITEM_DATE), fields.line(Column.ITEM_REF)));
    }

    /** Stands for a report whose entries cannot be told apart: it counts as one refused row. */
    private static Draft unreadable(Report report, Problems problems) {
        Place place = new Place.InJson(report.head(), report.path(), 1, "entries");
        return new Draft(place, "", "", "", "", null, List.of(), null, null, null, List.of(), "", "", problems);
    }

    private static String place(String name, JsonProcessingException faulty) {
        JsonLocation at = faulty.getLocation();
        return at == null ? name : name + ", dòng " + at.getLineNr() + ", cột " + at.getColumnNr();
    }

    private static String syntax(JsonProcessingException faulty) {
        String message = faulty.getOriginalMessage();
        if (message.startsWith("Duplicate field")) {
            return "khóa ghi hai lần: " + Quote.of(message.replaceAll("(?s)^[^']*'|'[^']*$", ""));
        }
        return message.contains("end-of-input") ? "JSON kết thúc giữa chừng" : "không đọc được JSON";
    }
}
