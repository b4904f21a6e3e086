package org.renkei.verification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.renkei.database.OwnPostgres;
import org.renkei.keys.OwnKeys;
import org.renkei.keys.PartnerCards;
import org.renkei.keys.Partners;
import org.renkei.settings.NodeSettings;
import org.renkei.verification.Verifying.Part;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Looks through everything that was sealed at a node that does not run; it changes nothing.
public final class StoppedNode {
    private StoppedNode() {}

    /// @throws IllegalStateException saying why it cannot be looked at
    public static Verification.Report verify(NodeSettings settings) {
        var external = settings.database();
        if (external != null) {
            try {
                var file = external.passwordFile();
                var password = file == null ? "" : Files.readString(file).strip();
                return look(settings, external.url(), external.user(), password);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        var folder = settings.data().resolve("postgres");
        if (!Files.exists(folder.resolve("data").resolve("PG_VERSION"))) {
            throw new IllegalStateException(settings.data() + " holds no node");
        }
        if (Files.exists(folder.resolve("data").resolve("postmaster.pid"))) {
            throw new IllegalStateException(
                    settings.node() + " runs, or did not end in good order: use --url, or start and stop it first");
        }
        try (var server = OwnPostgres.start(folder)) {
            return look(settings, server.url(), server.user(), server.password());
        }
    }

    private static Verification.Report look(NodeSettings settings, String url, String user, String password) {
        var began = System.nanoTime();
        var keys = OwnKeys.open(settings);
        var partners = Partners.open(settings);
        var jdbc = JdbcClient.create(new DriverManagerDataSource(url, user, password));
        if (PartnerCards.isKept(jdbc)) {
            PartnerCards.read(jdbc, partners);
        }
        var verifying = new Verifying(jdbc, settings.node(), keys::verify, partners);
        var parts = new ArrayList<Part>();
        parts.add(verifying.audit(settings.data()));
        parts.addAll(verifying.ledgers());
        parts.addAll(verifying.copies());
        return new Verification.Report(Instant.now(), Duration.ofNanos(System.nanoTime() - began), parts);
    }
}
