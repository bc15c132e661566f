package vn.dondoc.flow;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Level;
import vn.dondoc.facts.Registry;
import vn.dondoc.mail.IncomingMail;
import vn.dondoc.mail.ReplyMarks;
import vn.dondoc.store.ReplyStore;
import vn.dondoc.store.ReplyStore.AnsweredLetter;

/**
 * Tells who wrote a mail: the letter by its signed mark, the unit by the sender's address in the registry, and both have to
 * go together. A mark alone may have been passed on, an address alone is quickly written.
 */
public final class ReplyWriters {
    private final Registry registry;
    private final ReplyMarks marks;
    private final ReplyStore store;

    public ReplyWriters(Registry registry, ReplyMarks marks, ReplyStore store) {
        this.registry = registry;
        this.marks = marks;
        this.store = store;
    }

    /**
     * What is known.
     *
     * @param doubt why the writer is not, in Vietnamese; empty when he is
     */
    record Recognised(Optional<ReplyWriter> writer, String doubt) {
        static Recognised doubtful(String doubt) {
            return new Recognised(Optional.empty(), doubt);
        }
    }

    Recognised of(IncomingMail mail, LocalDate day) {
        if (!mail.forged().isEmpty()) {
            return Recognised.doubtful(mail.forged());
        }
        List<Agency> units = registry.on(day).stream()
                .filter(unit -> isAddressOf(unit, mail.sender()))
                .toList();
        if (units.isEmpty()) {
            return Recognised.doubtful("địa chỉ người gửi không có trong danh sách cơ quan");
        }
        Optional<AnsweredLetter> letter = marks.read(mail.traces()).stream()
                .flatMap(beginning -> store.letterOf(beginning).stream())
                .filter(answered -> goTogether(units, answered, mail.sender()))
                .findFirst();
        return letter.map(answered -> new Recognised(Optional.of(writer(units, answered, mail.sender())), ""))
                .orElseGet(() -> Recognised.doubtful(
                        marks.read(mail.traces()).isEmpty()
                                ? "thư không mang mã của thư nào hệ thống đã gửi"
                                : "mã trong thư là của thư gửi đơn vị khác"));
    }

    private static boolean isAddressOf(Agency unit, String sender) {
        return !sender.isEmpty()
                && (unit.email().toLowerCase(Locale.ROOT).equals(sender)
                        || unit.contactEmail().toLowerCase(Locale.ROOT).equals(sender));
    }

    private boolean goTogether(List<Agency> units, AnsweredLetter letter, String sender) {
        return letter.addresses().contains(sender) || mayReport(units, letter.agency());
    }

    private ReplyWriter writer(List<Agency> units, AnsweredLetter letter, String sender) {
        Agency unit = units.stream()
                .filter(one -> one.id().equals(letter.agency()))
                .findFirst()
                .orElse(units.get(0));
        String names = units.stream()
                .map(one -> one.name() + (one.level() == Level.DISTRICT ? " và các xã trực thuộc" : ""))
                .collect(Collectors.joining(", "));
        return new ReplyWriter(sender, unit, id -> mayReport(units, id), names, letter);
    }

    /** Its own units, and the communes of its districts. */
    private boolean mayReport(List<Agency> units, String id) {
        Set<String> districts = units.stream()
                .filter(unit -> unit.level() == Level.DISTRICT)
                .map(Agency::id)
                .collect(Collectors.toSet());
        return units.stream().anyMatch(unit -> unit.id().equals(id))
                || registry.latest(id)
                        .filter(unit -> unit.level() == Level.COMMUNE && districts.contains(unit.parent()))
                        .isPresent();
    }
}
