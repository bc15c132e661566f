package vn.dondoc.web.console.post;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import vn.dondoc.notices.Reason;
import vn.dondoc.outbox.Attachment;
import vn.dondoc.outbox.LetterKind;
import vn.dondoc.outbox.QueuedLetter;
import vn.dondoc.reading.VietnameseText;
import vn.dondoc.web.AckLinks;
import vn.dondoc.web.console.Visit;

/** One letter as its recipient sees it, and what an officer may do with it. */
final class LetterPage {
    /** The letter's own styles and pictures, and nothing else: no script, no form, no request to anywhere. */
    private static final String POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private final Mailroom mailroom;

    LetterPage(Mailroom mailroom) {
        this.mailroom = mailroom;
    }

    void show(Visit visit) {
        find(visit).ifPresentOrElse(letter -> show(visit, HttpStatus.OK, letter, "", ""), visit::notFound);
    }

    /** The letter's page, in a frame of its own; a browser knows no parts of a mail, so its pictures stand in it. */
    void body(Visit visit) {
        find(visit)
                .ifPresentOrElse(
                        letter -> visit.http()
                                .header("Content-Security-Policy", POLICY)
                                .contentType("text/html; charset=utf-8")
                                .result(withPictures(letter)),
                        visit::notFound);
    }

    private static String withPictures(QueuedLetter letter) {
        String page = AckLinks.withoutTokens(letter.letter().html());
        for (Attachment attachment : letter.letter().attachments()) {
            if (attachment.isInline()) {
                page = page.replace(
                        "cid:" + attachment.contentId(),
                        "data:" + attachment.mediaType() + ";base64,"
                                + Base64.getEncoder().encodeToString(attachment.content()));
            }
        }
        return page;
    }

    void file(Visit visit) {
        Optional<Attachment> file = find(visit).flatMap(letter -> numbered(letter, visit.path("number")));
        if (file.isEmpty()) {
            visit.notFound();
            return;
        }
        Context http = visit.http();
        http.header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + file.get().name().replaceAll("[^A-Za-z0-9._-]", "_") + "\"")
                .contentType("application/octet-stream")
                .result(file.get().content());
    }

    private static Optional<Attachment> numbered(QueuedLetter letter, String number) {
        List<Attachment> all = letter.letter().attachments();
        return number.matches("\\d{1,3}") && Integer.parseInt(number) < all.size()
                ? Optional.of(all.get(Integer.parseInt(number)))
                : Optional.empty();
    }

    void retry(Visit visit) {
        act(
                visit,
                (letter, reason) -> mailroom.outbox().retry(letter.id(), LettersSection.act(visit, reason)),
                visit.words().of("Thư đã xếp lại vào hàng chờ gửi.", "The letter is queued again."),
                visit.words().of("Thư không ở trạng thái bỏ cuộc nên không xếp lại.", "The letter is not given up."));
    }

    void release(Visit visit) {
        act(
                visit,
                (letter, reason) -> mailroom.outbox().release(letter.id(), LettersSection.act(visit, reason)),
                visit.words().of("Thư đã được duyệt, chờ gửi.", "The letter is released."),
                visit.words().of("Thư không còn chờ duyệt.", "The letter no longer waits for a release."));
    }

    void takeBack(Visit visit) {
        Optional<QueuedLetter> letter = find(visit);
        String reason = VietnameseText.oneLine(visit.field("ly-do"));
        if (letter.isPresent() && reason.isEmpty()) {
            show(
                    visit,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    letter.get(),
                    reason,
                    visit.words()
                            .of(
                                    "Chưa ghi lý do. Xin ghi vì sao rút thư.",
                                    "No reason is given. Please say why it is taken back."));
            return;
        }
        act(
                visit,
                (held, why) -> held.letter().kind() == LetterKind.ALERT
                        && mailroom.outbox().takeBack(held.id(), LettersSection.act(visit, why)),
                visit.words().of("Thư đã rút, sẽ không gửi.", "The letter is taken back and will not be sent."),
                visit.words().of("Thư không còn chờ duyệt.", "The letter no longer waits for a release."));
    }

    /** What is done to a letter; false when it was not as expected any more. */
    @FunctionalInterface
    private interface Doing {
        boolean to(QueuedLetter letter, String reason);
    }

    private void act(Visit visit, Doing doing, String done, String tooLate) {
        Optional<QueuedLetter> letter = find(visit);
        if (letter.isEmpty()) {
            visit.notFound();
            return;
        }
        String reason = VietnameseText.oneLine(visit.field("ly-do"));
        boolean changed = doing.to(letter.get(), reason.isEmpty() ? "đã xem" : reason);
        visit.goTo("/thu/" + letter.get().id(), changed ? done : tooLate);
    }

    /** Empty for a letter that there is not, and for one that the visitor may not see. */
    private Optional<QueuedLetter> find(Visit visit) {
        String id = visit.path("id");
        return id.matches("\\d{1,18}")
                ? mailroom.outbox().find(Long.parseLong(id)).filter(letter -> Mailroom.maySee(visit, letter))
                : Optional.empty();
    }

    private void show(Visit visit, HttpStatus status, QueuedLetter letter, String typed, String problem) {
        String unit = letter.letter().agency();
        visit.show(
                status,
                "letter",
                letter.letter().subject(),
                new LetterView(
                        letter,
                        mailroom.nameOf(unit, letter.letter().day()),
                        mailroom.registry().get().latest(unit).isPresent(),
                        reason(letter),
                        files(letter),
                        AckLinks.withoutTokens(letter.letter().text()),
                        Mailroom.seesAll(visit),
                        Mailroom.mayAct(visit),
                        typed,
                        problem));
    }

    /** A letter of an earlier version may have a reason that is no more. */
    private static String reason(QueuedLetter letter) {
        try {
            return Reason.valueOf(letter.letter().reason()).words();
        } catch (IllegalArgumentException unknown) {
            return letter.letter().reason();
        }
    }

    private static List<LetterView.Enclosed> files(QueuedLetter letter) {
        List<LetterView.Enclosed> files = new ArrayList<>();
        List<Attachment> all = letter.letter().attachments();
        for (int number = 0; number < all.size(); number++) {
            if (!all.get(number).isInline()) {
                files.add(new LetterView.Enclosed(number, all.get(number)));
            }
        }
        return files;
    }
}
