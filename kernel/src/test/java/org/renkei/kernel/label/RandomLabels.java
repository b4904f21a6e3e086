package org.renkei.kernel.label;

import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;

/// Labels of every shape that can be built, drawn from a small stock of words so that they often have some in common.
public final class RandomLabels {
    private static final List<String> POLICIES = List.of("ALLIED", "ALLIED", "ALLIED", "NATO", "JPN-SDF");
    private static final List<String> CAVEATS = List.of("CRYPTO", "BOHEMIA", "ATOMAL", "FGI", "X-1");
    private static final List<String> PARTIES = List.of("JPN", "USA", "AUS", "GBR", "PHL", "FVEY", "UN-OCHA");
    private static final List<String> PURPOSES = List.of("RELIEF", "ACSA", "BMD", "MRO");

    private RandomLabels() {}

    public static Label label(Random random) {
        var eyesOnly = random.nextInt(6) == 0;
        var isPublic = !eyesOnly && random.nextInt(5) == 0;
        var classification = isPublic ? Classification.UNCLASSIFIED : Classification.values()[random.nextInt(5)];
        return new Label(
                pick(POLICIES, random),
                classification,
                isPublic ? new TreeSet<>() : some(CAVEATS, random),
                !isPublic && random.nextInt(4) == 0,
                eyesOnly,
                isPublic ? Releasability.PUBLIC : eyesOnly ? Releasability.ORIGIN_ONLY : releasability(random),
                isPublic ? new TreeSet<>() : some(PARTIES, random),
                some(PURPOSES, random),
                random.nextInt(4) == 0);
    }

    private static Releasability releasability(Random random) {
        return random.nextInt(5) == 0 ? Releasability.ORIGIN_ONLY : Releasability.to(some(PARTIES, random));
    }

    private static SortedSet<String> some(List<String> words, Random random) {
        var chosen = new TreeSet<String>();
        for (var count = random.nextInt(words.size()); count > 0; count--) {
            chosen.add(pick(words, random));
        }
        return chosen;
    }

    private static String pick(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }
}
