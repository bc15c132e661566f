package vn.dondoc.flow;

import vn.dondoc.store.DatabaseAddress;
import vn.dondoc.store.SharedPostgres;

class RulingFlowOnPostgresTest extends RulingFlowTest {
    private final DatabaseAddress server = SharedPostgres.database();

    @Override
    DatabaseAddress address() {
        return server;
    }
}
