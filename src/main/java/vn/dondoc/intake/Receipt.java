package vn.dondoc.intake;

import java.util.List;
import vn.dondoc.reading.Problem;
import vn.dondoc.store.Outcome;

/**
 * The answer to a sender. Holds only text, numbers and lists, so that it goes to JSON as it stands.
 *
 * @param fileName as the sender called it, without folders, on one line
 * @param acceptedCount how many entries were taken
 * @param accepted each of them, in the order of the file
 * @param refused every mistake found, in the order of the file
 * @param untouched how many duties a form brought back as it had shown them: they are not reported again
 * @param keptAs where the original bytes are, below the folder of originals
 * @param firstReceivedAt for a repeated file, when the same bytes were taken (ISO, Vietnam's offset); empty otherwise
 * @param number under which it is kept
 */
public record Receipt(
        String fileName,
        Outcome outcome,
        int acceptedCount,
        List<AcceptedRow> accepted,
        List<Problem> refused,
        int untouched,
        String keptAs,
        String firstReceivedAt,
        long number) {

    public Receipt {
        accepted = List.copyOf(accepted);
        refused = List.copyOf(refused);
    }

    /** The outcome and its numbers, in Vietnamese. */
    public String inWords() {
        return outcome.words() + ", nhận " + acceptedCount + " mục, " + refused.size() + " lỗi"
                + (untouched == 0 ? "" : "; " + untouchedInWords());
    }

    /** What was passed over, in Vietnamese. */
    public String untouchedInWords() {
        return "giữ nguyên như in sẵn, không ghi lại: " + untouched + " nhiệm vụ";
    }
}
