package org.renkei.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.renkei.identity.Caller;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.record.Attachment;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.problem.Problem.FieldError;
import org.renkei.records.Bodies;
import org.renkei.records.RecordView;
import org.renkei.sight.Seen;
import org.renkei.sight.Showings;
import org.renkei.sight.Sight;
import org.renkei.sight.Sights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of search. The index proposes records by what is stored of them; whether one is found is
/// judged by the form that the caller sees, and so are order, counts and passages. What is not seen
/// leaves no trace in any of them.
@Service
public class SearchDesk {
    private static final int MOST_TEXT = 200;
    private static final int PAGE = 50;
    private static final int BATCH = 250;
    private static final int MOST_FOUND = 1_000;
    private static final int MOST_LOOKED_AT = 20_000;

    private final Indexer indexer;
    private final Sights sights;
    private final Showings showings;

    SearchDesk(Indexer indexer, Sights sights, Showings showings) {
        this.indexer = indexer;
        this.sights = sights;
        this.showings = showings;
    }

    /// @param order `newest` first, or `best` match first
    /// @param kind only of that kind; null for all
    /// @param party only of that nation's; null for all
    /// @param offset how many to pass over
    public record Wish(
            String text,
            String order,
            @Nullable String kind,
            @Nullable String party,
            int offset) {
        /// @throws Problem with everything that is wrong
        void check() {
            var errors = new ArrayList<FieldError>();
            if (text.isBlank() || text.length() > MOST_TEXT) {
                errors.add(new FieldError(
                        "/text",
                        "1 to " + MOST_TEXT + " characters to look for",
                        "検索語は 1〜" + MOST_TEXT + " 文字で入力してください"));
            }
            if (!order.equals("newest") && !order.equals("best")) {
                errors.add(new FieldError("/order", "'newest' or 'best'", "newest または best を指定してください"));
            }
            if (offset < 0 || offset > MOST_FOUND) {
                errors.add(
                        new FieldError("/offset", "between 0 and " + MOST_FOUND, "0〜" + MOST_FOUND + " の範囲で指定してください"));
            }
            if (!errors.isEmpty()) {
                throw Problem.refused(errors);
            }
        }
    }

    /// @param score of what the record says itself; 0 where only its files say it
    /// @param files of it that the caller sees and that say what is looked for
    private record Found(Seen seen, SharedRecord content, float score, Set<Hash> files) {
        Found with(Found other) {
            var both = new LinkedHashSet<>(files);
            both.addAll(other.files());
            return new Found(seen, content, Math.max(score, other.score()), both);
        }
    }

