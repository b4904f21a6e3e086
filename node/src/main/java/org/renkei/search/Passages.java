package org.renkei.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.ByteRunAutomaton;

/// Where a text says what is looked for: short pieces of it with the words marked.
final class Passages {
    private static final int MOST = 3;
    private static final int AROUND = 48;

    private final Analyzer analyzer;
    private final Map<String, Set<String>> words = new HashMap<>();
    private final Map<String, List<ByteRunAutomaton>> beginnings = new HashMap<>();

    /// A piece of text; each mark is where a word begins and where it ends, in UTF-16 units of the
    /// piece.
    record Passage(String text, List<List<Integer>> marks) {}

    private record Mark(int begin, int end) {}

    Passages(Query query, Analyzer analyzer) {
        this.analyzer = analyzer;
        query.visit(new QueryVisitor() {
            @Override
            public void consumeTerms(Query of, Term... terms) {
                for (var term : terms) {
                    words.computeIfAbsent(term.field(), field -> new HashSet<>())
                            .add(term.text());
                }
            }

            @Override
            public void consumeTermsMatching(Query of, String field, Supplier<ByteRunAutomaton> matching) {
                beginnings.computeIfAbsent(field, name -> new ArrayList<>()).add(matching.get());
            }

            @Override
            public QueryVisitor getSubVisitor(Occur occur, Query parent) {
                return occur == Occur.MUST_NOT ? QueryVisitor.EMPTY_VISITOR : this;
            }
        });
    }

    /// @param text values on lines of their own
    List<Passage> in(String text) {
        var marks = marks(text);
        var passages = new ArrayList<Passage>();
        for (var next = 0; next < marks.size() && passages.size() < MOST; ) {
            var first = marks.get(next);
            var begin = begin(text, first.begin());
            var end = end(text, first.end());
            var within = new ArrayList<List<Integer>>();
            for (; next < marks.size() && marks.get(next).end() <= end; next++) {
                var mark = marks.get(next);
                within.add(List.of(mark.begin() - begin, mark.end() - begin));
            }
            passages.add(new Passage(text.substring(begin, end), within));
        }
        return passages;
    }

    private static int begin(String text, int from) {
        var line = text.lastIndexOf('\n', from - 1) + 1;
        var begin = Math.max(line, from - AROUND);
        return begin > line && Character.isLowSurrogate(text.charAt(begin)) ? begin - 1 : begin;
    }

    private static int end(String text, int from) {
        var line = text.indexOf('\n', from);
        var stop = line < 0 ? text.length() : line;
        var end = Math.min(stop, from + 2 * AROUND);
        return end < stop && Character.isLowSurrogate(text.charAt(end)) ? end + 1 : end;
    }

    /// In order; what overlaps is one.
    private List<Mark> marks(String text) {
        var all = new ArrayList<Mark>();
        for (var field : TextFields.ALL) {
            all.addAll(marks(field, text));
        }
        all.sort(Comparator.comparingInt(Mark::begin).thenComparingInt(Mark::end));
        var merged = new ArrayList<Mark>();
        for (var mark : all) {
            var last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && mark.begin() <= last.end()) {
                merged.set(merged.size() - 1, new Mark(last.begin(), Math.max(last.end(), mark.end())));
            } else {
                merged.add(mark);
            }
        }
        return merged;
    }

    private List<Mark> marks(String field, String text) {
        var wanted = words.getOrDefault(field, Set.of());
        var begun = beginnings.getOrDefault(field, List.of());
        var marks = new ArrayList<Mark>();
        if (wanted.isEmpty() && begun.isEmpty()) {
            return marks;
        }
        try (var stream = analyzer.tokenStream(field, text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var place = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                if (wanted.contains(term.toString()) || begins(begun, term)) {
                    marks.add(new Mark(place.startOffset(), place.endOffset()));
                }
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return marks;
    }

    private static boolean begins(List<ByteRunAutomaton> automata, CharSequence word) {
        if (automata.isEmpty()) {
            return false;
        }
        var bytes = new BytesRef(word);
        return automata.stream().anyMatch(one -> one.run(bytes.bytes, bytes.offset, bytes.length));
    }
}
