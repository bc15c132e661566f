package vn.dondoc.facts;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A unit as it stood between two days. A unit whose name or parent changed has one record for each form, under one id.
 *
 * @param id slug of a provincial body (so-noi-vu) or GSO code (522, 21172)
 * @param parent id of the unit above; empty for UBND tỉnh
 * @param groups of "chuyên môn", "đồng bằng", "miền núi", "hải đảo"
 * @param validFrom first day in this form
 * @param validTo last day in this form; null while it lasts
 * @param successor id of the unit that took over when this one ended for good; empty otherwise
 * @param successorGround the document for that, or "giả định: …"
 * @param headTitle title of the head, never a name
 * @param email where letters go
 * @param contactEmail who gets a copy; may be empty
 */
public record Agency(
        String id,
        String name,
        Level level,
        String parent,
        Set<String> groups,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String successor,
        String successorGround,
        String headTitle,
        String email,
        String contactEmail) {

    public Agency {
        groups = Set.copyOf(groups);
    }

    public boolean existsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    public boolean isSpecialised() {
        return groups.contains("chuyên môn");
    }

    public boolean isLowland() {
        return groups.contains("đồng bằng");
    }
}
