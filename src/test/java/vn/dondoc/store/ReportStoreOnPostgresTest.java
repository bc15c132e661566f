package vn.dondoc.store;

import java.util.List;
import vn.dondoc.store.DatabaseAddress.PostgresServer;

class ReportStoreOnPostgresTest extends ReportStoreTest {
    private final PostgresServer server = SharedPostgres.database();

    @Override
    PostgresServer address() {
        return server;
    }

    @Override
    String replacingEveryEntry() {
        return "insert into entry select * from entry on conflict (id) do update set note = 'khác'";
    }

    @Override
    List<String> powerCutAtTheSecondEntry() {
        return List.of(
                "create function power_cut() returns trigger language plpgsql as $$ begin"
                        + " if exists (select 1 from entry) then raise exception 'power cut'; end if; return new; end $$",
                "create trigger power_cut before insert on entry for each row execute function power_cut()");
    }
}
