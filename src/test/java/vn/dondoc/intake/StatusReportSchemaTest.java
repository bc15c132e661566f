package vn.dondoc.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.intake.Office.report;
import static vn.dondoc.intake.Office.target;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import vn.dondoc.facts.ReportedStatus;

/** The schema as a whole, the way somebody uses it who checks a report before sending it. */
class StatusReportSchemaTest {
    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(new StatusReportSchema().text(), InputFormat.JSON);

    @Test
    void it_takes_the_example_of_the_contract() {
        assertThat(errors("""
                        {"agency": "so-noi-vu", "period": "2017-Q4", "receivedAt": "2017-12-15T09:00:00+07:00",
                         "entries": [
                          {"duty": "…", "status": "done", "completedOn": "2017-12-10",
                           "evidence": [{"ref": "12/KH-SNV", "date": "2017-12-10", "link": "…"}],
                           "numerator": 8, "denominator": 33, "value": null,
                           "items": [{"unit": "21172", "date": "2017-11-30", "ref": "…"}], "note": "…"}]}""")).isZero();
    }

    @Test
    void it_takes_a_list_of_reports() {
        String one = report("so-noi-vu", "2017", target(""));

        assertThat(errors("[" + one + "," + one + "]")).isZero();
        assertThat(errors("[]")).isPositive();
    }

    @Test
    void it_takes_every_status_and_no_other() {
        assertThat(Arrays.stream(ReportedStatus.values()).map(ReportedStatus::code))
                .allMatch(code -> errors(target("").replace("in-progress", code), "2017") == 0);
        assertThat(errors(target("").replace("in-progress", "xong"), "2017")).isPositive();
    }

    @Test
    void it_looks_into_the_entries() {
        assertThat(errors(target("\"numerater\": 1"), "2017")).isPositive();
        assertThat(errors(target(""), "2017-Q5")).isPositive();
    }

    private int errors(String entry, String period) {
        return errors(report("so-noi-vu", period, entry));
    }

    private int errors(String json) {
        return schema.validate(json, InputFormat.JSON).size();
    }
}
