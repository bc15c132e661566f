package vn.dondoc.store;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.dondoc.audit.Act;
import vn.dondoc.rules.Publication;
import vn.dondoc.rules.RuleArchive;
import vn.dondoc.rules.RuleFiles;

/** Every version of the rules that ever was in force: who published it, when, why, and all its files. */
public final class RuleStore implements RuleArchive {
    private static final String HISTORY =
            "SELECT number, version, published_at, author, reason FROM rule_publication ORDER BY number";
    private static final String PUBLISH = """
            INSERT INTO rule_publication (number, version, plan, published_at, author, reason) VALUES (?, ?, ?, ?, ?, ?)
            """;
    private static final String KEEP =
            "INSERT INTO rule_content (hash, content) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING";
    private static final String NAME = "INSERT INTO rule_file (publication, path, hash) VALUES (?, ?, ?)";
    private static final String PLAN = "SELECT plan FROM rule_publication WHERE number = ?";
    private static final String FILES =
            "SELECT path, content FROM rule_file JOIN rule_content USING (hash) WHERE publication = ? ORDER BY path";
    private static final String LAST = "SELECT COALESCE(MAX(number), 0) FROM rule_publication";

    private final Database database;

    public RuleStore(Database database) {
        this.database = database;
    }

    @Override
    public List<Publication> history() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(HISTORY)
                        .map((row, context) -> new Publication(
                                row.getInt("number"),
                                row.getString("version"),
                                Instant.parse(row.getString("published_at")),
                                row.getString("author"),
                                row.getString("reason")))
                        .list());
    }

    @Override
    public boolean isShared() {
        return database.server().isPresent();
    }

    @Override
    public RuleFiles files(Publication publication) {
        return database.jdbi().withHandle(handle -> {
            Map<String, byte[]> contents = new LinkedHashMap<>();
            handle.createQuery(FILES)
                    .bind(0, publication.number())
                    .map((row, context) -> Map.entry(row.getString("path"), row.getBytes("content")))
                    .forEach(file -> contents.put(file.getKey(), file.getValue()));
            return RuleFiles.of(
                    handle.select(PLAN, publication.number())
                            .mapTo(String.class)
                            .one(),
                    contents);
        });
    }

    @Override
    public boolean publish(RuleFiles files, int after, Instant at, String author, String reason) {
        return database.inTurn(handle -> {
            if (handle.select(LAST).mapTo(Integer.class).one() != after) {
                return false;
            }
            Knowledge.growsAboutAll(handle, at);
            handle.execute(PUBLISH, after + 1, files.version(), files.plan(), Database.column(at), author, reason);
            keep(handle, after + 1, files);
            AuditLog.add(handle, at, author, Act.RULES_PUBLISHED, files.plan() + " " + files.version(), reason);
            return true;
        });
    }

    private static void keep(Handle handle, int publication, RuleFiles files) {
        PreparedBatch contents = handle.prepareBatch(KEEP);
        PreparedBatch names = handle.prepareBatch(NAME);
        files.contents().forEach((path, content) -> {
            contents.add(RuleFiles.hashOf(content), content);
            names.add(publication, path, RuleFiles.hashOf(content));
        });
        contents.execute();
        names.execute();
    }
}
