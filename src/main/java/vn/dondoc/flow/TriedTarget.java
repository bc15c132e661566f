package vn.dondoc.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.findings.Finding;

/** Says how a target stands by a rule on trial, beside how it stands by the one in force. */
public final class TriedTarget {
    private TriedTarget() {}

    public static Optional<String> inWords(Assessment assessment, Finding finding) {
        return Optional.ofNullable(assessment.tried().get(finding.key()))
                .map(tried -> "Theo quy tắc đang thử nghiệm: " + tried.explanation());
    }

    static @Nullable Map<String, Object> answer(Assessment assessment, Finding finding) {
        Finding tried = assessment.tried().get(finding.key());
        if (tried == null) {
            return null;
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("state", tried.state().name());
        answer.put(
                "required",
                StableAnswers.required(
                        tried.requirement(),
                        tried.measure() == null ? null : tried.measure().before()));
        answer.put("explanation", tried.explanation());
        return answer;
    }
}
