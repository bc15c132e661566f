package vn.dondoc.rules;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.AgencyGroup;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.Kind;
import vn.dondoc.facts.Plan;
import vn.dondoc.facts.Registry;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.VietnameseDate;

/** Finds leads that call on nobody while their duty binds, and units that are called and have no address. */
final class LeadLints {
    private static final String LEAD = "Chủ trì";

    private LeadLints() {}

    static void findMissing(Plan plan, List<Duty> duties, Registry registry, Problems problems) {
        for (Duty duty : duties) {
            LocalDate from =
                    duty.from() == null || duty.from().isBefore(plan.effective()) ? plan.effective() : duty.from();
            if (duty.to() != null && duty.to().isBefore(from)) {
                continue;
            }
            DutyTable.parts(duty.lead()).stream()
                    .filter(name -> registry.forms().stream()
                            .filter(form -> stands(form, from, duty.to()))
                            .noneMatch(form -> isCalled(form, name, registry)))
                    .forEach(name -> problems.add(
                            RuleLints.place(duty, LEAD),
                            "“" + name + "” không có đơn vị nào từ ngày " + VietnameseDate.write(from)
                                    + ": không ai phải làm nhiệm vụ này",
                            "ghi đơn vị đang có, hoặc sửa agencies.csv"));
        }
    }

    /** One warning a unit, at the first row that calls on it. Principles are only summed up: no letter asks for them. */
    static void findUnreachable(Plan plan, Registry registry, Problems warnings) {
        Set<String> told = new HashSet<>();
        List<Duty> asked = plan.allDuties().stream()
                .filter(duty -> duty.kind() != Kind.PRINCIPLE)
                .toList();
        registry.forms().stream()
                .filter(form -> form.email().isEmpty() && stands(form, plan.effective(), null))
                .forEach(form -> firstCalling(form, asked, registry)
                        .filter(duty -> told.add(form.id()))
                        .ifPresent(duty -> warnings.add(
                                RuleLints.place(duty, LEAD),
                                "“" + form.name() + "” chưa có địa chỉ thư: không nhận được thư nhắc nào",
                                "ghi cột “Thư điện tử” của mã “" + form.id() + "” trong agencies.csv")));
    }

    private static Optional<Duty> firstCalling(Agency form, List<Duty> duties, Registry registry) {
        LeadNames names = LeadNames.of(form, registry.on(form.validFrom()), registry);
        return duties.stream().filter(duty -> names.isCalledBy(duty.lead())).findFirst();
    }

    private static boolean stands(Agency form, LocalDate from, @Nullable LocalDate to) {
        return (form.validTo() == null || !form.validTo().isBefore(from))
                && (to == null || !form.validFrom().isAfter(to));
    }

    /** By its group, its name, or the name of a unit whose duties it took over. */
    private static boolean isCalled(Agency form, String name, Registry registry) {
        Optional<AgencyGroup> group = AgencyGroup.named(name);
        if (group.isPresent()) {
            return group.get().has(form);
        }
        Set<String> ids = registry.idsNamed(name);
        return ids.contains(form.id())
                || registry.predecessorsOf(form.id()).stream().anyMatch(ids::contains);
    }
}
