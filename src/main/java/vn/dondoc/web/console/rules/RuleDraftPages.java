package vn.dondoc.web.console.rules;

import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.dondoc.flow.PublishFlow;
import vn.dondoc.flow.RuleEditing;
import vn.dondoc.reading.Problem;
import vn.dondoc.rules.CheckedRules;
import vn.dondoc.rules.Publication;
import vn.dondoc.rules.RuleCases;
import vn.dondoc.rules.RuleDiff;
import vn.dondoc.rules.RuleDraft;
import vn.dondoc.rules.RulesInForce;
import vn.dondoc.web.console.Route;
import vn.dondoc.web.console.Visit;
import vn.dondoc.web.console.Words;

/** An administrator's draft as a whole: begun, tried, published or thrown away; and the way back to earlier rules. */
final class RuleDraftPages {
    private static final String KEEP = "giu";

    private final RulesInForce rules;
    private final RuleEditing editing;
    private final PublishFlow publishing;
    private final RuleReadingPages reading;

    RuleDraftPages(RulesInForce rules, RuleEditing editing, PublishFlow publishing, RuleReadingPages reading) {
        this.rules = rules;
        this.editing = editing;
        this.publishing = publishing;
        this.reading = reading;
    }

    List<Route> routes() {
        return List.of(
                Route.get(Addresses.DRAFT, Route.ADMINISTRATORS, this::draft),
                Route.post(Addresses.DRAFT, Route.ADMINISTRATORS, this::begin),
                Route.post(Addresses.DRAFT + "/bo", Route.ADMINISTRATORS, this::discard),
                Route.post(Addresses.DRAFT + "/lay-ve", Route.ADMINISTRATORS, this::takeUp),
                Route.post(Addresses.DRAFT + "/vi-du", Route.ADMINISTRATORS, this::examples),
                Route.post(Addresses.DRAFT + "/cong-bo", Route.ADMINISTRATORS, this::publish),
                Route.post(Addresses.HOME + "/quay-lai", Route.ADMINISTRATORS, this::rollBack));
    }

    private void begin(Visit visit) {
        editing.begin(visit.visitor().login());
        String file = visit.field("tep");
        visit.http().redirect(file.isEmpty() ? Addresses.DRAFT : Addresses.file(true, file), HttpStatus.SEE_OTHER);
    }

    private void discard(Visit visit) {
        editing.discard(visit.visitor().login());
        visit.goTo(Addresses.HOME, visit.words().of("Đã bỏ bản nháp.", "The draft was thrown away."));
    }

    private void takeUp(Visit visit) {
        Set<String> own = Set.copyOf(visit.http().formParams(KEEP));
        var unused = editing.takeUp(visit.visitor().login(), own);
        visit.goTo(
                Addresses.DRAFT,
                visit.words()
                        .of(
                                "Bản nháp nay dựa trên quy tắc đang áp dụng. Xin xem lại phần thay đổi.",
                                "The draft now stands on the rules in force. Please look at the changes again."));
    }

    private void draft(Visit visit) {
        show(visit, HttpStatus.OK, Optional.empty(), "", List.of());
    }

    private void examples(Visit visit) {
        Optional<RuleDraft> draft = editing.draftOf(visit.visitor().login());
        Optional<CheckedRules> checked = draft.flatMap(own -> editing.check(own.files()));
        boolean faultless = checked.filter(found -> found.problems().isEmpty()).isPresent();
        Optional<DraftView.Examples> run = faultless
                ? draft.flatMap(own -> editing.examples(own.files())).map(RuleDraftPages::examples)
                : Optional.empty();
        show(visit, HttpStatus.OK, run, "", List.of());
    }

    private static DraftView.Examples examples(List<RuleCases.Result> results) {
        return new DraftView.Examples(
                results.size(),
                results.stream().filter(result -> !result.passed()).toList());
    }

