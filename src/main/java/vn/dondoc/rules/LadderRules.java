package vn.dondoc.rules;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.drools.decisiontable.InputType;
import org.drools.decisiontable.SpreadsheetCompiler;

/** Makes rules of the rows of the ladder, through the decision-table compiler. */
final class LadderRules {
    private static final String HEADER = """
            RuleSet,vn.dondoc.plan
            Import,"vn.dondoc.rules.Situation, vn.dondoc.rules.StageCollector"
            Variables,StageCollector stages
            RuleTable ladder
            NAME,CONDITION,CONDITION,CONDITION,ACTION
            ,$situation : Situation...,$situation : Situation...,$situation : Situation...,
            ,"isIn(""$param"")","isOf(""$param"")","isUrgent(""$param"")","stages.reach($situation, ""$param"");"
            Bậc,Trạng thái,Loại nhiệm vụ,Khẩn trương,Thư
            """;

    private LadderRules() {}

    /** @param rungs by the names of their rows */
    static String drlOf(Map<String, Rung> rungs) {
        String rows = rungs.entrySet().stream()
                .map(row -> List.of(
                                row.getKey(),
                                row.getValue().states(),
                                row.getValue().kinds(),
                                row.getValue().urgent(),
                                row.getKey())
                        .stream()
                        .map(cell -> "\"" + cell + "\"")
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
        byte[] table = (HEADER + rows + "\n").getBytes(StandardCharsets.UTF_8);
        return new SpreadsheetCompiler().compile(new ByteArrayInputStream(table), InputType.CSV);
    }
}
