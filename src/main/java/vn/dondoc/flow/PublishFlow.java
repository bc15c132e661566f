package vn.dondoc.flow;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.letters.LetterWriter;
import vn.dondoc.notices.Notice.FaultyRules;
import vn.dondoc.notices.Recipient;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.VietnameseText;
import vn.dondoc.rules.Publication;
import vn.dondoc.rules.RuleBook;
import vn.dondoc.rules.RuleFiles;
import vn.dondoc.rules.RuleFolder;
import vn.dondoc.rules.RulesInForce;
import vn.dondoc.rules.RulesInForce.Taking;
import vn.dondoc.store.OutboxStore;

/**
 * From an edited folder to rules in force.
 *
 * <ol>
 *   <li>the folder is read once
 *   <li>what it holds is checked aside and tried against its examples
 *   <li>it comes in force as a whole, with author, moment and reason; or it is refused, and the old rules stay
 *   <li>of a refused edit that nobody waits for, each administrator gets one letter with every mistake
 * </ol>
 */
public final class PublishFlow {
    private static final String FIRST = "Bản đầu tiên khi đưa vào vận hành";
    private static final String EDITED = "Sửa trực tiếp trong thư mục rules";
    private static final int LONGEST_REASON = 500;

    private final RulesInForce rules;
    private final RuleFolder folder;
    private final List<Recipient> administrators;
    private final LetterWriter writer;
    private final OutboxStore outbox;
    private volatile String toldOf = "";

    /** @param administrators hear of an edit that was refused */
    public PublishFlow(
            RulesInForce rules,
            RuleFolder folder,
            List<Recipient> administrators,
            LetterWriter writer,
            OutboxStore outbox) {
        this.rules = rules;
        this.folder = folder;
        this.administrators = List.copyOf(administrators);
        this.writer = writer;
        this.outbox = outbox;
    }

    /**
     * What became of somebody's wish to put rules in force.
     *
     * @param publication that is in force now; empty when it was refused
     * @param like the earlier publication of the same content, of one that is new
     * @param refused every reason
     * @param remarks examples that state what was edited away
     * @param kept the folder before, when it was replaced
     */
    public record Published(
            Outcome outcome,
            Optional<Publication> publication,
            Optional<Publication> like,
            List<Problem> refused,
            List<Problem> remarks,
            Optional<Kept> kept) {
        public Published {
            refused = List.copyOf(refused);
            remarks = List.copyOf(remarks);
        }

        static Published refused(List<Problem> reasons) {
            return new Published(
                    Outcome.REFUSED, Optional.empty(), Optional.empty(), reasons, List.of(), Optional.empty());
        }
    }

    /** Whether there is a publication more. */
    public enum Outcome {
        REFUSED,
        PUBLISHED,
        /** The same rules with other examples, which are not published. */
        ONLY_EXAMPLES_DIFFER,
        NOTHING_DIFFERS
    }

    /**
     * What the folder held before.
     *
     * @param edit whether that was an edit that never came in force
     */
    public record Kept(Path place, boolean edit) {}

    /** Puts an edit of the folder in force that nobody announced. A refused one is told by letter, once. */
    public Taking takeUp(Instant at) {
        Taking taking = tryOut(at);
        String edit = taking.version().isEmpty() ? nameOf(taking.problems()) : taking.version();
        if (!taking.problems().isEmpty() && !rules.history().isEmpty() && !edit.equals(toldOf)) {
            tell(edit, taking.problems(), at);
            toldOf = edit;
        }
        return taking;
    }

    /** The same, without a letter about a refused one. */
    public Taking tryOut(Instant at) {
        boolean first = rules.history().isEmpty();
        return rules.takeUp(at, first ? RulesInForce.PROGRAM : RulesInForce.NOBODY, first ? FIRST : EDITED);
    }

