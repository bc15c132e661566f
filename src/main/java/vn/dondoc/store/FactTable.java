package vn.dondoc.store;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.dondoc.facts.Obligation;
import vn.dondoc.facts.Obligation.Phase;
import vn.dondoc.facts.Obligation.Progress;
import vn.dondoc.facts.Obligation.Report;
import vn.dondoc.facts.Obligation.Track;
import vn.dondoc.findings.State;

/**
 * The facts of the verdict rules as rows of one table, judged by one query: a yardstick for the rules. What the rules
 * compare stands in columns, words as their number, and one index holds all of them.
 */
public final class FactTable {
    private static final String COLUMNS =
            "track, phase, report, progress, due_by_law, done_in_time, review_wanted, behind, period_over";
    private static final String VERDICTS = """
            select case
                when track = Track.PRINCIPLE or report = Report.NOT_APPLICABLE
                    or report = Report.AWAITED then State.REVIEW
                when track = Track.DATED then case
                    when report = Report.COMPLETE then case when done_in_time then State.MET else State.MET_LATE end
                    when phase = Phase.EARLY then State.NOT_DUE
                    when phase = Phase.SOON then State.DUE_SOON
                    when phase = Phase.RISK then State.AT_RISK
                    when phase = Phase.NONE then State.NO_DATA
                    when due_by_law and report = Report.OPEN then State.VIOLATED
                    else State.OVERDUE end
                when track = Track.UNDATED then case
                    when report = Report.COMPLETE then State.MET
                    when phase = Phase.SOON then State.DUE_SOON
                    else State.NOT_DUE end
                when track = Track.CONTINUOUS then case when report = Report.COMPLETE then State.MET else State.STALE end
                when track = Track.EVENT then case
                    when report = Report.COMPLETE then State.MET
                    when report = Report.OPEN and phase = Phase.SOON then State.DUE_SOON
                    else State.NOT_DUE end
                when track = Track.TARGET then case
                    when review_wanted then State.REVIEW
                    when progress = Progress.NO_NUMBER then State.NO_DATA
                    when progress = Progress.REACHED then State.MET
                    when progress = Progress.REACHED_UNKNOWN_WHEN then State.REVIEW
                    when phase = Phase.NONE then State.BELOW
                    when phase = Phase.PAST then case when due_by_law then State.VIOLATED else State.OVERDUE end
                    when phase = Phase.RISK or behind then State.AT_RISK
                    when phase = Phase.SOON then State.DUE_SOON
                    else State.NOT_DUE end
                when track = Track.RANK then case
                    when progress = Progress.NO_NUMBER then State.NO_DATA
                    when progress = Progress.SHORT and phase = Phase.PAST then State.VIOLATED
                    when progress = Progress.SHORT then State.AT_RISK
                    when phase = Phase.PAST then State.MET
                    else State.NOT_DUE end
                when progress = Progress.NO_NUMBER then State.NO_DATA
                when progress <> Progress.SHORT then State.MET
                when period_over then State.BELOW
                else State.AT_RISK end as state, count(*) as findings
            from judged_fact group by 1 order by 1""";

    private final Database database;

    public FactTable(Database database) {
        this.database = database;
    }

    public void create() {
        database.jdbi()
                .useHandle(handle -> handle.execute("create table judged_fact (agency text, duty text, period text, "
                        + COLUMNS.replace(",", " integer,") + " integer)"));
    }

    public void add(List<Obligation> obligations) {
        database.jdbi().useTransaction(handle -> {
            PreparedBatch rows =
                    handle.prepareBatch("insert into judged_fact values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
            for (Obligation fact : obligations) {
                rows.add(
                        fact.agency().id(),
                        fact.duty().id(),
                        fact.period().id(),
                        fact.track().ordinal(),
                        fact.phase().ordinal(),
                        fact.report().ordinal(),
                        fact.progress().ordinal(),
                        fact.isDueByLaw(),
                        fact.isDoneInTime(),
                        fact.isReviewWanted(),
                        fact.isBehind(),
                        fact.isPeriodOver());
            }
            if (rows.size() > 0) {
                rows.execute();
            }
        });
    }

    /** After all rows are in. */
    public void index() {
        database.jdbi().useHandle(handle -> {
            handle.execute("create index judged_fact_words on judged_fact (" + COLUMNS + ")");
            handle.execute("analyze judged_fact");
        });
    }

    /** How many facts come to each state, by one query. */
    public Map<State, Long> countByState() {
        Map<State, Long> counts = new EnumMap<>(State.class);
        database.jdbi()
                .useHandle(handle -> handle.createQuery(numbered(VERDICTS))
                        .map((row, context) -> counts.put(State.values()[row.getInt("state")], row.getLong("findings")))
                        .list());
        return counts;
    }

    /** The words of the query as the numbers that stand in the table. */
    private static String numbered(String sql) {
        String numbered = sql;
        for (Class<? extends Enum<?>> words :
                List.of(Track.class, Phase.class, Report.class, Progress.class, State.class)) {
            for (Enum<?> word : words.getEnumConstants()) {
                String name = words.getSimpleName() + "\\." + word.name() + "\\b";
                numbered = numbered.replaceAll(name, String.valueOf(word.ordinal()));
            }
        }
        return numbered;
    }
}
