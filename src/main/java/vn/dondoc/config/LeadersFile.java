package vn.dondoc.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.dondoc.config.Recipients.DigestKind;
import vn.dondoc.config.Recipients.Recipient;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.AgencyGroup;
import vn.dondoc.facts.Level;
import vn.dondoc.facts.Registry;
import vn.dondoc.reading.Nearest;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.VietnameseText;
import vn.dondoc.reading.YamlSection;

/** Reads {@code config/leaders.yaml}. */
public final class LeadersFile {
    private final Registry registry;

    private LeadersFile(Registry registry) {
        this.registry = registry;
    }

    /** @param registry knows the units that may be in a leader's field; of an empty one no unit is missed */
    public static Recipients read(Path file, Registry registry, Problems problems) {
        YamlSection section = YamlSection.read(file, problems);
        LeadersFile reading = new LeadersFile(registry);
        Recipients recipients =
                new Recipients(reading.list(section, "leaders"), reading.list(section, "administrators"));
        section.finish();
        return recipients;
    }

    private List<Recipient> list(YamlSection file, String key) {
        List<Recipient> recipients = new ArrayList<>();
        Set<String> addresses = new HashSet<>();
        for (YamlSection entry : file.sections(key)) {
            Recipient recipient = new Recipient(
                    VietnameseText.oneLine(entry.requiredText("title")),
                    VietnameseText.oneLine(entry.text("field", "")),
                    entry.requiredText("address"),
                    units(entry),
                    digest(entry));
            refuseBadAddress(entry, recipient.address());
            if (!addresses.add(VietnameseText.key(recipient.address()))) {
                entry.refuse("address", "địa chỉ này đã có ở trên", "mỗi nơi nhận ghi một lần");
            }
            recipients.add(recipient);
        }
        if (recipients.isEmpty()) {
            file.refuse(key, "chưa có người nhận nào", "ghi ít nhất một khối title và address");
        }
        return recipients;
    }

    private Set<String> units(YamlSection entry) {
        Set<String> named = new TreeSet<>();
        for (String written : entry.texts("units")) {
            Set<String> found = unitsCalled(written.strip());
            if (found.isEmpty() && !registry.forms().isEmpty()) {
                List<String> known = new ArrayList<>(AgencyGroup.allWords());
                known.addAll(registry.ids());
                entry.refuse(
                        "units", "không có đơn vị hay nhóm đơn vị “" + written + "”", Nearest.hint(written, known));
            }
            named.addAll(found);
        }
        return withCommunes(named);
    }

    private Set<String> unitsCalled(String written) {
        Optional<AgencyGroup> group = AgencyGroup.named(written);
        Set<String> ids = new TreeSet<>();
        registry.forms().stream()
                .filter(form -> form.id().equals(written)
                        || group.filter(g -> g.has(form)).isPresent())
                .map(Agency::id)
                .forEach(ids::add);
        return ids;
    }

    private Set<String> withCommunes(Set<String> named) {
        Set<String> units = new TreeSet<>(named);
        registry.forms().stream()
                .filter(form -> form.level() == Level.COMMUNE && named.contains(form.parent()))
                .map(Agency::id)
                .forEach(units::add);
        return units;
    }

    private DigestKind digest(YamlSection entry) {
        List<String> words =
                Arrays.stream(DigestKind.values()).map(DigestKind::word).toList();
        String written = entry.oneOf("digest", words, DigestKind.PROVINCE.word());
        DigestKind kind = DigestKind.values()[words.indexOf(written)];
        if (kind == DigestKind.FIELD && !entry.has("units")) {
            entry.refuse(
                    "digest",
                    "“" + written + "” cần biết các đơn vị thuộc lĩnh vực",
                    "ghi thêm units: [mã đơn vị, …], hoặc digest: toàn tỉnh");
        }
        return kind;
    }

    private void refuseBadAddress(YamlSection entry, String address) {
        if (!address.isEmpty() && !address.matches(SettingReader.ADDRESS)) {
            entry.refuse(
                    "address", "“" + address + "” không phải địa chỉ thư", "ghi dạng ten@don-vi.example, không dấu");
        }
    }
}
