package org.renkei.kernel.release;

import static org.renkei.kernel.agreement.AgreementFixture.anAgreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.renkei.kernel.agreement.Agreement;
import org.renkei.kernel.agreement.AgreementType;
import org.renkei.kernel.label.Classification;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.label.Releasability;

/// Worlds of a few or of more than 64 parties, with several agreements each, all seen from Japan between 2010 and 2013.
final class RandomWorlds {
    private RandomWorlds() {}

    static World world(Random random) {
        var parties = new LinkedHashSet<>(List.of("JPN", "USA", "AUS"));
        for (var more = random.nextInt(4) == 0 ? 90 : 2; more > 0; more--) {
            parties.add("P" + more);
        }
        var all = List.copyOf(parties);
        var groups = new ArrayList<Group>();
        for (var code : List.of("FVEY", "QUAD", "QUAD")) {
            var members = new ArrayList<Group.Membership>();
            for (var count = random.nextInt(4); count > 0; count--) {
                var from = day(random);
                var until = from.plusDays(random.nextInt(500));
                members.add(new Group.Membership(pick(all, random), from, random.nextBoolean() ? null : until));
            }
            groups.add(new Group(code, members));
        }
        var agreements = new ArrayList<Agreement>();
        for (var party : List.of("USA", "USA", "AUS", pick(all, random), pick(all, random))) {
            if (!party.equals("JPN")) {
                agreements.add(agreement(random, party));
            }
        }
        return new World("JPN", List.of(World.ALLIED, World.NATO), parties, groups, agreements);
    }

    static Agreement agreement(Random random, String partner) {
        var agreement = anAgreement()
                .about(random.nextInt(5) == 0 ? AgreementType.ACSA : AgreementType.INFORMATION_PROTECTION)
                .between("JPN", partner, random.nextBoolean() ? "AUS" : "THIRD");
        if (random.nextInt(8) > 0) {
            agreement.inForce(day(random).toString().substring(0, new int[] {4, 7, 10}[random.nextInt(3)]));
        }
        if (random.nextInt(8) > 0) {
            agreement.upTo(Classification.values()[random.nextInt(5)]);
        }
        if (random.nextInt(4) == 0) {
            agreement.ended(day(random).toString());
        }
        for (var count = random.nextInt(4) == 0 ? random.nextInt(7) : 0; count > 0; count--) {
            var from = day(random);
            var until = from.plusDays(random.nextInt(90)).toString();
            agreement.suspended(from.toString(), random.nextInt(9) == 0 ? null : until);
        }
        return agreement.build();
    }

    /// A label that names only parties of the world, known groups and one name that nobody knows.
    static Label label(Random random, World world) {
        var caveats = some(random, List.of("CRYPTO", "BOHEMIA", "ATOMAL"), 4);
        var foreign = some(random, List.of("JPN", "USA", "AUS", "P1", "ZZZ"), 5);
        var purposes = some(random, List.of("RELIEF", "ACSA"), 3);
        var classification = Classification.values()[Math.max(0, random.nextInt(7) - 2)];
        var open = !classification.isClassified() && caveats.isEmpty() && foreign.isEmpty();
        var eyesOnly = random.nextInt(20) == 0;
        var named = new TreeSet<>(some(random, List.of("USA", "AUS", "FVEY", "QUAD", "P1", "P88", "NOBODY"), 1));
        return new Label(
                random.nextInt(12) == 0 ? "NATO" : random.nextInt(20) == 0 ? "OTHER" : "ALLIED",
                classification,
                caveats,
                false,
                eyesOnly,
                eyesOnly
                        ? Releasability.ORIGIN_ONLY
                        : open && random.nextBoolean() ? Releasability.PUBLIC : Releasability.to(named),
                foreign,
                purposes,
                false);
    }

    static Recipient recipient(Random random, World world) {
        return new Recipient(
                party(random, world),
                Classification.values()[Math.min(4, 1 + random.nextInt(6))],
                random.nextBoolean()
                        ? Set.of("CRYPTO", "BOHEMIA", "ATOMAL")
                        : some(random, List.of("CRYPTO", "BOHEMIA", "ATOMAL"), 1),
                random.nextBoolean() ? Set.of("RELIEF", "ACSA") : some(random, List.of("RELIEF", "ACSA"), 1));
    }

    static String party(Random random, World world) {
        return switch (random.nextInt(8)) {
            case 0 -> pick(List.copyOf(world.parties()), random);
            case 1 -> random.nextBoolean() ? "UNHEARD-OF" : "JPN/kumamoto-jcp";
            case 2 -> world.parties().contains("P88") ? "P88" : "P1";
            case 3, 4 -> "AUS";
            default -> "USA";
        };
    }

    static LocalDate day(Random random) {
        return LocalDate.parse("2010-01-01").plusDays(random.nextInt(1400));
    }

    /// Up to three of the words; none in `none` of `none + 1` cases.
    static TreeSet<String> some(Random random, List<String> words, int none) {
        var chosen = new TreeSet<String>();
        for (var count = random.nextInt(none + 1) == 0 || none == 1 ? random.nextInt(4) : 0; count > 0; count--) {
            chosen.add(pick(words, random));
        }
        return chosen;
    }

    private static String pick(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }
}
