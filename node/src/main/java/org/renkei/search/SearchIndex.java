package org.renkei.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ledger.Hash;
import org.renkei.records.Bodies;
import org.renkei.records.StoredRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the newest revision of each record says, and each file that it lists, in a folder of this node. It
/// is no store: it may be thrown away at any time and is made again from the records.
final class SearchIndex implements AutoCloseable {
    static final String KIND = "kind";
    static final String PARTY = "party";
    /// Whether a document is of a record or of a file that a record lists.
    static final String WHAT = "what";
    static final String RECORD = "record";
    static final String FILE = "file";

    /// Counted up when the same text would be taken apart differently.
    private static final String FORMAT = "2";
    private static final String ID = "id";
    private static final String SEQ = "seq";
    private static final String STORED = "stored";
    /// A file of which there is nothing to be found.
    private static final String NOTHING = "nothing";
    private static final String DIGEST = "digest";
    private static final String TEXT = "text";
    private static final String FILES = "files";
    private static final Set<String> OF_CANDIDATE = Set.of(ID, STORED, DIGEST, FILES);
    private static final double BUFFER_MEGABYTES = 16;
    private static final Sort NEWEST_FIRST = new Sort(new SortField(SEQ, SortField.Type.LONG, true));

    private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);

    private final Analyzer analyzer;
    private final FSDirectory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    /// A record that may say what is looked for, or a file that does and a record that lists it.
    ///
    /// @param storedAt of the state that was indexed, microseconds since 1970
    /// @param file SHA-256; null for what the record says itself
    record Candidate(UUID id, long storedAt, @Nullable Hash file) {}

    /// What is known of a record.
    ///
    /// @param storedAt microseconds since 1970
    /// @param files how many contents were here and looked into
    record State(long storedAt, int files) {}

    private SearchIndex(Analyzer analyzer, FSDirectory directory, IndexWriter writer) throws IOException {
        this.analyzer = analyzer;
        this.directory = directory;
        this.writer = writer;
        this.searchers = new SearcherManager(writer, new SearcherFactory());
    }

    /// Opens the index of a folder; one that is broken or was made in another way is emptied.
    ///
    /// @throws LockObtainFailedException while somebody else has it open
    static SearchIndex open(Path folder, Analyzer analyzer) throws IOException {
        Files.createDirectories(folder);
        try {
            var index = open(folder, analyzer, IndexWriterConfig.OpenMode.CREATE_OR_APPEND);
            if (index.isCurrent()) {
                return index;
            }
            index.close();
            LOG.info("the search index was made in another way and is made anew");
        } catch (LockObtainFailedException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("the search index cannot be read and is made anew: {}", e.toString());
        }
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        return open(folder, analyzer, IndexWriterConfig.OpenMode.CREATE);
    }

    private static SearchIndex open(Path folder, Analyzer analyzer, IndexWriterConfig.OpenMode mode)
            throws IOException {
        var directory = FSDirectory.open(folder);
        try {
            var config = new IndexWriterConfig(analyzer).setOpenMode(mode).setRAMBufferSizeMB(BUFFER_MEGABYTES);
            return new SearchIndex(analyzer, directory, new IndexWriter(directory, config));
        } catch (IOException | IllegalArgumentException e) {
            directory.close();
            throw e;
        }
    }

    private boolean isCurrent() {
        var data = writer.getLiveCommitData();
        if (data == null) {
            return writer.getDocStats().maxDoc == 0;
        }
        for (var entry : data) {
            if (entry.getKey().equals("format")) {
                return entry.getValue().equals(FORMAT);
            }
        }
        return false;
    }

    /// How its text is taken apart, and so has to be what is looked for.
    Analyzer analyzer() {
        return analyzer;
    }

    /// Takes in records as they are stored now. One whose content is gone stays known, without a word.
    ///
    /// @param files what is known of the files that they list
    void put(Collection<StoredRecord> records, Map<UUID, FileTexts.Known> files) throws IOException {
        for (var record : records) {
            var known = files.getOrDefault(record.id(), FileTexts.Known.NOTHING);
            var documents = new ArrayList<Document>();
            var itself = document(record, RECORD);
            itself.add(new StoredField(FILES, known.here()));
            var content = record.content();
            if (content != null) {
                say(itself, TextFields.normalize(Bodies.text(content.body())));
            }
            documents.add(itself);
            for (var file : known.texts()) {
                var document = document(record, file.text().isBlank() ? NOTHING : FILE);
                document.add(new StringField(DIGEST, file.digest().hex(), Store.YES));
                document.add(new StoredField(TEXT, file.text()));
                say(document, file.text());
                documents.add(document);
            }
            writer.updateDocuments(new Term(ID, record.id().toString()), documents);
        }
    }

    private static Document document(StoredRecord record, String what) {
        var document = new Document();
        document.add(new StringField(ID, record.id().toString(), Store.YES));
        document.add(new StringField(WHAT, what, Store.NO));
        document.add(new NumericDocValuesField(SEQ, record.seq()));
        document.add(new StoredField(STORED, micros(record.storedAt())));
        document.add(new StringField(KIND, record.kind(), Store.NO));
        document.add(new StringField(PARTY, record.party(), Store.NO));
        return document;
    }

    private static void say(Document document, String text) {
        TextFields.ALL.forEach(field -> document.add(new TextField(field, text, Store.NO)));
    }

    /// The text of a file, whichever record lists it; null when it was not taken out yet.
    @Nullable
    String findText(Hash digest) throws IOException {
        try (var reading = read(new MatchAllDocsQuery())) {
            return reading.text(digest);
        }
    }

    /// Of these records those that are known, with the state that was indexed.
    Map<UUID, State> known(Collection<UUID> ids) throws IOException {
        var known = new HashMap<UUID, State>();
        searchers.maybeRefreshBlocking();
        var searcher = searchers.acquire();
        try {
            var names = ids.stream().map(id -> new BytesRef(id.toString())).toList();
            var those = new BooleanQuery.Builder()
                    .add(new TermInSetQuery(ID, names), Occur.FILTER)
                    .add(new TermQuery(new Term(WHAT, RECORD)), Occur.FILTER)
                    .build();
            for (var found : searcher.search(those, Math.max(1, ids.size())).scoreDocs) {
                var document = searcher.storedFields().document(found.doc, OF_CANDIDATE);
                var files = document.getField(FILES).numericValue().intValue();
                known.put(UUID.fromString(document.get(ID)), new State(storedAt(document), files));
            }
        } finally {
            searchers.release(searcher);
        }
        return known;
    }

    /// Begins to read what matches, newest first; what is written meanwhile does not shift it.
    Reading read(Query query) throws IOException {
        searchers.maybeRefreshBlocking();
        return new Reading(query, searchers.acquire());
    }

    final class Reading implements AutoCloseable {
        private final Query query;
        private final IndexSearcher searcher;
        private @Nullable FieldDoc last;

        private Reading(Query query, IndexSearcher searcher) {
            this.query = query;
            this.searcher = searcher;
        }

        /// The next ones; empty at the end.
        List<Candidate> next(int limit) throws IOException {
            var found = searcher.searchAfter(last, query, limit, NEWEST_FIRST).scoreDocs;
            var candidates = new ArrayList<Candidate>();
            for (var one : found) {
                candidates.add(candidate(searcher, one));
                last = (FieldDoc) one;
            }
            return candidates;
        }

        /// The text of a file; null when it is not known.
        @Nullable
        String text(Hash digest) throws IOException {
            var found = searcher.search(new TermQuery(new Term(DIGEST, digest.hex())), 1).scoreDocs;
            return found.length == 0
                    ? null
                    : searcher.storedFields()
                            .document(found[0].doc, Set.of(TEXT))
                            .get(TEXT);
        }

        @Override
        public void close() throws IOException {
            searchers.release(searcher);
        }
    }

    private static Candidate candidate(IndexSearcher searcher, ScoreDoc found) throws IOException {
        var document = searcher.storedFields().document(found.doc, OF_CANDIDATE);
        var digest = document.get(DIGEST);
        return new Candidate(
                UUID.fromString(document.get(ID)), storedAt(document), digest == null ? null : Hash.parse(digest));
    }

    private static long storedAt(Document document) {
        return document.getField(STORED).numericValue().longValue();
    }

    /// Makes durable what was taken in.
    void commit() throws IOException {
        writer.setLiveCommitData(Map.of("format", FORMAT).entrySet());
        writer.commit();
    }

    static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    @Override
    public void close() throws IOException {
        try (directory;
                writer) {
            searchers.close();
        }
    }
}
