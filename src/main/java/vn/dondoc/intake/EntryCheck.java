package vn.dondoc.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vn.dondoc.calendar.Period;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.Entry;
import vn.dondoc.facts.Recurrence;
import vn.dondoc.facts.ReportedStatus;
import vn.dondoc.reading.Nearest;
import vn.dondoc.reading.VietnameseDate;

/** Checks the drafts of one file against the plan; every mistake of an entry is found, not only the first. */
final class EntryCheck {
    private final PlanInForce plan;
    private final Instant now;
    private final boolean backdated;
    private final Hints hints;
    private final UnitCheck units;

    EntryCheck(PlanInForce plan, boolean backdated, Instant now) {
        this.plan = plan;
        this.now = now;
        this.backdated = backdated;
        hints = new Hints(plan);
        units = new UnitCheck(plan, hints);
    }

    /** The entry, still without its sequence; empty when the draft has a mistake, old or new. */
    Optional<Entry> check(Draft draft) {
        Instant receivedAt = receivedAt(draft);
        LocalDate receipt = VietnamTime.dayOf(receivedAt);
        Optional<Duty> duty = duty(draft);
        Optional<Period> period = period(draft, duty, receipt);
        Optional<ReportedStatus> status = status(draft);
        LocalDate day = period.map(Period::last).filter(receipt::isAfter).orElse(receipt);
        checkAgency(draft, duty, day);
        new ContentCheck(plan, receipt).check(draft);
        draft.items().forEach(counted -> checkItem(draft, counted, day));
        if (!draft.problems().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(entry(draft, period.orElseThrow(), status.orElseThrow(), receivedAt));
    }

    /** The moment that counts; {@code now} also stands in for one that is refused. */
    private Instant receivedAt(Draft draft) {
        if (draft.receivedAt().isEmpty()) {
            return now;
        }
        String place = draft.place().cell(Column.RECEIVED_AT);
        if (!backdated) {
            draft.problems()
                    .add(
                            place,
                            "không được tự ghi thời điểm nhận",
                            "bỏ “receivedAt”; nhập báo cáo cũ thì quản trị dùng submit --backdated");
            return now;
        }
        Optional<Instant> written = WrittenMoment.read(draft.receivedAt());
        if (written.isEmpty()) {
            draft.problems().add(place, Quote.of(draft.receivedAt()) + " không phải là thời điểm", WrittenMoment.HINT);
        } else if (written.get().isAfter(now)) {
            draft.problems()
                    .add(place, "thời điểm nhận ở sau lúc này", "ghi không muộn hơn " + WrittenMoment.write(now));
        } else if (VietnamTime.dayOf(written.get()).isBefore(plan.planDay())) {
            draft.problems()
                    .add(place, "thời điểm nhận ở trước ngày ban hành kế hoạch " + planDay(), "kiểm tra lại thời điểm");
        } else {
            return written.get();
        }
        return now;
    }

    private String planDay() {
        return "(" + VietnameseDate.write(plan.planDay()) + ")";
    }

    private Optional<Duty> duty(Draft draft) {
        Optional<Duty> duty = plan.duties().duty(draft.duty());
        if (duty.isEmpty() && !draft.duty().isEmpty()) {
            draft.problems()
                    .add(
                            draft.place().cell(Column.DUTY),
                            "không có nhiệm vụ " + Quote.of(draft.duty()),
                            hints.duty(draft.duty()));
        }
        return duty;
    }

    private Optional<ReportedStatus> status(Draft draft) {
        Optional<ReportedStatus> status = ReportedStatus.read(draft.status());
        if (status.isEmpty() && !draft.status().isEmpty()) {
            draft.problems()
                    .add(
                            draft.place().cell(Column.STATUS),
                            Wording.unknownStatus(draft.status()),
                            Nearest.hint(Quote.shortened(draft.status()), ReportedStatus.allWords()));
        }
        return status;
    }

    private Optional<Period> period(Draft draft, Optional<Duty> duty, LocalDate receipt) {
        if (draft.period().isEmpty()) {
            return Optional.empty();
        }
        String place = draft.place().cell(Column.PERIOD);
        Optional<Period> period = Period.read(draft.period().toUpperCase(Locale.ROOT));
        if (period.isEmpty()) {
            draft.problems().add(place, Wording.unknownPeriod(draft.period()), Wording.PERIOD_HINT);
            return Optional.empty();
        }
        int firstYear = plan.planDay().getYear();
        if (period.get().last().getYear() < firstYear) {
            String message = "kỳ “" + period.get().id() + "” ở trước năm đầu của kế hoạch (" + firstYear + ")";
            draft.problems().add(place, message, "ghi kỳ từ năm " + firstYear + " trở đi");
            return Optional.empty();
        }
        if (period.get().first().isAfter(mayStartUntil(duty, receipt))) {
            String message =
                    "kỳ “" + period.get().id() + "” chưa bắt đầu vào ngày nhận (" + VietnameseDate.write(receipt) + ")";
            draft.problems().add(place, message, "ghi kỳ đã bắt đầu");
            return Optional.empty();
        }
        return period;
    }

    /**
     * A duty whose date lies in the year before its period (next year's plan) may be reported in that year; one that comes
     * once, under the year in which it is due, as forms and letters name it.
     */
    private static LocalDate mayStartUntil(Optional<Duty> duty, LocalDate receipt) {
        Optional<LocalDate> onlyDue = duty.filter(one -> one.recurrence() == Recurrence.ONCE).stream()
                .flatMap(one -> one.hard().stream())
                .map(date -> date.lastDayFor(receipt.getYear()))
                .filter(due -> due.isAfter(receipt))
                .findFirst();
        if (onlyDue.isPresent()) {
            return onlyDue.get();
        }
        boolean early = duty.stream()
                .flatMap(one -> Stream.concat(one.soft().stream(), one.hard().stream()))
                .anyMatch(date -> date.yearsBefore() > 0);
        return early ? LocalDate.of(receipt.getYear() + 1, 12, 31) : receipt;
    }

    private void checkAgency(Draft draft, Optional<Duty> duty, LocalDate day) {
        String place = draft.place().cell(Column.AGENCY);
        if (!units.exists(draft.agency(), day, place, draft.problems()) || duty.isEmpty()) {
            return;
        }
        if (!plan.duties().binds(draft.agency(), duty.get().id(), day)) {
            String of = VietnameseDate.write(day);
            boolean inForce = duty.get().bindsOn(day);
            draft.problems()
                    .add(
                            draft.place().cell(Column.DUTY),
                            inForce
                                    ? "nhiệm vụ " + Quote.of(duty.get().id()) + " không giao cho "
                                            + Quote.of(draft.agency()) + " vào ngày " + of
                                    : "nhiệm vụ " + Quote.of(duty.get().id()) + " không có hiệu lực vào ngày " + of,
                            inForce ? "chủ trì: " + duty.get().lead() : "kiểm tra kỳ báo cáo và mã nhiệm vụ");
        }
    }

    /** The registry begins shortly before the plan: what was counted earlier is looked up on the plan's day. */
    private void checkItem(Draft draft, Draft.Counted counted, LocalDate day) {
        LocalDate date = counted.item().date() == null ? day : counted.item().date();
        units.exists(
                counted.item().unit(),
                date.isBefore(plan.planDay()) ? plan.planDay() : date,
                counted.place().cell(Column.ITEM_UNIT),
                draft.problems());
    }

    private static Entry entry(Draft draft, Period period, ReportedStatus status, Instant receivedAt) {
        List<Entry.Evidence> evidence =
                draft.evidence().stream().map(Draft.Proof::evidence).distinct().toList();
        List<Entry.Item> items =
                draft.items().stream().map(Draft.Counted::item).distinct().toList();
        return new Entry(
                0,
                draft.place().row(),
                draft.agency(),
                period,
                draft.duty(),
                status,
                draft.completedOn(),
                evidence,
                draft.numerator(),
                draft.denominator(),
                draft.value(),
                items,
                ContentCheck.tidy(draft.note()),
                receivedAt);
    }
}
