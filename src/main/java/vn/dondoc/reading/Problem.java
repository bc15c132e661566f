package vn.dondoc.reading;

/**
 * One mistake in what somebody wrote, in the words that the writer will read.
 *
 * @param place where: file, then line, row or cell ("duties.csv, dòng 14, cột “Hạn”")
 * @param message what is wrong, in Vietnamese
 * @param hint what to write instead, in Vietnamese; empty when the message says it
 */
public record Problem(String place, String message, String hint) implements Comparable<Problem> {
    private static final int LONGEST = 1_000;

    public Problem {
        place = shown(place);
        message = shown(message);
        hint = shown(hint);
    }

    /** What is quoted in a message may be as long as a file; nobody reads on after a while. */
    private static String shown(String text) {
        boolean tooLong = text.length() > LONGEST;
        return VietnameseText.oneLine(tooLong ? text.substring(0, LONGEST) + "…" : text);
    }

    @Override
    public int compareTo(Problem other) {
        int byPlace = place.compareTo(other.place);
        return byPlace != 0 ? byPlace : message.compareTo(other.message);
    }

    @Override
    public String toString() {
        return place + ": " + message + (hint.isEmpty() ? "" : " → " + hint);
    }
}