    private void publish(Visit visit) {
        String reason = visit.field("ly-do");
        PublishFlow.Published published =
                editing.publish(visit.visitor().login(), visit.visitor().author(), reason, visit.now());
        if (!published.refused().isEmpty()) {
            show(
                    visit,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    Optional.empty(),
                    reason,
                    MistakesView.of(inWords(published.refused(), visit.words()), ""));
            return;
        }
        visit.goTo(Addresses.HISTORY, told(published, visit.words()));
    }

    /** Places of the command line, as the form has them. */
    private static List<Problem> inWords(List<Problem> problems, Words words) {
        return problems.stream()
                .map(problem -> problem.place().equals("--reason")
                        ? new Problem(words.of("Lý do", "Reason"), problem.message(), problem.hint())
                        : problem)
                .toList();
    }

    private static String told(PublishFlow.Published published, Words words) {
        String now = published
                .publication()
                .map(publication -> outcome(published, words) + words.of("Đang áp dụng lần ", "In force: publication ")
                        + publication.number()
                        + published
                                .like()
                                .map(like -> words.of(", như lần ", ", as no. ") + like.number())
                                .orElse("")
                        + words.of(", phiên bản ", ", version ") + publication.version() + "."
                        + kept(published, words))
                .orElse("");
        return published.remarks().isEmpty()
                ? now
                : now + " " + published.remarks().size()
                        + words.of(
                                " ví dụ còn ghi theo quy tắc cũ; xin sửa theo.",
                                " examples still state the old rules; please mend them.");
    }

    private static String outcome(PublishFlow.Published published, Words words) {
        return switch (published.outcome()) {
            case NOTHING_DIFFERS ->
                words.of("Không có gì khác, không ghi thêm lần công bố. ", "Nothing differs; nothing was published. ");
            case ONLY_EXAMPLES_DIFFER ->
                words.of(
                        "Chỉ ví dụ thay đổi, quy tắc như cũ; không ghi thêm lần công bố. ",
                        "Only examples differ, the rules do not; nothing was published. ");
            case PUBLISHED, REFUSED -> "";
        };
    }

    private static String kept(PublishFlow.Published published, Words words) {
        return published
                .kept()
                .filter(PublishFlow.Kept::edit)
                .map(kept -> words.of(
                                " Bản sửa chưa áp dụng trong thư mục rules được giữ tại ",
                                " The folder's edit that was not in force is kept at ")
                        + kept.place() + ".")
                .orElse("");
    }

    private void rollBack(Visit visit) {
        Optional<Publication> to = RuleReadingPages.publication(rules, visit.field("lan"));
        if (to.isEmpty()) {
            visit.notFound();
            return;
        }
        String reason = visit.field("ly-do");
        PublishFlow.Published published =
                publishing.rollback(to.get(), visit.visitor().author(), reason, visit.now());
        if (published.refused().isEmpty()) {
            visit.goTo(Addresses.HISTORY, told(published, visit.words()));
        } else {
            reading.showHistory(visit, to.get().number(), reason, inWords(published.refused(), visit.words()));
        }
    }

    private void show(
            Visit visit,
            HttpStatus status,
            Optional<DraftView.Examples> examples,
            String reason,
            List<MistakesView.Mistake> refused) {
        Optional<RuleDraft> held = editing.draftOf(visit.visitor().login());
        if (held.isEmpty()) {
            visit.http().redirect(Addresses.HOME, HttpStatus.SEE_OTHER);
            return;
        }
        RuleDraft draft = held.get();
        Optional<CheckedRules> checked = editing.check(draft.files());
        Optional<RuleDiff> changes = checked.filter(found -> found.problems().isEmpty())
                .flatMap(faultless -> editing.changes(draft, visit.today().getYear()));
        boolean outdated = editing.isOutdated(draft);
        DraftView view = new DraftView(
                RuleFilePages.files(draft.files(), true, visit.words()),
                draft.edited(),
                outdated,
                editing.madeSince(draft),
                outdated ? draft.conflicts(editing.filesInForce()) : List.of(),
                MistakesView.of(checked, ""),
                changes,
                examples,
                reason,
                refused);
        visit.show(status, "rule-draft", visit.words().of("Bản nháp quy tắc", "Draft of the rules"), view);
    }
}
