package vn.dondoc.web.api;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.facts.Agency;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;
import vn.dondoc.flow.Assessment;
import vn.dondoc.flow.StableAnswers;
import vn.dondoc.outbox.LetterState;
import vn.dondoc.outbox.QueuedLetter;
import vn.dondoc.people.Role;

/** What programs read: findings, duties, letters. */
final class ApiReading {
    /** More are judged unit by unit: a country's do not go into one answer. */
    private static final int MOST_UNITS_AT_ONCE = 500;

    private static final int LETTERS_AT_ONCE = 100;

    private final ApiDesk desk;

    ApiReading(ApiDesk desk) {
        this.desk = desk;
    }

    ApiReply findings(ApiVisit visit) {
        refuseUnknown(visit, List.of("agency", "asOf", "state"));
        LocalDate today = VietnamTime.dayOf(visit.now());
        LocalDate day = visit.query("asOf").map(ApiReading::day).orElse(today);
        if (day.isAfter(today)) {
            throw wrong("asOf", "ngày “" + day + "” chưa tới", "ghi ngày không sau " + today);
        }
        Optional<State> state = visit.query("state").map(ApiReading::state);
        Set<String> units = units(visit, day);
        Assessment assessment = desk.assessor().of(units, day, visit.now());
        List<Finding> findings = assessment.findings().stream()
                .filter(finding -> state.isEmpty() || finding.state() == state.get())
                .toList();
        return ApiReply.ok(
                StableAnswers.findings(assessment, findings, desk.checks().triedOn(assessment)));
    }

    private Set<String> units(ApiVisit visit, LocalDate day) {
        Optional<String> agency = visit.query("agency");
        if (agency.isPresent()) {
            return Set.of(reached(visit, agency.get()));
        }
        List<Agency> all = desk.reach().units(visit.visitor(), day);
        if (all.size() > MOST_UNITS_AT_ONCE) {
            throw wrong("agency", "có hơn " + MOST_UNITS_AT_ONCE + " đơn vị", "hỏi từng đơn vị: ?agency=MÃ");
        }
        return all.stream().map(Agency::id).collect(Collectors.toSet());
    }

    private String reached(ApiVisit visit, String agency) {
        if (!desk.reach().covers(visit.visitor(), agency)) {
            throw new RefusedRequest(ApiProblem.notFound());
        }
        return agency;
    }

    ApiReply duties(ApiVisit visit) {
        return ApiReply.ok(StableAnswers.duties(desk.rules().get()));
    }

    ApiReply letters(ApiVisit visit) {
        refuseUnknown(visit, List.of("agency", "before", "state"));
        Set<LetterState> states = statesOf(visit);
        long before = visit.query("before").map(ApiReading::number).orElse(Long.MAX_VALUE);
        List<QueuedLetter> letters = desk.letters().page(lettersOf(visit), states, before, LETTERS_AT_ONCE + 1);
        boolean more = letters.size() > LETTERS_AT_ONCE;
        List<QueuedLetter> shown = more ? letters.subList(0, LETTERS_AT_ONCE) : letters;
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("letters", shown.stream().map(ApiReading::letter).toList());
        answer.put("next", more ? shown.get(shown.size() - 1).id() : null);
        return ApiReply.ok(answer);
    }

    /** A unit's token reads of its own units; Sở Nội vụ's of everything, digests as well. */
    private Optional<Set<String>> lettersOf(ApiVisit visit) {
        Optional<String> agency = visit.query("agency");
        if (agency.isPresent()) {
            return Optional.of(Set.of(reached(visit, agency.get())));
        }
        return isOfUnit(visit)
                ? Optional.of(desk.reach().units(visit.visitor(), VietnamTime.dayOf(visit.now())).stream()
                        .map(Agency::id)
                        .collect(Collectors.toSet()))
                : Optional.empty();
    }

    private static Set<LetterState> statesOf(ApiVisit visit) {
        Optional<LetterState> asked = visit.query("state").map(ApiReading::letterState);
        return Arrays.stream(LetterState.values())
                .filter(state -> asked.isEmpty() || state == asked.get())
                .filter(state -> !isOfUnit(visit) || state.isForUnits())
                .collect(Collectors.toSet());
    }

    private static boolean isOfUnit(ApiVisit visit) {
        return visit.visitor().role() == Role.CONTACT;
    }

    private static Map<String, Object> letter(QueuedLetter letter) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", letter.id());
        answer.put("state", letter.state().code());
        answer.put("kind", letter.letter().kind().code());
        answer.put("day", letter.letter().day().toString());
        answer.put("to", letter.letter().to());
        answer.put("agency", letter.letter().agency());
        answer.put("subject", letter.letter().subject());
        answer.put("items", letter.letter().items());
        answer.put("messageId", letter.messageId());
        answer.put("reason", letter.letter().reason());
        answer.put("queuedAt", letter.queuedAt().toString());
        answer.put("sentAt", text(letter.progress().sentAt()));
        return answer;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static LocalDate day(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeParseException none) {
            throw wrong("asOf", "“" + written + "” không phải là ngày", "ghi dạng 2018-03-20");
        }
    }

    private static State state(String written) {
        return Arrays.stream(State.values())
                .filter(state -> state.name().equals(written))
                .findFirst()
                .orElseThrow(() -> wrong(
                        "state",
                        "không có trạng thái “" + written + "”",
                        "ghi một trong: " + Arrays.toString(State.values())));
    }

    private static LetterState letterState(String written) {
        return LetterState.ofCode(written)
                .orElseThrow(() -> wrong(
                        "state",
                        "không có trạng thái thư “" + written + "”",
                        "ghi một trong: "
                                + Arrays.stream(LetterState.values())
                                        .map(LetterState::code)
                                        .collect(Collectors.joining(", "))));
    }

    private static long number(String written) {
        if (!written.matches("\\d{1,18}")) {
            throw wrong("before", "“" + written + "” không phải là số thư", "dùng “next” của trang trước");
        }
        return Long.parseLong(written);
    }

    /** A mistyped filter would otherwise be answered with everything. */
    private static void refuseUnknown(ApiVisit visit, List<String> known) {
        visit.asked().stream().filter(name -> !known.contains(name)).findFirst().ifPresent(unknown -> {
            throw wrong(unknown, "không có tham số này", "dùng: " + String.join(", ", known));
        });
    }

    private static RefusedRequest wrong(String parameter, String message, String hint) {
        return new RefusedRequest(ApiProblem.wrong("tham số “" + parameter + "”", message, hint));
    }
}
