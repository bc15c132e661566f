package vn.dondoc.enclosures;

import java.math.BigDecimal;
import vn.dondoc.notices.Standing;
import vn.dondoc.reading.VietnameseNumber;

/** Shares as pictures write them. */
final class Shares {
    private Shares() {}

    static String of(Standing standing) {
        return VietnameseNumber.share(BigDecimal.valueOf(standing.met()), BigDecimal.valueOf(standing.judged()));
    }
}
