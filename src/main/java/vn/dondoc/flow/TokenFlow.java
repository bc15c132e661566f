package vn.dondoc.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.facts.Registry;
import vn.dondoc.people.ApiToken;
import vn.dondoc.people.ApiToken.Scope;
import vn.dondoc.people.PersonCheck;
import vn.dondoc.people.Secrets;
import vn.dondoc.reading.Nearest;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.reading.VietnameseText;
import vn.dondoc.store.TokenStore;

/** What administrators decide about programs that work with this one. */
public final class TokenFlow {
    private static final int LONGEST_DAYS = 365;
    private static final int LONGEST_NAME = 80;

    private final TokenStore tokens;
    private final Supplier<Registry> registry;

    public TokenFlow(TokenStore tokens, Supplier<Registry> registry) {
        this.tokens = tokens;
        this.registry = registry;
    }

    public List<ApiToken> all() {
        return tokens.all();
    }

    /**
     * Gives a program a token.
     *
     * @param agency for which it acts; empty for all units
     * @param last the last day on which it is taken
     */
    public Entered<Given<ApiToken>> add(
            String name, String agency, Set<Scope> scopes, LocalDate last, String author, Instant at) {
        Problems problems = new Problems();
        String tidyName = VietnameseText.oneLine(name);
        check(tidyName, agency, scopes, problems);
        LocalDate today = VietnamTime.dayOf(at);
        if (last.isBefore(today) || last.isAfter(today.plusDays(LONGEST_DAYS))) {
            problems.add(
                    "ngày hết hạn",
                    VietnameseDate.write(last) + " đã qua hoặc xa quá một năm",
                    "ghi đến ngày " + VietnameseDate.write(today.plusDays(LONGEST_DAYS)) + " là muộn nhất");
        }
        if (!problems.isEmpty()) {
            return Entered.refused(problems.list());
        }
        Instant expires = VietnamTime.at(last.plusDays(1), LocalTime.MIDNIGHT);
        ApiToken token = new ApiToken(0, tidyName, agency, scopes, author, at, expires, null, null);
        String secret = Secrets.token();
        tokens.add(secret, token);
        return Entered.stored(new Given<>(token, secret));
    }

    /** False when there is none of that number, or it was taken back before. */
    public boolean revoke(long id, String author, Instant at) {
        return tokens.revoke(id, author, at);
    }

    private void check(String name, String agency, Set<Scope> scopes, Problems problems) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            problems.add(
                    "tên chương trình",
                    "để trống hoặc dài quá " + LONGEST_NAME + " chữ",
                    "ghi tên phần mềm dùng mã này");
        }
        if (scopes.isEmpty()) {
            problems.add("phạm vi", "chưa chọn", "chọn gửi báo cáo, đọc kết quả, hoặc cả hai");
        }
        if (!agency.isEmpty() && registry.get().latest(agency).isEmpty()) {
            problems.add(
                    PersonCheck.AGENCY,
                    "không có đơn vị “" + agency + "”",
                    Nearest.hint(agency, registry.get().ids()));
        }
    }
}
