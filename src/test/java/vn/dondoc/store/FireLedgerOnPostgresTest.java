package vn.dondoc.store;

import vn.dondoc.store.DatabaseAddress.PostgresServer;

class FireLedgerOnPostgresTest extends FireLedgerTest {
    private final PostgresServer server = SharedPostgres.database();

    @Override
    PostgresServer address() {
        return server;
    }
}
