package vn.dondoc.web.console.rules;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Registry;
import vn.dondoc.flow.Rehearsals;
import vn.dondoc.flow.Rehearsals.Kind;
import vn.dondoc.flow.Rehearsals.Run;
import vn.dondoc.flow.Rehearsals.State;
import vn.dondoc.web.console.Route;
import vn.dondoc.web.console.Visit;
import vn.dondoc.web.console.calendar.RunView;

/** What a preview of edited rules came to: letters and verdicts that change, each letter to be opened. */
public final class PreviewPages {
    private static final int LETTERS = 50;
    private static final int VERDICTS = 100;

    private final Rehearsals rehearsals;
    private final Supplier<Registry> registry;
    private volatile @Nullable Kept kept;

    public PreviewPages(Rehearsals rehearsals, Supplier<Registry> registry) {
        this.rehearsals = rehearsals;
        this.registry = registry;
    }

    /** The answer that was looked at last: it is gone through page by page. */
    private record Kept(String id, PreviewAnswer answer) {}

    List<Route> routes() {
        return List.of(Route.get(Addresses.PREVIEW + "/{id}/thu/{number}", Route.WITHOUT_CONTACTS, this::letter));
    }

    void show(Visit visit, Run run) throws IOException {
        Optional<PreviewAnswer> held = answer(run);
        if (held.isEmpty()) {
            visit.show(
                    "simulation",
                    visit.words().of("Bản nháp thay đổi thư nào", "What the draft changes"),
                    new RunView(Addresses.PREVIEW + "/" + run.id(), Addresses.PREVIEW, false, run));
            return;
        }
        show(visit, run, held.get());
    }

    private void show(Visit visit, Run run, PreviewAnswer answer) {
        String change = PreviewView.CHANGES.contains(visit.query("loai")) ? visit.query("loai") : "";
        List<PreviewView.Letter> letters = answer.letters().stream()
                .filter(letter -> change.isEmpty() || letter.change().equals(change))
                .toList();
        Map<String, Long> counts = new LinkedHashMap<>();
        PreviewView.CHANGES.forEach(each -> counts.put(each, 0L));
        counts.putAll(answer.letters().stream()
                .collect(Collectors.groupingBy(PreviewView.Letter::change, Collectors.counting())));
        visit.show(
                "preview",
                visit.words().of("Bản nháp thay đổi thư nào", "What the draft changes"),
                new PreviewView(
                        run,
                        Addresses.PREVIEW + "/" + run.id(),
                        answer.changes(),
                        counts,
                        change,
                        PagedLines.of(
                                letters,
                                letter -> nameOf(letter.agency()) + " " + letter.agency() + " " + letter.to() + " "
                                        + letter.subject(),
                                visit.query("tim"),
                                visit.query("trang"),
                                LETTERS),
                        answer.verdicts().stream().limit(VERDICTS).toList(),
                        answer.verdicts().size(),
                        this::nameOf));
    }

    private String nameOf(String unit) {
        return registry.get().latest(unit).map(Agency::name).orElse(unit);
    }

    private synchronized Optional<PreviewAnswer> answer(Run run) throws IOException {
        Kept known = kept;
        if (known != null && known.id().equals(run.id())) {
            return Optional.of(known.answer());
        }
        Optional<InputStream> json = rehearsals.answer(run);
        if (json.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = json.get()) {
            PreviewAnswer read = PreviewAnswer.read(in);
            kept = new Kept(run.id(), read);
            return Optional.of(read);
        }
    }

    private void letter(Visit visit) throws IOException {
        Optional<Run> run = rehearsals
                .run(visit.path("id"))
                .filter(done -> done.kind() == Kind.PREVIEW && done.state() == State.DONE);
        String number = visit.path("number");
        List<PreviewView.Letter> letters = run.isEmpty()
                ? List.of()
                : answer(run.get()).map(PreviewAnswer::letters).orElse(List.of());
        if (!number.matches("\\d{1,6}") || Integer.parseInt(number) >= letters.size()) {
            visit.notFound();
            return;
        }
        PreviewView.Letter letter = letters.get(Integer.parseInt(number));
        visit.show(
                "preview-letter",
                letter.subject(),
                new PreviewView.Pair(
                        Addresses.PREVIEW + "/" + run.orElseThrow().id(), nameOf(letter.agency()), letter));
    }
}
