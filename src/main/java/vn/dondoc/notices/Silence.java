package vn.dondoc.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.facts.AgencyGroup;
import vn.dondoc.findings.Finding;

/**
 * A rest from letters (tạm dừng nhắc), entered by Sở Nội vụ. Ends by itself.
 *
 * @param id its number
 * @param matcher what it covers
 * @param author who entered it
 * @param reason why, as the letters' log shows it
 * @param from first day
 * @param until last day
 * @param at when it was entered
 * @param endedAt when it was ended before its time; null otherwise
 */
public record Silence(
        long id,
        Matcher matcher,
        String author,
        String reason,
        LocalDate from,
        LocalDate until,
        Instant at,
        @Nullable Instant endedAt) {

    /**
     * What a silence covers: all that is given must fit; an empty text fits everything.
     *
     * @param agency id of a unit
     * @param duty id of a duty
     * @param clause id of a clause; those below it are covered, too (II.2.1 covers II.2.1.e)
     * @param group words of a group of units, "Các huyện, thành phố"
     */
    public record Matcher(String agency, String duty, String clause, String group) {

        boolean fits(Finding finding) {
            String ofDuty = finding.obligation().duty().clause();
            return (agency.isEmpty() || agency.equals(finding.key().agency()))
                    && (duty.isEmpty() || duty.equals(finding.key().duty()))
                    && (clause.isEmpty() || ofDuty.equals(clause) || ofDuty.startsWith(clause + "."))
                    && (group.isEmpty() || isInGroup(finding));
        }

        private boolean isInGroup(Finding finding) {
            Optional<AgencyGroup> named = AgencyGroup.named(group);
            return named.isPresent() && named.get().has(finding.obligation().agency());
        }
    }

    /** Whether it keeps letters about a finding back on a day. */
    public boolean covers(Finding finding, LocalDate day) {
        return endedAt == null && !day.isBefore(from) && !day.isAfter(until) && matcher.fits(finding);
    }
}