    /** Puts what a folder holds in force; when it is not the home's own, also in the place of that. */
    public Published publish(RuleFolder from, String author, String reason, Instant at) {
        List<Problem> refused = refusals(author, reason);
        if (!refused.isEmpty()) {
            return Published.refused(refused);
        }
        Problems unread = new Problems();
        RuleFiles files = RuleFiles.in(from.folder(), from.plan(), unread);
        return unread.isEmpty() ? inForce(files, author, reason, at) : Published.refused(unread.list());
    }

    /** Puts the rules of an earlier publication in force once more, and in the place of what the folder holds. */
    public Published rollback(Publication to, String author, String reason, Instant at) {
        List<Problem> refused = refusals(author, reason);
        RuleFiles files = rules.files(to);
        if (!files.plan().equals(folder.plan())) {
            refused.add(new Problem(
                    "rules/" + folder.plan(),
                    "phiên bản " + to.number() + " là của kế hoạch khác, ở rules/" + files.plan(),
                    "ghi plan.folder: " + files.plan() + " trong config/dondoc.yaml rồi chạy lại"));
        }
        return refused.isEmpty() ? inForce(files, author, reason, at) : Published.refused(refused);
    }

    /** The folder first: were the process to die in between, the folder would be taken up as an edit. */
    private Published inForce(RuleFiles files, String author, String reason, Instant at) {
        List<Problem> problems = rules.problemsOf(files);
        if (!problems.isEmpty()) {
            return Published.refused(problems);
        }
        boolean edited = rules.edit().isPresent();
        Optional<Kept> kept;
        try {
            kept = folder.holds(files)
                    ? Optional.empty()
                    : Optional.of(new Kept(folder.replaceWith(files, at), edited));
        } catch (UncheckedIOException unwritable) {
            return Published.refused(List.of(new Problem(
                    folder.folder().resolve(folder.plan()).toString(),
                    "không thay được thư mục (" + unwritable.getMessage() + ")",
                    "kiểm tra quyền ghi của chương trình đối với thư mục rules")));
        }
        Taking taking = rules.publish(files, at, Author.of(author), VietnameseText.oneLine(reason));
        return new Published(
                outcome(taking, files),
                taking.publication().or(rules::latest),
                taking.publication().flatMap(now -> now.repeated(rules.history())),
                taking.problems(),
                taking.remarks(),
                kept);
    }

    private Outcome outcome(Taking taking, RuleFiles files) {
        if (!taking.problems().isEmpty()) {
            return Outcome.REFUSED;
        }
        if (taking.publication().isPresent()) {
            return Outcome.PUBLISHED;
        }
        return rules.latest().map(rules::files).filter(files::hasSameExamples).isPresent()
                ? Outcome.NOTHING_DIFFERS
                : Outcome.ONLY_EXAMPLES_DIFFER;
    }

    private static List<Problem> refusals(String author, String reason) {
        List<Problem> refusals = new ArrayList<>();
        Author.refusalOf(author, "--by").ifPresent(refusals::add);
        String line = VietnameseText.oneLine(reason);
        if (line.isEmpty() || line.length() > LONGEST_REASON) {
            refusals.add(new Problem(
                    "--reason",
                    line.isEmpty() ? "không để trống" : "dài quá " + LONGEST_REASON + " chữ",
                    "ghi vì sao sửa quy tắc, ví dụ: theo Công văn số 12/SNV-CCHC"));
        }
        return refusals;
    }

    private void tell(String edit, List<Problem> mistakes, Instant at) {
        RuleBook inForce = rules.current();
        for (Recipient administrator : administrators) {
            FaultyRules faulty = new FaultyRules(administrator, VietnamTime.dayOf(at), edit, mistakes);
            outbox.enqueue(writer.write(faulty, inForce.plan(), at, inForce.version()), inForce.version(), false, at);
        }
    }

    /** Of a folder that cannot be read there is no version: its mistakes tell two such edits apart. */
    private static String nameOf(List<Problem> problems) {
        return RuleFiles.hashOf(problems.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .substring(0, 12);
    }
}
