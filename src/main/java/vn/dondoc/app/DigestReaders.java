package vn.dondoc.app;

import java.util.List;
import vn.dondoc.config.Recipients;
import vn.dondoc.config.Recipients.DigestKind;
import vn.dondoc.flow.DigestFlow.Reader;
import vn.dondoc.notices.Recipient;
import vn.dondoc.notices.Scope;

/** Hands the leaders of the configuration to the digest, each with the units that he is told about. */
final class DigestReaders {
    private DigestReaders() {}

    static List<Reader> of(Recipients recipients) {
        return recipients.leaders().stream()
                .filter(leader -> leader.digest() != DigestKind.NONE)
                .map(leader -> new Reader(
                        new Recipient(leader.titleWithField(), leader.address(), List.of()),
                        leader.digest() == DigestKind.FIELD
                                ? new Scope(leader.field(), leader.units())
                                : Scope.PROVINCE))
                .toList();
    }
}
