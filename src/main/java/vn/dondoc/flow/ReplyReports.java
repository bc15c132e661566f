package vn.dondoc.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dondoc.calendar.Period;
import vn.dondoc.facts.Agency;
import vn.dondoc.flow.ReplyReading.Said;
import vn.dondoc.intake.AcceptedRow;
import vn.dondoc.intake.Intake;
import vn.dondoc.intake.Receipt;
import vn.dondoc.intake.Reporter;
import vn.dondoc.mail.EnclosedFile;
import vn.dondoc.outbox.Attachment;
import vn.dondoc.reading.Problem;
import vn.dondoc.rules.RuleBook;
import vn.dondoc.store.MailReply.Content;
import vn.dondoc.store.Outcome;
import vn.dondoc.store.ReplyKind;

/** Takes the files of an answer as reports of the units that its writer may report for. */
public final class ReplyReports {
    private static final Logger LOG = LoggerFactory.getLogger(ReplyReports.class);
    private static final Set<String> WORKBOOKS = Set.of("xlsx", "xlsm", "xls", "ods");
    private static final Set<String> TEXTS = Set.of("csv", "json");
    private static final int MOST_FILES = 20;
    private static final int LARGEST_ANSWER = 5 << 20;

    private final Intake intake;
    private final boolean keepGoodRows;
    private final BiFunction<Receipt, Instant, Attachment> answerTo;
    private final Supplier<RuleBook> rules;

    /** @param answerTo makes the workbook that answers a report */
    public ReplyReports(
            Intake intake,
            boolean keepGoodRows,
            BiFunction<Receipt, Instant, Attachment> answerTo,
            Supplier<RuleBook> rules) {
        this.intake = intake;
        this.keepGoodRows = keepGoodRows;
        this.answerTo = answerTo;
        this.rules = rules;
    }

    /** Whether a file is meant as a report, by the end of its name: whether it is one, the intake finds out. */
    static boolean isReport(EnclosedFile file) {
        return WORKBOOKS.contains(ending(file)) || TEXTS.contains(ending(file));
    }

    private static String ending(EnclosedFile file) {
        return file.name().substring(file.name().lastIndexOf('.') + 1).strip().toLowerCase(Locale.ROOT);
    }

    ReplyReading take(List<EnclosedFile> files, ReplyWriter writer, Content content, Instant at) {
        List<Receipt> receipts = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        List<Problem> refused = new ArrayList<>();
        List<Attachment> answers = new ArrayList<>();
        for (EnclosedFile file : files) {
            if (!isReport(file)) {
                refused.add(new Problem(
                        file.name(), "không phải tệp báo cáo, không đọc", "báo cáo là tệp .xlsx, .csv, .json"));
            } else if (receipts.size() == MOST_FILES) {
                refused.add(
                        new Problem(file.name(), "thư có hơn " + MOST_FILES + " tệp báo cáo", "gửi trong thư khác"));
            } else if (!file.isDecodable()) {
                refused.add(new Problem(file.name(), "tệp đính kèm bị hỏng trên đường gửi", "gửi lại tệp"));
            } else {
                Receipt receipt = receive(file, writer, at);
                receipts.add(receipt);
                describe(receipt, writer, taken, refused);
                enclose(file, receipt, at, answers);
            }
        }
        int entries = receipts.stream().mapToInt(Receipt::acceptedCount).sum();
        String request =
                refused.isEmpty() ? "" : "sửa các chỗ nêu dưới đây rồi gửi lại, trả lời ngay thư này cũng được";
        return ReplyReading.answered(
                        ReplyKind.REPORT,
                        content,
                        inWords(receipts),
                        new Said(headline(receipts, entries, refused), taken, refused, request, answers))
                // taken before: perhaps by a reading that broke off before anybody judged again
                .withNews(receipts.stream().anyMatch(receipt -> receipt.outcome() != Outcome.REFUSED));
    }

    private Receipt receive(EnclosedFile file, ReplyWriter writer, Instant at) {
        Reporter reporter =
                new Reporter(writer.unit().name() + " (" + writer.address() + ")", writer.mayReport(), writer.units());
        return file.read(
                bytes -> intake.receive(file.name(), bytes, new Intake.Options(false, keepGoodRows, reporter), at));
    }

    private void describe(Receipt receipt, ReplyWriter writer, List<String> taken, List<Problem> refused) {
        receipt.accepted().forEach(row -> taken.add(inWords(row, writer.unit())));
        if (receipt.outcome() == Outcome.REPEATED) {
            taken.add(receipt.fileName() + ": tệp này đã nhận trước đó, không ghi thêm");
        }
        if (receipt.untouched() > 0) {
            taken.add(receipt.fileName() + ": " + receipt.untouchedInWords());
        }
        refused.addAll(receipt.refused());
    }

    private String inWords(AcceptedRow row, Agency unit) {
        RuleBook book = rules.get();
        String task = book.duty(row.duty()).map(duty -> duty.text()).orElse("");
        String period = Period.read(row.period()).map(Period::inWords).orElse(row.period());
        String whose = row.agency().equals(unit.id())
                ? ""
                : book.registry().latest(row.agency()).map(Agency::name).orElse(row.agency()) + ", ";
        return row.place() + ": " + whose + row.duty() + " " + task + ", " + period;
    }

    /** The answer as a workbook is a help: the mail says the same. */
    private void enclose(EnclosedFile file, Receipt receipt, Instant at, List<Attachment> answers) {
        if (!WORKBOOKS.contains(ending(file)) || receipt.outcome() == Outcome.REPEATED) {
            return;
        }
        try {
            Attachment answer = answerTo.apply(receipt, at);
            if (answer.content().length <= LARGEST_ANSWER) {
                answers.add(answer);
            }
        } catch (RuntimeException unmade) {
            LOG.error(
                    "the answer to {} could not be made as a workbook; the mail goes without it",
                    receipt.keptAs(),
                    unmade);
        }
    }

    private static String headline(List<Receipt> receipts, int entries, List<Problem> refused) {
        if (entries > 0) {
            return "Đã nhận báo cáo: " + entries + " mục"
                    + (refused.isEmpty() ? "" : "; " + refused.size() + " chỗ cần sửa");
        }
        boolean repeated = receipts.stream().anyMatch(receipt -> receipt.outcome() == Outcome.REPEATED);
        return repeated && refused.isEmpty()
                ? "Báo cáo này đã nhận trước đó"
                : "Chưa nhận báo cáo: " + refused.size() + " chỗ cần sửa";
    }

    private static List<String> inWords(List<Receipt> receipts) {
        return receipts.stream()
                .map(receipt -> receipt.fileName() + ": " + receipt.inWords())
                .toList();
    }
}
