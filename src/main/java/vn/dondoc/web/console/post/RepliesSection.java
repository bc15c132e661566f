package vn.dondoc.web.console.post;

import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.dondoc.reading.VietnameseText;
import vn.dondoc.store.FailingAddresses;
import vn.dondoc.store.MailReply;
import vn.dondoc.store.ReplyState;
import vn.dondoc.store.ReplyStore;
import vn.dondoc.web.console.Address;
import vn.dondoc.web.console.Pager;
import vn.dondoc.web.console.Route;
import vn.dondoc.web.console.Section;
import vn.dondoc.web.console.Visit;

/** Answers to letters: those that wait for a person, what became of the others, and addresses from which letters came back. */
public final class RepliesSection implements Section {
    private static final String HOME = "/thu/tra-loi";
    private static final String STATE = "trang-thai";
    private static final String EVERY_STATE = "tat-ca";
    private static final int REPLIES_A_PAGE = 50;

    private final ReplyStore replies;
    private final FailingAddresses addresses;
    private final Mailroom mailroom;

    public RepliesSection(ReplyStore replies, FailingAddresses addresses, Mailroom mailroom) {
        this.replies = replies;
        this.addresses = addresses;
        this.mailroom = mailroom;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(HOME, Route.OFFICE, this::list),
                Route.post(HOME + "/dia-chi", Route.OFFICE, this::clear),
                Route.get(HOME + "/{id}", Route.OFFICE, visit -> show(visit, HttpStatus.OK, "")),
                Route.post(HOME + "/{id}/xong", Route.OFFICE, this::settle));
    }

    private void list(Visit visit) {
        String asked = visit.query(STATE).isEmpty() ? ReplyState.WAITING.code() : visit.query(STATE);
        List<MailReply> found = ReplyState.ofCode(asked).map(replies::list).orElseGet(replies::list).stream()
                .sorted((one, other) -> Long.compare(other.id(), one.id()))
                .toList();
        Address address = Address.of("thu", "tra-loi").with(STATE, asked);
        Pager pager = Pager.of(visit, address, REPLIES_A_PAGE, found.size());
        visit.show(
                "replies",
                visit.words().of("Thư trả lời", "Answers to letters"),
                new ReplyListView(
                        ReplyState.ofCode(asked).map(ReplyState::code).orElse(EVERY_STATE),
                        pager.cut(found).stream().map(this::line).toList(),
                        pager,
                        addresses.list()));
    }

    private ReplyListView.Line line(MailReply mail) {
        return new ReplyListView.Line(mail, unitOf(mail));
    }

    private String unitOf(MailReply mail) {
        String unit = mail.content().agency();
        return unit.isEmpty() ? "" : mailroom.nameOf(unit, vn.dondoc.calendar.VietnamTime.dayOf(mail.arrivedAt()));
    }

    private void show(Visit visit, HttpStatus status, String problem) {
        Optional<MailReply> mail = found(visit);
        if (mail.isEmpty()) {
            visit.notFound();
            return;
        }
        String subject = mail.get().content().subject();
        visit.show(
                status,
                "reply",
                subject.isEmpty() ? visit.words().of("Thư không có tiêu đề", "A mail without a subject") : subject,
                new ReplyView(mail.get(), unitOf(mail.get()), problem));
    }

    private Optional<MailReply> found(Visit visit) {
        return visit.path("id").matches("\\d{1,18}")
                ? replies.find(Long.parseLong(visit.path("id")))
                : Optional.empty();
    }

    private void settle(Visit visit) {
        String done = VietnameseText.oneLine(visit.field("da-lam"));
        if (done.isEmpty()) {
            show(
                    visit,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    visit.words()
                            .of(
                                    "Chưa ghi đã làm gì. Xin ghi, ví dụ: đã gọi điện, đơn vị gửi lại báo cáo.",
                                    "Please say what was done."));
            return;
        }
        boolean settled = found(visit)
                .filter(mail -> replies.settle(mail.id(), LettersSection.act(visit, done)))
                .isPresent();
        visit.goTo(
                HOME,
                settled
                        ? visit.words().of("Đã ghi là đã xử lý.", "Noted as seen to.")
                        : visit.words().of("Thư này không còn chờ.", "This mail does not wait any more."));
    }

    private void clear(Visit visit) {
        boolean cleared = addresses.clear(visit.field("dia-chi").toLowerCase(Locale.ROOT));
        visit.goTo(
                HOME,
                cleared
                        ? visit.words().of("Đã bỏ dấu trả lại của địa chỉ.", "The address is no longer marked.")
                        : visit.words().of("Địa chỉ này không bị đánh dấu.", "The address is not marked."));
    }
}
