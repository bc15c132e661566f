package vn.dondoc.store;

import vn.dondoc.store.DatabaseAddress.PostgresServer;

class AccessStoreOnPostgresTest extends AccessStoreTest {
    private final PostgresServer server = SharedPostgres.database();

    @Override
    PostgresServer address() {
        return server;
    }
}
