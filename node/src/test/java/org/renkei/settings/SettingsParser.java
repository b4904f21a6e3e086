package org.renkei.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Reads settings from bytes, by way of a file.
public final class SettingsParser {
    private final Path file;

    public SettingsParser() {
        try {
            var folder = Files.createTempDirectory("renkei-settings");
            folder.toFile().deleteOnExit();
            file = folder.resolve("node.yaml");
            file.toFile().deleteOnExit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void read(byte[] input) throws IOException {
        Files.write(file, input);
        SettingsFile.read(file);
    }

    public List<String> samples() {
        return List.of("renkei:\n  node: JPN/ichigaya\n", """
                renkei:
                  node: JPN/kumamoto-jcp
                  name: {en: Kumamoto, ja: 熊本}
                  data: var
                  exercise: true
                  api: {address: 127.0.0.1, port: 9000, url: "http://localhost:9000"}
                  sign-in:
                    passwords: true
                    provider: {issuer: "https://id.example", client-id: renkei, client-secret-file: node.yaml, roles: {a: auditor}}
                  link: {address: 0.0.0.0, port: 9081, transports: [tcp]}
                  attachments: {max-bytes: 1000}
                  review: {author-approves: true}
                  picture: {kept-days: 7, coarse: [{feed: bay, label: UNCLASSIFIED//PUBLIC}]}
                  feeds:
                    - {id: bay, kind: ais, source: "tcp://10.0.0.2:4001", label: UNCLASSIFIED//PUBLIC, started: false}
                    - {id: sky, kind: aircraft-json, source: "https://sky.example/a", label: SECRET//PUBLIC, poll-seconds: 2}
                    - {id: cap, kind: cap, source: "push:", label: UNCLASSIFIED//PUBLIC, signatures: require, signers: node.yaml}
                    - {id: uav, kind: mavlink, source: "udp://0.0.0.0:14550", label: SECRET, signed-only: false}
                    - {id: now, kind: geojson, source: "https://a.example/", label: SECRET, yields: features, members: {id: a, speed-unit: kn}}
                  database: {url: "jdbc:postgresql://127.0.0.1/renkei", user: renkei, password-file: node.yaml}
                  backup: {folder: ../kept, hours: 12, keep: 3}
                  partners:
                    - card: node.yaml
                      fingerprint: "abc"
                      dial: 127.0.0.1:9082
                      clearance: SECRET
                      caveats: [RELIEF-OPS]
                      purposes: [LOGISTICS]
                      via: [USA/yokota]
                      relay: true
                      relay-quota: 12
                """);
    }
}
