package vn.dondoc.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.reading.FaultyFileException;

class AckLinksTest {
    private static final String ADDRESS = "https://dondoc.quangngai.example";
    private static final String KEY = "so-y-te@quangngai.example|reminder|2017-12-18";
    private static final LocalDate DAY = LocalDate.of(2017, 12, 18);

    @TempDir
    private Path folder;

    private Path secret;

    @BeforeEach
    void no_secret_yet() {
        secret = folder.resolve("data/ack-secret");
    }

    @Test
    void without_a_public_address_there_is_no_link_and_no_secret() {
        assertThat(new AckLinks("", SigningKey.in(secret), 30).linkFor(KEY, DAY))
                .isEmpty();
        assertThat(secret).doesNotExist();
    }

    @Test
    void the_secret_is_made_once_for_its_owner_only() throws IOException {
        String link = links(30).linkFor(KEY, DAY);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
        assertThat(links(30).linkFor(KEY, DAY)).as("after a restart").isEqualTo(link);
        assertThat(secret.getParent()).isDirectoryContaining(secret::equals);
        try (var files = Files.list(secret.getParent())) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void a_link_names_neither_recipient_nor_secret_and_tells_letters_and_days_apart() throws IOException {
        String link = links(30).linkFor(KEY, DAY);
        assertThat(link)
                .startsWith(ADDRESS + "/hen-nop/")
                .doesNotContain("so-y-te", Files.readString(secret).strip());
        assertThat(links(30).linkFor(KEY + "x", DAY)).isNotEqualTo(link);
        assertThat(links(31).linkFor(KEY, DAY)).isNotEqualTo(link);
    }

    @Test
    void a_link_is_read_back_with_the_same_secret_only() {
        String token = links(30).linkFor(KEY, DAY).substring((ADDRESS + AckLinks.PATH).length());
        assertThat(links(30).read(token))
                .get()
                .satisfies(read -> assertThat(read.lastDay()).isEqualTo("2018-01-17"));
        AckLinks elsewhere = new AckLinks(ADDRESS, SigningKey.in(folder.resolve("other-secret")), 30);
        assertThat(elsewhere.read(token)).isEmpty();
    }

    @Test
    void a_broken_secret_is_refused_without_being_shown() throws IOException {
        Files.createDirectories(secret.getParent());
        Files.writeString(secret, "bí mật");
        assertThatThrownBy(() -> links(30).linkFor(KEY, DAY))
                .isInstanceOf(FaultyFileException.class)
                .hasMessageContaining("ack-secret")
                .hasMessageNotContaining("bí mật");
    }

    private AckLinks links(int days) {
        return new AckLinks(ADDRESS, SigningKey.in(secret), days);
    }
}
