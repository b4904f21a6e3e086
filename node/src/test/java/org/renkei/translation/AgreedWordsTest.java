package org.renkei.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.renkei.kernel.clock.HybridTime;
import org.renkei.kernel.glossary.Term;

class AgreedWordsTest {
    private final List<Term> terms = new ArrayList<>();

    @Test
    void findsWordsOfBothLanguagesTheLongestFirst() {
        term("JPN", "Airport", "空港");
        term("JPN", "Joint coordination post", "共同調整所");
        term("JPN", "Port", "港湾");
        term("JPN", "Ship", "船舶");
        assertThat(words("Two AIRPORTS and the joint coordination post")).containsExactly("共同調整所", "空港");
        assertThat(words("空港は閉鎖中")).containsExactly("空港");
        assertThat(words("shipping and transport")).isEmpty();
    }

    @Test
    void leavesOutWhatNationsCallOtherwiseAndWhatHasOneWordOnly() {
        term("JPN", "Evacuation shelter", "避難所");
        term("USA", "Emergency shelter", "避難所");
        term("JPN", "Berth", "");
        assertThat(words("The emergency shelter has a berth; 避難所")).isEmpty();
    }

    @Test
    void givesNoWholeDictionary() {
        for (var i = 0; i < 100; i++) {
            term("JPN", "word" + i, "語" + i + "番");
        }
        var text = String.join(" ", terms.stream().map(Term::en).toList());
        assertThat(words(text)).hasSize(AgreedWords.MOST);
    }

    private List<String> words(String text) {
        return AgreedWords.in(text, terms).pairs().stream()
                .map(AgreedWords.Pair::ja)
                .toList();
    }

    private void term(String party, String en, String ja) {
        terms.add(new Term(UUID.randomUUID(), party, new HybridTime(0, terms.size()), en, ja, "", "", "", "", ""));
    }
}
