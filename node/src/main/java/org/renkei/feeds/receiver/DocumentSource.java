package org.renkei.feeds.receiver;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.renkei.settings.FeedSettings.Source.Poll;

/// An address that is asked again and again for a document, or for an index (Atom, RSS) of documents at the
/// same host,
/// each of which is fetched once.
final class DocumentSource implements LineSource {
    static final int LARGEST = 16 << 20;
    private static final int LARGEST_OF_INDEX = 4 << 20;
    private static final int REMEMBERED = 20_000;
    /// In one round; then the host is left alone until the next.
    private static final int MOST_FAULTS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Poll poll;
    private final boolean ofIndex;
    private final Duration patience;
    private final Map<String, Boolean> fetched = new LinkedHashMap<>();

    /// @param ofIndex whether the document may be an index
    DocumentSource(Poll poll, boolean ofIndex) {
        this(poll, ofIndex, PATIENCE);
    }

    DocumentSource(Poll poll, boolean ofIndex, Duration patience) {
        this.poll = poll;
        this.ofIndex = ofIndex;
        this.patience = patience;
    }

    @Override
    public void run(Intake intake) throws SourceFault, InterruptedException {
        try (var http = new HttpFetch(poll.address(), patience)) {
            while (true) {
                round(http, intake);
                Thread.sleep(poll.every());
            }
        }
    }

    private void round(HttpFetch http, Intake intake) throws SourceFault, InterruptedException {
        var document = http.fetch(poll.address(), LARGEST);
        intake.open();
        if (document.isEmpty()) {
            return;
        }
        var content = document.get().content();
        var index = ofIndex ? FeedIndex.find(content) : Optional.<FeedIndex>empty();
        if (index.isEmpty()) {
            intake.document(name(poll.address()), content);
            http.keep(poll.address(), document.get());
        } else if (follow(index.get(), document.get().from(), http, intake)) {
            http.keep(poll.address(), document.get());
        }
    }

    /// Each entry by itself: one that cannot be had is tried again in the next round.
    ///
    /// @return whether all could be had
    private boolean follow(FeedIndex index, URI from, HttpFetch http, Intake intake)
            throws SourceFault, InterruptedException {
        var faults = 0;
        for (var entry : index.entries()) {
            if (fetched.containsKey(entry.key())) {
                continue;
            }
            var address = http.permitted(from, entry.link());
            if (address.isEmpty()) {
                intake.refused("OTHER_HOST", entry.link());
                note(entry);
                continue;
            }
            try {
                var document = http.fetch(address.get(), LARGEST_OF_INDEX);
                if (document.isPresent()) {
                    intake.document(name(address.get()), document.get().content());
                }
                note(entry);
            } catch (SourceFault absent) {
                if (absent.fault() == FeedFault.NOT_TAKEN) {
                    throw absent;
                }
                intake.fault(absent);
                if (++faults == MOST_FAULTS) {
                    break;
                }
            }
        }
        return faults == 0;
    }

    private void note(FeedIndex.Entry entry) {
        fetched.put(entry.key(), true);
        if (fetched.size() > REMEMBERED) {
            fetched.remove(fetched.keySet().iterator().next());
        }
    }

    /// The path alone, and of its query nothing: it may be secret.
    private static String name(URI address) {
        var path = String.valueOf(address.getPath());
        return path.isEmpty() ? "/" : path;
    }
}
