package vn.dondoc.flow;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.VietnameseText;
import vn.dondoc.rules.CheckedRules;
import vn.dondoc.rules.EditedTable;
import vn.dondoc.rules.Publication;
import vn.dondoc.rules.RuleBook;
import vn.dondoc.rules.RuleCases;
import vn.dondoc.rules.RuleDiff;
import vn.dondoc.rules.RuleDraft;
import vn.dondoc.rules.RuleDrafts;
import vn.dondoc.rules.RuleFiles;
import vn.dondoc.rules.RuleFolder;
import vn.dondoc.rules.RuleReader;
import vn.dondoc.rules.RulesInForce;

/**
 * Rules edited in the console.
 *
 * <ol>
 *   <li>an administrator begins: what is in force is copied to a draft of his own
 *   <li>each change is kept in the draft and checked, whatever is wrong with it
 *   <li>when others published meanwhile, he first takes up what they changed
 *   <li>the draft comes in force through {@link PublishFlow}, as an edited folder does
 * </ol>
 */
public final class RuleEditing {
    private static final int LONGEST_FILE = 2 << 20;
    /** The drafts of a few administrators. */
    private static final int MOST_REMEMBERED = 8;

    private final RulesInForce rules;
    private final RuleFolder folder;
    private final RuleDrafts drafts;
    private final RuleReader reader;
    private final WorkingCalendar calendar;
    private final PublishFlow publishing;
    private final Turn turn = new Turn();

    private final Recent<String, CheckedRules> checked = new Recent<>(MOST_REMEMBERED);
    private final Recent<String, CheckedRules> glanced = new Recent<>(MOST_REMEMBERED);
    private final Recent<Comparison, RuleDiff> compared = new Recent<>(MOST_REMEMBERED);
    private volatile @Nullable Kept lastRead;

    /** @param reader compiles in memory alone: what is typed on the way is nothing to be kept */
    public RuleEditing(
            RulesInForce rules,
            RuleFolder folder,
            RuleDrafts drafts,
            RuleReader reader,
            WorkingCalendar calendar,
            PublishFlow publishing) {
        this.rules = rules;
        this.folder = folder;
        this.drafts = drafts;
        this.reader = reader;
        this.calendar = calendar;
        this.publishing = publishing;
    }

    /** What a draft was compared with. */
    private record Comparison(String mark, String inForce, int year, Object daysOff) {}

    /** A publication never changes. */
    private record Kept(int publication, RuleFiles files) {}

    /**
     * The files in force. Where the folder holds the same rules it is asked, as its examples may be newer; before the first
     * publication it is what is in force.
     */
    public RuleFiles filesInForce() {
        RuleFiles held = RuleFiles.in(folder.folder(), folder.plan(), new Problems());
        return rules.latest()
                .filter(last -> !last.version().equals(held.version()))
                .map(this::files)
                .orElse(held);
    }

    private RuleFiles files(Publication publication) {
        Kept known = lastRead;
        if (known == null || known.publication() != publication.number()) {
            known = new Kept(publication.number(), rules.files(publication));
            lastRead = known;
        }
        return known.files();
    }

    public Optional<RuleDraft> draftOf(String login) {
        return drafts.of(login);
    }

    /** Begins a draft; one that there is already is gone on with. */
    public RuleDraft begin(String login) {
        return drafts.of(login).orElseGet(() -> drafts.begin(login, filesInForce(), inForce()));
    }

    public void discard(String login) {
        drafts.discard(login);
    }

    private int inForce() {
        return rules.latest().map(Publication::number).orElse(0);
    }

    /** Whether something else is in force than what a draft was made from. */
    public boolean isOutdated(RuleDraft draft) {
        return !draft.base().isSameAs(filesInForce());
    }

    /** The publications that others made since a draft was begun, the last one first. */
    public List<Publication> madeSince(RuleDraft draft) {
        List<Publication> since = new java.util.ArrayList<>(rules.history().stream()
                .filter(publication -> publication.number() > draft.publication())
                .toList());
        java.util.Collections.reverse(since);
        return since;
    }

    /**
     * Keeps a file of a draft as written, mistakes and all.
     *
     * @param seen the mark of the file that the writer had before him
     */
    public synchronized Entered<RuleDraft> write(String login, String name, String seen, String text) {
        Optional<RuleDraft> draft = drafts.of(login);
        List<Problem> refused = refusals(draft, name, seen);
        byte[] content = VietnameseText.compose(text.replace("\r\n", "\n").replace('\r', '\n'))
                .getBytes(StandardCharsets.UTF_8);
        if (refused.isEmpty() && content.length > LONGEST_FILE) {
            refused = List.of(new Problem(
                    name, "tệp lớn quá " + (LONGEST_FILE >> 20) + " MB", "kiểm tra có dán nhầm nội dung khác không"));
        }
        return refused.isEmpty()
                ? Entered.stored(drafts.write(login, draft.orElseThrow(), name, content))
                : Entered.refused(refused);
    }

    /** What is done to a row of a table. */
    @FunctionalInterface
    public interface RowEdit {
        byte[] in(EditedTable table, vn.dondoc.reading.CsvTable.Row row);
    }

