package vn.dondoc.store;

import vn.dondoc.store.DatabaseAddress.PostgresServer;

class LetterAttachmentsOnPostgresTest extends LetterAttachmentsTest {
    private final PostgresServer server = SharedPostgres.database();

    @Override
    PostgresServer address() {
        return server;
    }
}
