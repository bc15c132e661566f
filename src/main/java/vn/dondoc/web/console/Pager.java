package vn.dondoc.web.console;

import java.util.List;

/**
 * Which part of a long list a page shows.
 *
 * @param page from 1
 * @param total how many there are in all
 */
public record Pager(Address address, int page, int size, long total) {
    /** Asks for a page. */
    public static final String PAGE = "trang";

    private static final int MOST_PAGES = 100_000;

    /** What the visit asks for; the last page for one beyond it. */
    public static Pager of(Visit visit, Address address, int size, long total) {
        int last = (int) Math.max(1, (total + size - 1) / size);
        return new Pager(address.without(PAGE), Math.min(asked(visit.query(PAGE)), last), size, total);
    }

    private static int asked(String text) {
        return text.matches("[1-9]\\d{0,4}") ? Math.min(Integer.parseInt(text), MOST_PAGES) : 1;
    }

    public int from() {
        return (page - 1) * size;
    }

    public int until() {
        return (int) Math.min(total, from() + (long) size);
    }

    public int last() {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    public boolean hasBefore() {
        return page > 1;
    }

    public boolean hasNext() {
        return page < last();
    }

    public String at(int other) {
        return address.with(PAGE, other == 1 ? "" : String.valueOf(other)).toString();
    }

    /** This page's part of a list. */
    public <T> List<T> cut(List<T> all) {
        return all.subList(Math.min(from(), all.size()), Math.min(until(), all.size()));
    }
}
