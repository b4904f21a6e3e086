package org.renkei;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.renkei.audit.AuditSeals;
import org.renkei.backup.Backups;
import org.renkei.backup.UpgradePermission;
import org.renkei.database.RowSeals;
import org.renkei.federation.KeyDesk;
import org.renkei.kernel.clock.HybridClock;
import org.renkei.keys.OwnKeys;
import org.renkei.keys.Partners;
import org.renkei.ledger.Ledgers;
import org.renkei.party.PartyRegister;
import org.renkei.records.Records;
import org.renkei.release.ReleaseClock;
import org.renkei.settings.NodeSettings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.GenericApplicationContext;

/// One running node, put together from its settings.
@SpringBootApplication
public class NodeApplication {
    /// A partner's clock may be so far ahead of ours and still set ours forward.
    private static final long MAX_DRIFT_MICROS = 5L * 60 * 1_000_000;

    /// Starts a node; it is ready when this returns.
    public static ConfigurableApplicationContext start(NodeSettings settings) {
        return start(settings, Clock.systemUTC());
    }

    /// The same by a clock of the caller's.
    public static ConfigurableApplicationContext start(NodeSettings settings, Clock clock) {
        return start(settings, clock, new UpgradePermission(false));
    }

    /// @param permission what was said about a database of an older version
    public static ConfigurableApplicationContext start(
            NodeSettings settings, Clock clock, UpgradePermission permission) {
        var application = new SpringApplication(NodeApplication.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setDefaultProperties(properties(settings));
        application.addInitializers(context -> {
            var beans = (GenericApplicationContext) context;
            beans.registerBean(NodeSettings.class, () -> settings);
            beans.registerBean(Clock.class, () -> clock);
            beans.registerBean(UpgradePermission.class, () -> permission);
        });
        return application.run();
    }

    private static Map<String, Object> properties(NodeSettings settings) {
        var properties = new HashMap<String, Object>();
        properties.put("server.address", settings.api().host());
        properties.put("server.port", settings.api().port());
        var tls = settings.apiTls();
        if (tls != null) {
            properties.put(
                    "spring.ssl.bundle.pem.api.keystore.certificate",
                    tls.certificate().toString());
            properties.put(
                    "spring.ssl.bundle.pem.api.keystore.private-key", tls.key().toString());
            properties.put("server.ssl.bundle", "api");
            properties.put("server.ssl.enabled-protocols", "TLSv1.3");
            if (tls.clientCertificates()) {
                properties.put("server.ssl.client-auth", "want");
                // It warns that TLS 1.3 cannot ask later; this asks at the beginning.
                properties.put("logging.level.org.apache.tomcat.util.net.SSLUtilBase", "error");
            }
        }
        return properties;
    }

    @Bean
    RowSeals rowSeals(NodeSettings settings) {
        return RowSeals.open(settings.data());
    }

    @Bean
    OwnKeys ownKeys(NodeSettings settings) {
        return OwnKeys.open(settings);
    }

    @Bean
    Partners partners(NodeSettings settings) {
        return Partners.open(settings);
    }

    @Bean
    HybridClock hybridClock(Records records) {
        return new HybridClock(records.latestTime(), MAX_DRIFT_MICROS);
    }

    /// Fills the register, opens the ledgers, sees what has changed or ended since, looks through the ledgers, and only
    /// then opens the links; closes them first.
    @Bean
    SmartLifecycle nodeLifecycle(
            PartyRegister register,
            Ledgers ledgers,
            FirstSealing sealing,
            AfterRestore restored,
            ReleaseClock releases,
            KeyDesk keys,
            Outward outward,
            Passage passage,
            Backups backups,
            AuditSeals seals) {
        return new SmartLifecycle() {
            private volatile boolean running;

            @Override
            public void start() {
                register.load();
                sealing.run();
                ledgers.open();
                keys.open();
                restored.run();
                releases.start();
                passage.start();
                outward.start();
                backups.start();
                seals.start();
                running = true;
            }

            @Override
            public void stop() {
                outward.stop();
                passage.stop();
                seals.stop();
                running = false;
            }

            @Override
            public boolean isRunning() {
                return running;
            }
        };
    }
}
