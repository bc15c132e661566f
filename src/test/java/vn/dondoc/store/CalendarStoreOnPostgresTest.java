package vn.dondoc.store;

import vn.dondoc.store.DatabaseAddress.PostgresServer;

class CalendarStoreOnPostgresTest extends CalendarStoreTest {
    private final PostgresServer server = SharedPostgres.database();

    @Override
    PostgresServer address() {
        return server;
    }
}
