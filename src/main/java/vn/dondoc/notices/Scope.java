package vn.dondoc.notices;

import java.util.Set;
import vn.dondoc.facts.Agency;

/**
 * The units that a digest is about.
 *
 * @param words the field as the digest names it ("phụ trách kinh tế"); empty for the whole province
 * @param agencies ids of the units, communes too; empty for the whole province
 */
public record Scope(String words, Set<String> agencies) {
    public static final Scope PROVINCE = new Scope("", Set.of());

    public Scope {
        agencies = Set.copyOf(agencies);
    }

    public boolean isProvince() {
        return agencies.isEmpty();
    }

    public boolean covers(Agency agency) {
        return covers(agency.id());
    }

    public boolean covers(String agency) {
        return isProvince() || agencies.contains(agency);
    }
}
