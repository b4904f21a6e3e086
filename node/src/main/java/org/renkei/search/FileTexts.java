package org.renkei.search;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.renkei.attachments.ListedContents;
import org.renkei.attachments.ListedContents.Held;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.record.Attachment;
import org.renkei.records.StoredRecord;
import org.renkei.search.extraction.Format;
import org.renkei.search.extraction.PlainText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The texts of files that are here, taken out on a thread of its own, one file at a time: the index never
/// waits for a file, and whoever searches does not either.
@Component
class FileTexts {
    /// Characters that are taken of one file.
    static final int MOST = 200_000;

    private static final Logger LOG = LoggerFactory.getLogger(FileTexts.class);
    /// A larger file is not read.
    private static final long LARGEST = 16L << 20;

    private final ListedContents contents;
    private final Map<Hash, Wanted> wanted = new LinkedHashMap<>();
    private final Map<Hash, String> taken = new HashMap<>();
    private @Nullable Thread worker;

    /// A file whose text is to be taken out, and who waits for it.
    private record Wanted(Held held, Format format, Set<UUID> records) {}

    /// The text of a file.
    record FileText(Hash digest, String text) {}

    /// What is known of the files of one record.
    ///
    /// @param here how many contents are here of which there is nothing more to be known
    record Known(List<FileText> texts, int here) {
        static final Known NOTHING = new Known(List.of(), 0);
    }

    FileTexts(ListedContents contents) {
        this.contents = contents;
    }

    /// @param again is given records of which a text was taken out
    synchronized void start(Consumer<Set<UUID>> again) {
        worker = Thread.ofPlatform()
                .name("search-files")
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .start(() -> run(again));
    }

    void stop() throws InterruptedException {
        Thread ending;
        synchronized (this) {
            ending = worker;
            worker = null;
            wanted.clear();
        }
        if (ending != null) {
            ending.interrupt();
            ending.join();
        }
    }

    /// How many contents of these records are here, whether they have a text or not. To be called within a
    /// transaction.
    Map<UUID, Integer> count(Map<UUID, String> origins) {
        return contents.list(origins).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().size()));
    }

    /// What is here of the contents of these records. To be called within a transaction.
    Map<UUID, List<Held>> list(List<StoredRecord> records) {
        return contents.list(records.stream().collect(Collectors.toMap(StoredRecord::id, StoredRecord::origin)));
    }

    /// What is known of the files that the newest revisions list; what is not is taken out later.
    ///
    /// @param held from [#list]
    /// @param index that may hold texts
    Map<UUID, Known> of(List<StoredRecord> records, Map<UUID, List<Held>> held, SearchIndex index) throws IOException {
        var known = new HashMap<UUID, Known>();
        for (var record : records) {
            var here = held.get(record.id());
            if (here != null) {
                known.put(record.id(), known(record, here, index));
            }
        }
        return known;
    }

    private static List<Attachment> listed(StoredRecord record) {
        var content = record.content();
        return content == null ? List.of() : Attachment.listIn(content.body());
    }

    private Known known(StoredRecord record, List<Held> held, SearchIndex index) throws IOException {
        var here = held.stream().collect(Collectors.toMap(Held::digest, one -> one, (a, b) -> a));
        var texts = new LinkedHashMap<Hash, FileText>();
        var missing = 0;
        for (var one : listed(record)) {
            var content = here.get(one.digest());
            var format = content == null || content.size() > LARGEST
                    ? Optional.<Format>empty()
                    : Format.of(one.type(), one.name());
            if (content == null || format.isEmpty() || texts.containsKey(one.digest())) {
                continue;
            }
            var text = find(one.digest(), index);
            if (text == null) {
                want(record.id(), content, format.get());
                missing++;
            } else {
                texts.put(one.digest(), new FileText(one.digest(), text));
            }
        }
        return new Known(List.copyOf(texts.values()), held.size() - missing);
    }

    private @Nullable String find(Hash digest, SearchIndex index) throws IOException {
        synchronized (this) {
            var text = taken.get(digest);
            if (text != null) {
                return text;
            }
        }
        return index.findText(digest);
    }

    private synchronized void want(UUID record, Held held, Format format) {
        wanted.computeIfAbsent(held.digest(), key -> new Wanted(held, format, new HashSet<>()))
                .records()
                .add(record);
        notifyAll();
    }

    /// What was taken out is in the index by now.
    synchronized void forget(Collection<Known> known) {
        known.forEach(one -> one.texts().forEach(text -> taken.remove(text.digest())));
    }

    private void run(Consumer<Set<UUID>> again) {
        try {
            while (true) {
                var next = next();
                var text = text(next);
                synchronized (this) {
                    if (worker != Thread.currentThread()) {
                        return;
                    }
                    taken.put(next.held().digest(), text);
                    wanted.remove(next.held().digest());
                }
                again.accept(next.records());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Wanted next() throws InterruptedException {
        while (wanted.isEmpty()) {
            wait();
        }
        return wanted.values().iterator().next();
    }

    /// Nothing where it cannot be taken out.
    private String text(Wanted wanted) throws InterruptedException {
        try {
            var text = wanted.format().isApart()
                    ? TextProcess.read(wanted.format(), out -> contents.copy(wanted.held(), out), MOST)
                            .orElse("")
                    : plain(wanted.held());
            return TextFields.normalize(text.replace('\0', ' '));
        } catch (IOException | RuntimeException e) {
            LOG.info("no text was taken out of the file {}: {}", wanted.held().digest(), e.toString());
            return "";
        }
    }

    private String plain(Held held) throws IOException {
        var out = new Head(4 * MOST);
        try {
            contents.copy(held, out);
        } catch (Head.Full e) {
            // The rest is not wanted.
        }
        var text = PlainText.read(out.toByteArray());
        return text.length() <= MOST ? text : text.substring(0, MOST);
    }

    /// The beginning of what is written.
    private static final class Head extends OutputStream {
        private final int most;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Head(int most) {
            this.most = most;
        }

        static final class Full extends IOException {
            private static final long serialVersionUID = 1;
        }

        byte[] toByteArray() {
            return bytes.toByteArray();
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] some, int from, int count) throws IOException {
            bytes.write(some, from, Math.min(count, most - bytes.size()));
            if (bytes.size() >= most) {
                throw new Full();
            }
        }
    }
}
