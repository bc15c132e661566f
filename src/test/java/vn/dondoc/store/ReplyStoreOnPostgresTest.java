package vn.dondoc.store;

import vn.dondoc.store.DatabaseAddress.PostgresServer;

class ReplyStoreOnPostgresTest extends ReplyStoreTest {
    private final PostgresServer server = SharedPostgres.database();

    @Override
    PostgresServer address() {
        return server;
    }
}
