package org.renkei;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.renkei.federation.Links;
import org.renkei.federation.ParcelOffice;
import org.renkei.verification.Verification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// What goes to partners: links and parcels. They open when the ledgers have been looked through, so that nothing
/// which was changed while the node was away is signed or sent. Screens do not wait for that.
@Component
class Outward {
    private static final Logger LOG = LoggerFactory.getLogger(Outward.class);
    /// A node with ledgers of usual size is ready with its links; one with very large ones before them.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Links links;
    private final ParcelOffice parcels;
    private final Verification verification;
    private boolean closed;

    Outward(Links links, ParcelOffice parcels, Verification verification) {
        this.links = links;
        this.parcels = parcels;
        this.verification = verification;
    }

    void start() {
        parcels.open();
        var opened = verification.begin(this::open);
        try {
            opened.copy().orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof TimeoutException)) {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
            LOG.info("the ledgers are still being looked through; links open after that");
            opened.exceptionally(failure -> {
                LOG.error("the links could not be opened", failure);
                return null;
            });
        }
    }

    private synchronized void open() {
        if (!closed) {
            links.start();
            parcels.start();
        }
    }

    synchronized void stop() {
        closed = true;
        parcels.stop();
        links.stop();
    }
}