    /// @throws Problem when the wish is none, or while there is no index
    @Transactional
    public SearchView search(Wish wish, Caller caller) {
        wish.check();
        var index = index(caller);
        var asked = Asked.of(wish, index.analyzer());
        try (var reading = index.read(narrowed(asked, wish))) {
            return found(reading, asked, wish, caller);
        } catch (AlreadyClosedException e) {
            throw unavailable();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SearchIndex index(Caller caller) {
        try {
            return Optional.ofNullable(indexer.settled(caller.getName())).orElseThrow(SearchDesk::unavailable);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable();
        }
    }

    /// @param trusted whether what the index proposes of a text is as good as looking at it
    private record Asked(Query query, Query proposing, boolean trusted, Analyzer analyzer) {
        static Asked of(Wish wish, Analyzer analyzer) {
            var query = Question.read(wish.text(), analyzer);
            var proposing = Question.proposing(query);
            return new Asked(query, proposing, wish.order().equals("newest") && proposing.equals(query), analyzer);
        }
    }

    private static Problem unavailable() {
        return new Problem(
                Category.UNAVAILABLE,
                "the search index is not there at the moment; the list of records can be filtered meanwhile",
                "検索索引を準備中です。その間は記録一覧の絞り込みを利用できます");
    }

    /// A file is seen whole or not at all, so for files the index may be asked for the absence of words,
    /// too.
    private static Query narrowed(Asked asked, Wish wish) {
        var narrowed = new BooleanQuery.Builder()
                .add(of(SearchIndex.RECORD, asked.proposing()), Occur.SHOULD)
                .add(of(SearchIndex.FILE, asked.query()), Occur.SHOULD)
                .setMinimumNumberShouldMatch(1);
        if (wish.kind() != null) {
            narrowed.add(new TermQuery(new Term(SearchIndex.KIND, wish.kind())), Occur.FILTER);
        }
        if (wish.party() != null) {
            narrowed.add(new TermQuery(new Term(SearchIndex.PARTY, wish.party())), Occur.FILTER);
        }
        return narrowed.build();
    }

    private static Query of(String what, Query query) {
        return new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(new TermQuery(new Term(SearchIndex.WHAT, what)), Occur.FILTER)
                .build();
    }

    private SearchView found(SearchIndex.Reading reading, Asked asked, Wish wish, Caller caller) throws IOException {
        var sight = sights.of(caller);
        var byRecord = new LinkedHashMap<UUID, Found>();
        var looked = 0;
        var more = true;
        while (more && byRecord.size() < MOST_FOUND && looked < MOST_LOOKED_AT) {
            var candidates = reading.next(BATCH);
            looked += candidates.size();
            more = candidates.size() == BATCH;
            judged(candidates, asked, sight)
                    .forEach(one -> byRecord.merge(one.seen().record().id(), one, Found::with));
        }
        var all = new ArrayList<>(byRecord.values());
        if (wish.order().equals("best")) {
            all.sort(Comparator.comparingDouble(Found::score).reversed());
        }
        var page = all.stream().skip(wish.offset()).limit(PAGE).toList();
        showings.note(
                caller,
                "search",
                page.stream().map(one -> one.seen().record().id()).toList());
        var passages = new FilePassages(new Passages(asked.query(), asked.analyzer()), reading);
        var progress = indexer.progress();
        return new SearchView(
                all.size(),
                more,
                counts(all, one -> one.seen().record().kind()),
                counts(all, one -> one.seen().record().party()),
                hits(page, passages),
                new SearchView.Progress(progress.complete(), progress.done(), progress.of()));
    }

    /// Those of them that are seen and, as they are seen, say what is looked for.
    private static List<Found> judged(List<SearchIndex.Candidate> candidates, Asked asked, Sight sight) {
        Map<UUID, Long> indexed = new HashMap<>();
        Map<UUID, Set<Hash>> files = new HashMap<>();
        for (var one : candidates) {
            if (one.file() == null) {
                indexed.put(one.id(), one.storedAt());
            } else {
                files.computeIfAbsent(one.id(), key -> new LinkedHashSet<>()).add(one.file());
            }
        }
        var ids = new HashSet<>(indexed.keySet());
        ids.addAll(files.keySet());
        var found = new ArrayList<Found>();
        for (var seen : sight.list(ids)) {
            var content = seen.record().content();
            if (content != null) {
                var id = seen.record().id();
                var score = indexed.containsKey(id) ? score(seen, content, indexed.get(id), asked) : 0;
                var shown = shown(content, files.getOrDefault(id, Set.of()), asked);
                if (score > 0 || !shown.isEmpty()) {
                    found.add(new Found(seen, content, score, shown));
                }
            }
        }
        return found;
    }

    private static float score(Seen seen, SharedRecord content, long storedAt, Asked asked) {
        var asIndexed = seen.whole() && SearchIndex.micros(seen.record().storedAt()) == storedAt;
        return asIndexed && asked.trusted() ? 1 : score(text(content), asked.query(), asked);
    }

    /// Those of the files that the caller sees this record list. A word that is to be left out must not
    /// stand in what is seen of the record either.
    private static Set<Hash> shown(SharedRecord content, Set<Hash> files, Asked asked) {
        var shown = new LinkedHashSet<Hash>();
        for (var one : Attachment.listIn(content.body())) {
            if (files.contains(one.digest())) {
                shown.add(one.digest());
            }
        }
        var leftOut = Question.leavingOut(asked.query());
        return shown.isEmpty() || leftOut == null || score(text(content), leftOut, asked) > 0 ? shown : Set.of();
    }

    private static String text(SharedRecord content) {
        return TextFields.normalize(Bodies.text(content.body()));
    }

    /// By the text alone: how often a word occurs elsewhere would tell of what is not seen.
    private static float score(String text, Query query, Asked asked) {
        var alone = new MemoryIndex();
        TextFields.ALL.forEach(field -> alone.addField(field, text, asked.analyzer()));
        return alone.search(query);
    }

    private static List<SearchView.Count> counts(List<Found> found, Function<Found, String> code) {
        return found.stream().collect(Collectors.groupingBy(code, Collectors.counting())).entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(one -> new SearchView.Count(one.getKey(), one.getValue().intValue()))
                .toList();
    }

    private static List<SearchView.Hit> hits(List<Found> found, FilePassages passages) throws IOException {
        var hits = new ArrayList<SearchView.Hit>();
        for (var one : found) {
            hits.add(new SearchView.Hit(
                    RecordView.of(one.seen().record(), null),
                    passages.in(text(one.content())),
                    passages.in(one.content(), one.files())));
        }
        return hits;
    }
}
