package vn.dondoc.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.audit.Act;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.people.ApiToken;
import vn.dondoc.people.ApiToken.Scope;
import vn.dondoc.people.Secrets;

/** What programs show instead of signing in; only hashes are kept. */
public final class TokenStore {
    private static final Duration NOT_WORTH_WRITING = Duration.ofMinutes(1);

    private final Database database;

    public TokenStore(Database database) {
        this.database = database;
    }

    /** Keeps a new one (its id is not looked at) and returns the number that it was given. */
    public long add(String secret, ApiToken token) {
        return database.jdbi().inTransaction(handle -> {
            long id = handle.createUpdate(
                            "INSERT INTO api_token (hash, name, agency, scopes, author, made_at, expires_at)"
                                    + " VALUES (:hash, :name, :agency, :scopes, :author, :made, :expires)")
                    .bind("hash", Secrets.hash(secret))
                    .bind("name", token.name())
                    .bind("agency", token.agency())
                    .bind("scopes", codes(token))
                    .bind("author", token.author())
                    .bind("made", Database.column(token.madeAt()))
                    .bind("expires", Database.column(token.expiresAt()))
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
            AuditLog.add(
                    handle,
                    token.madeAt(),
                    token.author(),
                    Act.TOKEN_MADE,
                    "số " + id + ": " + token.name(),
                    codes(token) + "; " + (token.agency().isEmpty() ? "mọi đơn vị" : token.agency()) + "; đến "
                            + VietnamTime.inWords(token.expiresAt()));
            return id;
        });
    }

    /** The token that a program shows, while it is taken. */
    public Optional<ApiToken> shown(String secret, Instant now) {
        Optional<ApiToken> token = database.jdbi()
                .withHandle(handle -> handle.select("SELECT * FROM api_token WHERE hash = ?", Secrets.hash(secret))
                        .map((row, context) -> token(row))
                        .findOne())
                .filter(found -> found.holdsAt(now));
        token.filter(found -> found.usedAt() == null
                        || !found.usedAt().plus(NOT_WORTH_WRITING).isAfter(now))
                .ifPresent(found -> used(found.id(), now));
        return token;
    }

    private void used(long id, Instant now) {
        database.jdbi()
                .useHandle(handle ->
                        handle.execute("UPDATE api_token SET used_at = ? WHERE id = ?", Database.column(now), id));
    }

    /** Every token there was, the last made first. */
    public List<ApiToken> all() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT * FROM api_token ORDER BY id DESC")
                        .map((row, context) -> token(row))
                        .list());
    }

    /** False when there is none of that number, or it was taken back before. */
    public boolean revoke(long id, String actor, Instant at) {
        return database.jdbi().inTransaction(handle -> {
            boolean revoked = handle.execute(
                            "UPDATE api_token SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL",
                            Database.column(at),
                            id)
                    == 1;
            if (revoked) {
                AuditLog.add(handle, at, actor, Act.TOKEN_REVOKED, "số " + id, "");
            }
            return revoked;
        });
    }

    private static String codes(ApiToken token) {
        return token.orderedScopes().stream().map(Scope::code).collect(Collectors.joining(" "));
    }

    private static ApiToken token(ResultSet row) throws SQLException {
        List<String> codes = List.of(row.getString("scopes").split(" "));
        return new ApiToken(
                row.getLong("id"),
                row.getString("name"),
                row.getString("agency"),
                Arrays.stream(Scope.values())
                        .filter(scope -> codes.contains(scope.code()))
                        .collect(Collectors.toSet()),
                row.getString("author"),
                Instant.parse(row.getString("made_at")),
                Instant.parse(row.getString("expires_at")),
                instant(row, "revoked_at"),
                instant(row, "used_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : Instant.parse(text);
    }
}
