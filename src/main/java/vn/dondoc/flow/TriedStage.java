package vn.dondoc.flow;

import java.util.Map;
import java.util.Optional;
import vn.dondoc.findings.Finding;
import vn.dondoc.rules.Stage;

/** Says what a row of the ladder that is on trial would remind of. */
public final class TriedStage {
    private TriedStage() {}

    public static Optional<String> inWords(Map<Finding.Key, Stage> tried, Finding finding) {
        return Optional.ofNullable(tried.get(finding.key()))
                .map(stage -> "Bậc nhắc đang thử nghiệm: sẽ nhắc " + stage.inWords() + "; chỉ để xem, không gửi thư.");
    }
}
