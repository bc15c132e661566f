package vn.dondoc.web.reports;

import java.nio.file.Path;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import vn.dondoc.flow.FormFlow;
import vn.dondoc.flow.ReportFlow;
import vn.dondoc.flow.RulingFlow;
import vn.dondoc.intake.Receipt;
import vn.dondoc.outbox.Attachment;
import vn.dondoc.rules.RuleBook;
import vn.dondoc.store.DraftStore;
import vn.dondoc.store.ReportStore;
import vn.dondoc.store.RulingStore;
import vn.dondoc.store.SubmissionStore;

/**
 * What the pages about reports work on.
 *
 * @param rules in force
 * @param answers makes the workbook that answers a report
 * @param originals finds an original by where it is kept
 * @param largestMegabytes what a file may weigh
 * @param keepGoodRows whether good rows beside bad ones are kept unless somebody says otherwise
 */
public record ReportDesk(
        Supplier<RuleBook> rules,
        FormFlow forms,
        ReportFlow intake,
        RulingFlow rulings,
        ReportStore entries,
        RulingStore ruled,
        SubmissionStore submissions,
        DraftStore drafts,
        BiFunction<Receipt, Instant, Attachment> answers,
        Function<String, Path> originals,
        boolean keepGoodRows,
        int largestMegabytes) {}
