package vn.dondoc.web.console.rules;

import java.util.List;
import java.util.Optional;
import vn.dondoc.rules.Publication;
import vn.dondoc.rules.RuleCases;
import vn.dondoc.rules.RuleDiff;

/**
 * What an administrator is about to publish.
 *
 * @param edited the files that he edited
 * @param since what others published since he began
 * @param conflicts files that both edited
 * @param changes what the draft does, in duties and dates; empty while it holds a mistake
 * @param examples those that failed; empty when none were run
 * @param reason what he wrote
 * @param refused why it did not come in force
 */
public record DraftView(
        List<RulesView.FileLine> files,
        List<String> edited,
        boolean outdated,
        List<Publication> since,
        List<String> conflicts,
        MistakesView mistakes,
        Optional<RuleDiff> changes,
        Optional<Examples> examples,
        String reason,
        List<MistakesView.Mistake> refused) {
    public DraftView {
        files = List.copyOf(files);
        edited = List.copyOf(edited);
        since = List.copyOf(since);
        conflicts = List.copyOf(conflicts);
        refused = List.copyOf(refused);
    }

    public record Examples(int run, List<RuleCases.Result> failed) {
        public Examples {
            failed = List.copyOf(failed);
        }
    }

    /** What may be published: something edited, faultless, from what is in force. */
    public boolean isReady() {
        return !edited.isEmpty()
                && !outdated
                && !mistakes.busy()
                && mistakes.problems().isEmpty();
    }
}
