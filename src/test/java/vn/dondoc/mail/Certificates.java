package vn.dondoc.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Certificates made by the JDK's keytool: each with its key, and with the trust that would accept it. */
public final class Certificates {
    private static final String PASSWORD = "changeit";

    private Certificates() {}

    /** @param host as keytool's subject alternative name: {@code ip:127.0.0.1} */
    public static SSLContext trusted(Path folder, String name, String host) throws Exception {
        Path file = folder.resolve(name + ".p12");
        keytool(file, "-alias", "k", "-dname", "CN=" + name, "-ext", "san=" + host);
        return context(file, "k");
    }

    /** One that was valid for a year, until a year ago, of an authority that is trusted and still valid. */
    public static SSLContext expired(Path folder, String name, String host) throws Exception {
        Path file = folder.resolve(name + ".p12");
        keytool(
                file,
                "-alias",
                "authority",
                "-dname",
                "CN=authority",
                "-ext",
                "bc:c",
                "-startdate",
                "-3y",
                "-validity",
                "3650");
        keytool(
                file,
                "-alias",
                "k",
                "-signer",
                "authority",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=" + host,
                "-startdate",
                "-2y",
                "-validity",
                "365");
        return context(file, "authority");
    }

    private static void keytool(Path file, String... options) throws Exception {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> command = new ArrayList<>(List.of(keytool, "-genkeypair", "-keyalg", "EC"));
        command.addAll(List.of("-keystore", file.toString(), "-storepass", PASSWORD));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static SSLContext context(Path file, String trusted) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        // a key entry is no trust anchor: the certificate goes in by itself
        KeyStore anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, null);
        anchors.setCertificateEntry("trusted", keys.getCertificate(trusted));
        if (!trusted.equals("k")) {
            keys.deleteEntry(trusted);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD.toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(anchors);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
