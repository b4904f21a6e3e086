package org.renkei.command;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.renkei.feeds.FeedDraft;
import org.renkei.feeds.FeedItem;
import org.renkei.feeds.FeedReader;

/// Reads files in order and posts what is found in batches, in the same order.
final class ImportRun {
    private static final int BATCH = 500;

    private final BatchClient client;
    private final FeedReader reader;
    private final ImportProgress progress;
    private final Locale locale;
    private final ImportTally tally = new ImportTally();
    private final List<Waiting> waiting = new ArrayList<>();

    private record Waiting(String place, FeedDraft draft) {}

    ImportRun(BatchClient client, FeedReader reader, ImportProgress progress, Locale locale) {
        this.client = client;
        this.reader = reader;
        this.progress = progress;
        this.locale = locale;
    }

    /// @throws CommandException when the node cannot be worked with
    ImportTally run(List<Path> files) {
        try {
            for (Path file : files) {
                read(file);
            }
            post();
            return tally;
        } finally {
            progress.ends();
        }
    }

    private void read(Path file) {
        progress.fileStarts();
        long before = tally.found();
        try (InputStream in = new WatchedStream(Files.newInputStream(file))) {
            reader.read(in, item -> take(file, item));
        } catch (IOException e) {
            tally.refuse(file.toString(), String.valueOf(e.getMessage()));
        }
        progress.fileEnds(file.toString(), tally.found() - before);
    }

    private void take(Path file, FeedItem item) {
        String place = item.place().after(file.toString());
        switch (item) {
            case FeedItem.Read read -> {
                tally.read();
                waiting.add(new Waiting(place, read.draft()));
            }
            case FeedItem.Refused refused ->
                tally.refuse(place, refused.reason().text(locale));
        }
        if (waiting.size() == BATCH) {
            post();
        }
    }

    private void post() {
        if (!waiting.isEmpty()) {
            List<BatchOutcome> outcomes =
                    client.post(waiting.stream().map(Waiting::draft).toList());
            for (int i = 0; i < outcomes.size(); i++) {
                tally.add(waiting.get(i).place(), outcomes.get(i));
            }
            waiting.clear();
        }
        progress.show(tally.found());
    }

    private final class WatchedStream extends FilterInputStream {
        WatchedStream(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            progress.bytesRead(Math.max(count, 0));
            return count;
        }
    }
}
