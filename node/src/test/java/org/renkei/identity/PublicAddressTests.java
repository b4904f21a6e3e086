package org.renkei.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.identity.passkey.Place;
import org.renkei.settings.SettingsFile;

class PublicAddressTests {
    @TempDir
    Path folder;

    @Test
    void withoutTlsItIsLocalhostWhateverTheNumber() throws IOException {
        assertThat(address("").place(8081)).contains(new Place("http://localhost:8081", "localhost"));
    }

    @Test
    void theSettingCountsMost() throws IOException, GeneralSecurityException, InterruptedException {
        certificate("dns:other.example");
        assertThat(address(", url: \"https://renkei.example\", tls: {certificate: node.crt, key: node.crt}")
                        .place(8443))
                .contains(new Place("https://renkei.example", "renkei.example"));
    }

    @Test
    void overTlsItIsTheFirstNameInTheCertificate() throws IOException, GeneralSecurityException, InterruptedException {
        certificate("ip:192.0.2.1,dns:*.example,dns:renkei.example,dns:other.example");
        var address = address(", tls: {certificate: node.crt, key: node.crt}");
        assertThat(address.place(8443)).contains(new Place("https://renkei.example:8443", "renkei.example"));
        assertThat(address.place(443)).contains(new Place("https://renkei.example", "renkei.example"));
    }

    @Test
    void aNumberIsNoPlaceForPasskeys() throws IOException, GeneralSecurityException, InterruptedException {
        certificate("ip:192.0.2.1");
        var tls = ", tls: {certificate: node.crt, key: node.crt}";
        assertThat(address(tls).place(8443)).isEmpty();
        assertThat(address(", url: \"https://192.0.2.1:8443\"" + tls).place(8443))
                .isEmpty();
    }

    private PublicAddress address(String more) throws IOException {
        var file = folder.resolve("node.yaml");
        Files.writeString(file, "renkei:\n  node: JPN/test\n  api: {address: 127.0.0.1, port: 0" + more + "}\n");
        return new PublicAddress(SettingsFile.read(file));
    }

    private void certificate(String names) throws IOException, GeneralSecurityException, InterruptedException {
        var store = folder.resolve("store.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "node",
                        "-dname",
                        "CN=node",
                        "-ext",
                        "san=" + names,
                        "-storepass",
                        "changeit",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString())
                .inheritIO()
                .start();
        assertThat(made.waitFor()).isZero();
        var certificate =
                KeyStore.getInstance(store.toFile(), "changeit".toCharArray()).getCertificate("node");
        Files.writeString(
                folder.resolve("node.crt"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
    }
}
