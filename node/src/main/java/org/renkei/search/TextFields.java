package org.renkei.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.core.TypeTokenFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/// The same text three ways: as Japanese words, as English words brought to their stems, and as pairs
/// of characters, by which a name is found that no dictionary knows.
final class TextFields {
    static final String JAPANESE = "ja";
    static final String ENGLISH = "en";
    static final String PAIRS = "pairs";
    static final List<String> ALL = List.of(JAPANESE, ENGLISH, PAIRS);

    private static final Set<String> NOT_LATIN =
            Set.of("<IDEOGRAPHIC>", "<HIRAGANA>", "<KATAKANA>", "<HANGUL>", "<SOUTHEAST_ASIAN>");

    private TextFields() {}

    /// Takes some tenths of a second and some megabytes the first time: the Japanese dictionary is read.
    static Analyzer analyzer() {
        return new PerFieldAnalyzerWrapper(
                new English(),
                Map.of(JAPANESE, new JapaneseAnalyzer(), PAIRS, new CJKAnalyzer(CharArraySet.EMPTY_SET)));
    }

    /// Full and half width, and characters that are written in more than one way, become one.
    static String normalize(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    private static final class English extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            var source = new StandardTokenizer();
            TokenStream words = new TypeTokenFilter(source, NOT_LATIN);
            words = new LowerCaseFilter(new EnglishPossessiveFilter(words));
            words = new StopFilter(words, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
            return new TokenStreamComponents(source, new PorterStemFilter(words));
        }

        @Override
        protected TokenStream normalize(String field, TokenStream words) {
            return new LowerCaseFilter(words);
        }
    }
}
