package org.renkei.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.queryparser.simple.SimpleQueryParser;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/// Reads what somebody looks for: words that must all occur, in either language; `"…"` is a phrase, `-`
/// leaves out, `|` means or, `word*` any word that begins so. There is nothing that could not be read.
final class Question extends SimpleQueryParser {
    private static final int UNDERSTOOD = AND_OPERATOR
            | OR_OPERATOR
            | NOT_OPERATOR
            | PREFIX_OPERATOR
            | PHRASE_OPERATOR
            | PRECEDENCE_OPERATORS
            | ESCAPE_OPERATOR
            | WHITESPACE_OPERATOR;

    private Question(Analyzer analyzer) {
        super(analyzer, TextFields.ALL.stream().collect(Collectors.toMap(field -> field, field -> 1f)), UNDERSTOOD);
        setDefaultOperator(Occur.MUST);
    }

    /// Matches nothing where no word is left, such as for a lone particle.
    static Query read(String text, Analyzer analyzer) {
        return new Question(analyzer).parse(TextFields.normalize(text));
    }

    /// What may be an answer by the text of a record, of which somebody sees only a form: a word that is
    /// to be left out may stand in a part that is not seen.
    static Query proposing(Query query) {
        if (!(query instanceof BooleanQuery all)) {
            return query;
        }
        var proposing = new BooleanQuery.Builder();
        var left = all.clauses().stream()
                .filter(clause -> clause.occur() != Occur.MUST_NOT)
                .toList();
        left.forEach(clause -> proposing.add(proposing(clause.query()), clause.occur()));
        return left.isEmpty() && !all.clauses().isEmpty() ? new MatchAllDocsQuery() : proposing.build();
    }

    /// What a text must not say, whatever else it says; null when nothing is to be left out.
    static @Nullable Query leavingOut(Query query) {
        var leavingOut = new BooleanQuery.Builder().add(new MatchAllDocsQuery(), Occur.MUST);
        var left = leftOut(query);
        left.forEach(one -> leavingOut.add(one, Occur.MUST_NOT));
        return left.isEmpty() ? null : leavingOut.build();
    }

    private static List<Query> leftOut(Query query) {
        var left = new ArrayList<Query>();
        if (query instanceof BooleanQuery all) {
            for (var clause : all.clauses()) {
                if (clause.isProhibited()) {
                    left.add(clause.query());
                } else if (clause.isRequired()) {
                    left.addAll(leftOut(clause.query()));
                }
            }
        }
        return left;
    }

    /// What stands without a space between is one term here, though it may be several words: all of
    /// them, or all its pairs of characters in a row.
    @Override
    protected Query newDefaultQuery(String text) {
        var query = new BooleanQuery.Builder();
        for (var field : TextFields.ALL) {
            var part = field.equals(TextFields.PAIRS)
                    ? createPhraseQuery(field, text)
                    : createBooleanQuery(field, text, Occur.MUST);
            if (part != null) {
                query.add(part, Occur.SHOULD);
            }
        }
        return simplify(query.build());
    }
}
