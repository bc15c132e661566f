package vn.dondoc.store;

import vn.dondoc.store.DatabaseAddress.PostgresServer;

class OutboxStoreOnPostgresTest extends OutboxStoreTest {
    private final PostgresServer server = SharedPostgres.database();

    @Override
    PostgresServer address() {
        return server;
    }
}
