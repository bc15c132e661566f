package vn.dondoc.rules;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.drools.decisiontable.InputType;
import org.drools.decisiontable.SpreadsheetCompiler;
import vn.dondoc.facts.Duty;

/**
 * Turns a table of the administrators into DRL through the decision-table compiler of Drools. The header rows that the
 * compiler wants are added here, so that officials see nothing but their own headings.
 */
final class DutyRules {
    private static final String HEADER = """
            RuleSet,vn.dondoc.plan
            Import,"vn.dondoc.rules.LeadNames, vn.dondoc.rules.TermsCollector"
            Variables,TermsCollector terms
            RuleTable duties
            NAME,METADATA,CONDITION,ACTION
            ,,$lead : LeadNames,
            ,"clause(""$param"")","isCalledBy(""$param"")","terms.owe($lead.agency(), ""$param"");"
            Mã,Điều khoản,Chủ trì,Nhiệm vụ
            """;

    private DutyRules() {}

    /** One rule a duty: "when a unit is called by the lead cell, it owes the duty". Cells were checked before. */
    static String drlOf(Collection<Duty> duties) {
        String rows = duties.stream()
                .map(duty -> List.of(duty.id(), duty.clause(), duty.lead(), duty.id()).stream()
                        .map(DutyRules::cell)
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
        byte[] table = (HEADER + rows + "\n").getBytes(StandardCharsets.UTF_8);
        return new SpreadsheetCompiler().compile(new ByteArrayInputStream(table), InputType.CSV);
    }

    private static String cell(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
