package vn.dondoc.rules;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.reading.FaultyFileException;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.Problems;
import vn.dondoc.rules.EditCheck.Checked;

/**
 * The rules by which is judged. Those in force are the last ones published; the administrators' folder holds an edit until
 * it is checked aside and published, as a whole. Before the first publication the folder itself is what is in force.
 */
public final class RulesInForce {
    private static final Logger LOG = LoggerFactory.getLogger(RulesInForce.class);
    private static final int MOST_BOOKS = 12;

    /** Who put an edit in force that nobody announced. */
    public static final String NOBODY = "sửa tệp, không ghi tên";

    /** Who puts the first rules of a home in force. */
    public static final String PROGRAM = "dondoc";

    private final RuleFolder folder;
    private final RuleReader reader;
    private final RuleArchive archive;
    private final EditCheck edits;
    private @Nullable RuleBook unpublished;
    private volatile Tried lastTried = new Tried("", new Checked(List.of(), List.of()));
    private final Map<String, RuleBook> books = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RuleBook> eldest) {
            return size() > MOST_BOOKS;
        }
    });

    /** @param calendar by which examples are judged */
    public RulesInForce(RuleFolder folder, RuleReader reader, RuleArchive archive, WorkingCalendar calendar) {
        this.folder = folder;
        this.reader = reader;
        this.archive = archive;
        this.edits = new EditCheck(reader, calendar);
    }

    /**
     * What came of looking at the folder.
     *
     * @param version hash of what the folder holds; empty when it could not even be read
     * @param publication the publication that the edit became; empty when there was no edit or it is faulty
     * @param problems what is wrong with the edit; the rules in force stay so
     * @param remarks examples that state what was edited away; they stand in nobody's way
     */
    public record Taking(
            String version, Optional<Publication> publication, List<Problem> problems, List<Problem> remarks) {
        public Taking {
            problems = List.copyOf(problems);
            remarks = List.copyOf(remarks);
        }

        static Taking unreadable(List<Problem> problems) {
            return new Taking("", Optional.empty(), problems, List.of());
        }
    }

    /**
     * The rules in force now.
     *
     * @throws FaultyFileException when they cannot be used, for instance since units that they name are gone
     */
    public RuleBook current() {
        return latest().map(this::book).orElseGet(this::ofFolder);
    }

    /**
     * The rules that were in force at a moment; before the first publication, those of the first. Old rules that can no
     * longer be read, since a unit that they name was renamed for instance, give way to the next ones.
     */
    public RuleBook at(Instant moment) {
        Optional<Publication> then = publicationAt(moment);
        return then.isEmpty()
                ? ofFolder()
                : archive.history().stream()
                        .filter(publication ->
                                publication.number() >= then.get().number())
                        .map(this::loadable)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElseGet(this::current);
    }

    private Optional<RuleBook> loadable(Publication publication) {
        try {
            return Optional.of(book(publication));
        } catch (FaultyFileException faulty) {
            LOG.warn(
                    "rules {} can no longer be read: {}",
                    publication.version(),
                    faulty.problems().get(0));
            return Optional.empty();
        }
    }

    /**
     * The publication that holds at a moment; empty while nothing was published yet. Of those that have begun by then the
     * last one made: one that an earlier version of the program let lie ahead holds nothing back that is made before.
     */
    public Optional<Publication> publicationAt(Instant moment) {
        List<Publication> history = archive.history();
        return history.stream()
                .filter(publication -> !publication.at().isAfter(moment))
                .reduce((earlier, later) -> later)
                .or(() -> history.stream().findFirst());
    }

    /** Whether the rules of two moments are of one plan; another plan's verdicts have nothing to be compared with. */
    public boolean isOnePlan(Instant one, Instant other) {
        Optional<Publication> first = publicationAt(one);
        Optional<Publication> second = publicationAt(other);
        return first.isEmpty()
                || second.isEmpty()
                || first.get().version().equals(second.get().version())
                || archive.files(first.get())
                        .plan()
                        .equals(archive.files(second.get()).plan());
    }

    /**
     * From when rules can hold that somebody wants to hold from a moment on: what lies ahead is dated in the rules
     * themselves, and days that others hold for already stay theirs.
     */
    public Instant soonest(Instant wished, Instant now) {
        Instant begun = wished.isAfter(now) ? now : wished;
        return archive.history().stream()
                .map(Publication::at)
                .filter(at -> at.isAfter(begun) && !at.isAfter(now))
                .max(Comparator.naturalOrder())
                .orElse(begun);
    }

    public List<Publication> history() {
        return archive.history();
    }

    public Optional<Publication> latest() {
        return archive.history().stream().reduce((earlier, later) -> later);
    }

    public RuleBook book(Publication publication) {
        RuleBook known = books.get(publication.version());
        if (known == null) {
            known = reader.load(archive.files(publication));
            books.put(publication.version(), known);
        }
        return known;
    }

    public RuleFiles files(Publication publication) {
        return archive.files(publication);
    }

    /** How many examples were kept with a publication. */
    public int examples(Publication publication) {
        return CaseFiles.read(archive.files(publication), new Problems()).size();
    }

    /** A hash of what the folder holds, when that is not what is in force. */
    public Optional<String> edit() {
        RuleFiles held = RuleFiles.in(folder.folder(), folder.plan(), new Problems());
        boolean inForce =
                latest().filter(last -> last.version().equals(held.version())).isPresent();
        return inForce ? Optional.empty() : Optional.of(held.mark());
    }

    /** An edit is looked at again and again while somebody mends it; it is tried once. */
    private record Tried(String mark, Checked outcome) {}

    /**
     * Brings the folder up to what another node put in force. A folder that holds rules of an earlier publication is no edit
     * then, or of two nodes each would take the other's rules back; who wants those again rolls back.
     */
    public void catchUpWithOtherNodes(Instant at) {
        List<Publication> history = archive.history();
        if (!archive.isShared() || history.size() < 2) {
            return;
        }
        String held =
                RuleFiles.in(folder.folder(), folder.plan(), new Problems()).version();
        Publication last = history.get(history.size() - 1);
        boolean earlier = history.stream().map(Publication::version).anyMatch(held::equals);
        if (earlier && !held.equals(last.version())) {
            RuleFiles files = archive.files(last);
            if (files.plan().equals(folder.plan())) {
                LOG.info("rules {} of another node replace {} in {}", last.version(), held, folder.folder());
                folder.replaceWith(files, at);
            }
        }
    }

    /** Puts what the folder holds in force, once it is faultless. With nothing edited, nothing happens. */
    public Taking takeUp(Instant at, String author, String reason) {
        catchUpWithOtherNodes(at);
        Problems unread = new Problems();
        RuleFiles files = RuleFiles.in(folder.folder(), folder.plan(), unread);
        return unread.isEmpty() ? publish(files, at, author, reason) : Taking.unreadable(unread.list());
    }

    /** Puts files in force, once they are faultless. Those in force already are not published once more. */
    public Taking publish(RuleFiles files, Instant at, String author, String reason) {
        Optional<Publication> last = latest();
        String version = files.version();
        boolean named = !author.equals(NOBODY) && !author.equals(PROGRAM);
        if (last.filter(same -> same.version().equals(version))
                .filter(same -> !named || holds(same, at))
                .isPresent()) {
            return new Taking(version, Optional.empty(), List.of(), List.of());
        }
        Checked tried = tried(files);
        if (!tried.problems().isEmpty()) {
            return new Taking(version, Optional.empty(), tried.problems(), tried.remarks());
        }
        int after = last.map(Publication::number).orElse(0);
        if (!archive.publish(files, after, at, author, reason)) {
            return publish(files, at, author, reason);
        }
        LOG.info("rules {} in force", version);
        return new Taking(version, latest(), List.of(), tried.remarks());
    }

    /** Whether somebody who wants the same has nothing to add: neither his name nor an earlier moment. */
    private static boolean holds(Publication publication, Instant at) {
        return !publication.author().equals(NOBODY) && !publication.at().isAfter(at);
    }

    /** What stands against putting files in force; empty when nothing does. */
    public List<Problem> problemsOf(RuleFiles files) {
        return tried(files).problems();
    }

    private Checked tried(RuleFiles files) {
        Optional<Publication> replaced = latest();
        String mark = files.mark() + replaced.map(Publication::version).orElse("");
        Tried known = lastTried;
        if (!known.mark().equals(mark)) {
            List<Problem> otherPlan = replaced.map(last -> PlanChange.problems(files, archive.files(last)))
                    .orElse(List.of());
            known = new Tried(
                    mark,
                    otherPlan.isEmpty()
                            ? edits.of(files, replaced.flatMap(this::loadable))
                            : new Checked(otherPlan, List.of()));
            lastTried = known;
        }
        return known.outcome();
    }

    /** What stands against a folder, files that cannot be read included. */
    public Taking check(RuleFolder edited) {
        Problems unread = new Problems();
        RuleFiles files = RuleFiles.in(edited.folder(), edited.plan(), unread);
        return unread.isEmpty()
                ? new Taking(
                        files.version(),
                        Optional.empty(),
                        tried(files).problems(),
                        tried(files).remarks())
                : Taking.unreadable(unread.list());
    }

    private synchronized RuleBook ofFolder() {
        if (unpublished == null) {
            unpublished = reader.load(folder.files());
        }
        return unpublished;
    }
}
