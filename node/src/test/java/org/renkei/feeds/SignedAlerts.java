package org.renkei.feeds;

import static org.renkei.feeds.Feeds.sample;

import java.time.Instant;
import java.util.Locale;
import org.renkei.settings.FeedReading;
import org.renkei.settings.FeedReading.Signatures;
import org.renkei.testing.Machine;

/// The check of signatures, for tests outside this package.
public final class SignedAlerts {
    private static final String SAMPLE = Signed.by(Machine.make(), sample("alert.xml"));

    private SignedAlerts() {}

    public static String sampleAlert() {
        return SAMPLE;
    }

    /// @return why it was refused; empty when it was not
    public static String check(byte[] alert) {
        try {
            new CapSignatures(new FeedReading.Alerts(Signatures.CHECK, null)).check(alert, Instant.now());
            return "";
        } catch (FeedException e) {
            return e.reason().text(Locale.ENGLISH);
        }
    }
}