    /** Changes one row of a table of a draft. */
    public synchronized Entered<RuleDraft> edit(String login, String name, String seen, int line, RowEdit edit) {
        Optional<RuleDraft> draft = drafts.of(login);
        List<Problem> refused = refusals(draft, name, seen);
        if (!refused.isEmpty()) {
            return Entered.refused(refused);
        }
        return edited(draft.orElseThrow(), name, line, edit)
                .map(content -> Entered.stored(drafts.write(login, draft.orElseThrow(), name, content)))
                .orElseGet(() -> Entered.refused(List.of(new Problem(
                        name + ", dòng " + line, "không có dòng này", "mở lại bảng và chọn dòng cần sửa"))));
    }

    /** The content that a table would have; empty when there is no such row. */
    public Optional<byte[]> edited(RuleDraft draft, String name, int line, RowEdit edit) {
        return draft.files()
                .content(name)
                .flatMap(content -> EditedTable.of(name, content))
                .flatMap(table -> table.row(line).map(row -> edit.in(table, row)));
    }

    private static List<Problem> refusals(Optional<RuleDraft> draft, String name, String seen) {
        if (draft.isEmpty()) {
            return List.of(new Problem("bản nháp", "chưa có bản nháp", "bắt đầu sửa lại từ trang Quy tắc"));
        }
        Optional<byte[]> content = draft.get().files().content(name);
        if (content.isEmpty()) {
            return List.of(new Problem(name, "không có tệp này trong bản nháp", "chọn một tệp trong danh sách"));
        }
        return RuleDraft.markOf(content.get()).equals(seen)
                ? List.of()
                : List.of(new Problem(
                        name,
                        "tệp đã được sửa ở một cửa sổ khác sau khi mở trang này",
                        "mở lại trang để thấy bản mới, rồi sửa lại"));
    }

    /** Every mistake of files, and what should be looked at. Empty while others are checked. */
    public Optional<CheckedRules> check(RuleFiles files) {
        return remembered(checked, files.mark(), () -> reader.checkWithWarnings(files));
    }

    /** The same as far as it can be said at once, for who is still typing. */
    public Optional<CheckedRules> glance(RuleFiles files) {
        return remembered(glanced, files.mark(), () -> reader.glance(files));
    }

    /** Every example of files without a mistake. */
    public Optional<List<RuleCases.Result>> examples(RuleFiles files) {
        return turn.take(() -> new RuleCases(reader.load(files), calendar).run(files, new Problems()));
    }

    /** What a draft without a mistake changes, in duties and dates of that year and the next. */
    public Optional<RuleDiff> changes(RuleDraft draft, int year) {
        RuleBook inForce = rules.current();
        return remembered(
                compared,
                new Comparison(draft.files().mark(), inForce.version(), year, calendar.edition()),
                () -> RuleDiff.between(inForce, reader.load(draft.files()), calendar, year));
    }

    /** What differs between two publications. */
    public RuleDiff between(Publication before, Publication after, int year) {
        RuleBook old = rules.book(before);
        return RuleDiff.between(old, rules.book(after), calendar, year);
    }

    private <K, V> Optional<V> remembered(Recent<K, V> recent, K origin, Supplier<V> work) {
        // whoever waited for the same looks again first
        return recent.find(origin).or(() -> turn.take(() -> recent.get(origin, work)));
    }

    /**
     * Takes what others published meanwhile into a draft. A file that only they changed is theirs, one that only he changed
     * stays, of a table that both changed the rows are put together; where both changed the same he says which.
     *
     * @param own names of the files that only a person can put together, of which the draft's text is to stay
     */
    public synchronized Optional<RuleDraft> takeUp(String login, Set<String> own) {
        return drafts.of(login).map(draft -> {
            RuleFiles inForce = filesInForce();
            return drafts.keep(login, new RuleDraft(draft.onTopOf(inForce, own), inForce, inForce()));
        });
    }

    /** Puts a draft in force, with author and reason; then there is no draft any more. */
    public synchronized PublishFlow.Published publish(String login, String author, String reason, Instant at) {
        Optional<RuleDraft> draft = drafts.of(login);
        if (draft.isEmpty()) {
            return PublishFlow.Published.refused(refusals(draft, "", ""));
        }
        if (isOutdated(draft.get())) {
            return PublishFlow.Published.refused(List.of(new Problem(
                    "bản nháp",
                    madeSince(draft.get()).stream()
                            .findFirst()
                            .map(other -> "trong lúc sửa, " + other.author() + " đã công bố lần " + other.number()
                                    + ": " + other.reason())
                            .orElse("trong lúc sửa, các tệp ví dụ đang áp dụng đã được sửa"),
                    "lấy thay đổi ấy vào bản nháp, xem lại, rồi công bố")));
        }
        PublishFlow.Published published = publishing.publish(drafts.folderOf(login), author, reason, at);
        if (published.refused().isEmpty()) {
            drafts.discard(login);
        }
        return published;
    }

    /** The same row with other cells. */
    public static RowEdit cells(Map<String, String> cells) {
        return (table, row) -> table.with(row, cells);
    }
}
