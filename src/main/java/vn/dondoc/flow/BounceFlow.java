package vn.dondoc.flow;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import vn.dondoc.flow.OperatorsLetter.Matter;
import vn.dondoc.mail.Bounce;
import vn.dondoc.mail.Bounce.Failed;
import vn.dondoc.store.FailingAddresses;
import vn.dondoc.store.FailingAddresses.FailingAddress;
import vn.dondoc.store.MailReply.Conclusion;
import vn.dondoc.store.MailReply.Content;
import vn.dondoc.store.ReplyKind;
import vn.dondoc.store.ReplyState;

/**
 * Letters that came back. An address is marked only when a letter of ours came back that went to it: what a stranger writes
 * of an address is left to a person.
 */
public final class BounceFlow {
    private final FailingAddresses addresses;

    public BounceFlow(FailingAddresses addresses) {
        this.addresses = addresses;
    }

    Conclusion take(Bounce bounce, Content content, Instant at) {
        Set<String> written = addresses.writtenTo(bounce.letters());
        List<Failed> ours = bounce.failed().stream()
                .filter(failed -> written.contains(failed.address()))
                .toList();
        List<Failed> lost = ours.stream().filter(Failed::forGood).toList();
        lost.forEach(failed -> addresses.mark(failed.address(), failed.reason(), at));
        if (!lost.isEmpty()) {
            return new Conclusion(
                    ReplyState.NOTED,
                    ReplyKind.BOUNCE,
                    content,
                    lost.stream().map(BounceFlow::inWords).distinct().toList());
        }
        boolean delayed = bounce.failed().stream().noneMatch(Failed::forGood)
                && !bounce.failed().isEmpty();
        return delayed
                ? new Conclusion(
                        ReplyState.NOTED, ReplyKind.BOUNCE, content, List.of("máy chủ báo thư đến chậm, vẫn đang gửi"))
                : new Conclusion(
                        ReplyState.WAITING,
                        ReplyKind.BOUNCE,
                        content,
                        List.of("báo thư bị trả lại, nhưng không rõ là thư nào hệ thống đã gửi"));
    }

    private static String inWords(Failed failed) {
        return "địa chỉ " + failed.address() + " không nhận được thư: " + failed.reason();
    }

    /** Tells the administrators of each address once. */
    public void tell(OperatorsLetter letter, Instant at) {
        List<FailingAddress> news = addresses.toBeTold();
        if (!news.isEmpty() && letter.tell(of(news), at)) {
            addresses.told(news);
        }
    }

    private static Matter of(List<FailingAddress> news) {
        return new Matter(
                "failing-addresses",
                news.size() + " địa chỉ thư không nhận được thư của hệ thống",
                news.stream()
                        .map(failing -> failing.address() + ": " + failing.reason())
                        .toList(),
                "sửa địa chỉ trong config/agencies.csv hoặc leaders.yaml, rồi chạy dondoc replies reachable ĐỊA_CHỈ");
    }
}
