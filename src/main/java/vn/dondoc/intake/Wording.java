package vn.dondoc.intake;

/** Sentences that more than one check says, so that JSON and tables answer alike. */
final class Wording {
    static final String PERIOD_HINT = "ghi năm (2017), 6 tháng (2017-H1) hoặc quý (2017-Q4)";
    static final String DATE_HINT = "ghi ngày có thật dạng 31/12/2017 hoặc 2017-12-31";
    static final String PERCENT_HINT = "không ghi tỷ lệ phần trăm; ghi tử số và mẫu số, ví dụ 8 và 33";
    static final String TOO_LONG_HINT = "rút gọn, phần dài để trong văn bản minh chứng";

    private Wording() {}

    static String unknownStatus(String written) {
        return "không có tình trạng " + Quote.of(written);
    }

    static String unknownPeriod(String written) {
        return Quote.of(written) + " không phải là kỳ báo cáo";
    }

    static String noDate(String written) {
        return Quote.of(written) + " không phải là ngày";
    }

    static String tooLong(String limit) {
        return "dài hơn " + limit + " ký tự";
    }
}
