package vn.dondoc.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.dondoc.config.Recipients.Recipient;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.VietnameseText;
import vn.dondoc.reading.YamlSection;

/** Reads {@code config/leaders.yaml}. */
public final class LeadersFile {
    private LeadersFile() {}

    public static Recipients read(Path file, Problems problems) {
        YamlSection section = YamlSection.read(file, problems);
        Recipients recipients =
                new Recipients(list(section, "leaders", problems), list(section, "administrators", problems));
        section.finish();
        return recipients;
    }

    private static List<Recipient> list(YamlSection file, String key, Problems problems) {
        List<Recipient> recipients = new ArrayList<>();
        Set<String> addresses = new HashSet<>();
        for (YamlSection entry : file.sections(key)) {
            Recipient recipient = new Recipient(
                    VietnameseText.oneLine(entry.requiredText("title")),
                    VietnameseText.oneLine(entry.text("field", "")),
                    entry.requiredText("address"));
            refuseBadAddress(entry, recipient.address(), problems);
            if (!addresses.add(VietnameseText.key(recipient.address()))) {
                problems.add(entry.place("address"), "địa chỉ này đã có ở trên", "mỗi nơi nhận ghi một lần");
            }
            recipients.add(recipient);
        }
        if (recipients.isEmpty()) {
            problems.add(file.place(key), "chưa có người nhận nào", "ghi ít nhất một khối title và address");
        }
        return recipients;
    }

    private static void refuseBadAddress(YamlSection entry, String address, Problems problems) {
        if (!address.isEmpty() && !address.matches(SettingReader.ADDRESS)) {
            problems.add(
                    entry.place("address"),
                    "“" + address + "” không phải địa chỉ thư",
                    "ghi dạng ten@don-vi.example, không dấu");
        }
    }
}
