package vn.dondoc.app;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns once of each year whose days off are computed because nobody has entered its notice. */
final class YearsWithoutNotice implements IntConsumer {
    private static final Logger LOG = LoggerFactory.getLogger(YearsWithoutNotice.class);
    /** Settings are read again and again in one process; the warning is not. */
    static final YearsWithoutNotice LOGGED = new YearsWithoutNotice(LOG::warn);

    private final Set<Integer> warnedOf = ConcurrentHashMap.newKeySet();
    private final Consumer<String> warning;

    YearsWithoutNotice(Consumer<String> warning) {
        this.warning = warning;
    }

    @Override
    public void accept(int year) {
        if (warnedOf.add(year)) {
            warning.accept("Năm " + year + " chưa có tệp config/holidays/" + year
                    + ".yaml: ngày nghỉ tính theo luật và âm lịch, chưa kể ngày hoán đổi. Khi có thông báo lịch nghỉ, chép"
                    + " tệp của năm trước thành " + year + ".yaml rồi sửa từng ngày.");
        }
    }
}
