package org.renkei.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.renkei.kernel.agreement.Agreement;
import org.renkei.kernel.agreement.AgreementState;
import org.renkei.kernel.agreement.AgreementType;
import org.renkei.kernel.agreement.PartialDate;
import org.renkei.kernel.agreement.Suspension;
import org.renkei.kernel.label.Classification;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.label.Releasability;
import org.renkei.kernel.release.CompiledLabel;
import org.renkei.kernel.release.CompiledRecipient;
import org.renkei.kernel.release.Group;
import org.renkei.kernel.release.Group.Membership;
import org.renkei.kernel.release.Recipient;
import org.renkei.kernel.release.Rulebook;
import org.renkei.kernel.release.SecurityPolicy;

/// What all engines decide: 4,096 labels for 192 recipients of 12 nations on 4 days, 65,536 requests, of which
/// about one in fifteen is permitted. Made from a seed, so every run and every process has the same.
final class ReleaseWorkload {
    static final int LABELS = 4096;
    static final int RECIPIENTS = 192;
    static final int REQUESTS = 65_536;
    static final String ORIGIN = "JPN";
    static final List<String> NATIONS =
            List.of("AUS", "CAN", "DEU", "FRA", "GBR", "IND", "ITA", "KOR", "NLD", "NZL", "PHL", "USA");
    static final List<LocalDate> DAYS = List.of(
            LocalDate.of(2016, 4, 16), LocalDate.of(2019, 6, 1), LocalDate.of(2022, 3, 1), LocalDate.of(2025, 9, 1));

    private static final long SEED = 20160416;
    private static final List<String> CAVEATS =
            List.of("CRYPTO", "HARBOR", "IRIS", "LOTUS", "MAPLE", "NICKEL", "ORCHID", "PLUM");
    private static final List<String> PURPOSES = List.of("DISASTER-RELIEF", "EXERCISES", "LOGISTICS");
    private static final LocalDate BEGINNING = LocalDate.of(1950, 1, 1);

    final Rulebook rulebook;
    final List<Label> labels = new ArrayList<>();
    final List<Recipient> recipients = new ArrayList<>();
    final CompiledLabel[] compiledLabels = new CompiledLabel[LABELS];
    final CompiledRecipient[] compiledRecipients = new CompiledRecipient[RECIPIENTS];
    final int[] label = new int[REQUESTS];
    final int[] recipient = new int[REQUESTS];
    final int[] day = new int[REQUESTS];
    final List<Group> groups = groups();

    private final Random random = new Random(SEED);

    ReleaseWorkload() {
        var parties = new TreeSet<>(NATIONS);
        parties.add(ORIGIN);
        var policy = new SecurityPolicy(Label.ALLIED, Set.copyOf(CAVEATS), Set.copyOf(PURPOSES));
        rulebook = new Rulebook(ORIGIN, List.of(policy), parties, groups, agreements());
        for (int i = 0; i < LABELS; i++) {
            labels.add(randomLabel());
            compiledLabels[i] = rulebook.compile(labels.get(i));
        }
        for (int i = 0; i < RECIPIENTS; i++) {
            recipients.add(randomRecipient(NATIONS.get(i % NATIONS.size())));
            compiledRecipients[i] = rulebook.compile(recipients.get(i));
        }
        for (int i = 0; i < REQUESTS; i++) {
            label[i] = random.nextInt(LABELS);
            recipient[i] = random.nextInt(RECIPIENTS);
            day[i] = random.nextInt(DAYS.size());
        }
    }

    int failures(int request) {
        return rulebook.failures(
                compiledLabels[label[request]], compiledRecipients[recipient[request]], epochDay(request));
    }

    int epochDay(int request) {
        return EPOCH_DAYS[day[request]];
    }

    private static final int[] EPOCH_DAYS =
            DAYS.stream().mapToInt(day -> (int) day.toEpochDay()).toArray();

    /// The groups a nation belongs to on a day.
    List<String> groupsOf(String nation, LocalDate on) {
        return groups.stream()
                .filter(group -> group.holds(nation, on))
                .map(Group::code)
                .toList();
    }

    /// The highest level that an agreement covers for a nation on a day, −1 for none: what the peers get told
    /// ready-made.
    int ceiling(String nation, LocalDate on) {
        return agreements().stream()
                .filter(agreement -> agreement.isBetween(ORIGIN, nation))
                .filter(agreement -> agreement.stateOn(on) == AgreementState.IN_FORCE)
                .map(Agreement::ceiling)
                .filter(Objects::nonNull)
                .mapToInt(Classification::level)
                .max()
                .orElse(-1);
    }

    private Label randomLabel() {
        var classification = Classification.values()[Math.min(random.nextInt(6), 4)];
        boolean open = classification == Classification.UNCLASSIFIED && random.nextInt(6) == 0;
        boolean eyesOnly = !open && random.nextInt(50) == 0;
        var named = eyesOnly ? List.<String>of() : some(names(), 1 + random.nextInt(3));
        var none = new TreeSet<String>();
        return new Label(
                Label.ALLIED,
                classification,
                open ? none : new TreeSet<>(some(CAVEATS, Math.max(0, random.nextInt(5) - 1) + random.nextInt(2))),
                !open && random.nextInt(20) == 0,
                eyesOnly,
                open ? Releasability.PUBLIC : Releasability.to(named),
                !open && random.nextInt(25) == 0 ? new TreeSet<>(some(NATIONS, 1)) : none,
                new TreeSet<>(some(PURPOSES, Math.max(0, random.nextInt(4) - 2))),
                false);
    }

    private Recipient randomRecipient(String nation) {
        return new Recipient(
                nation,
                Classification.values()[1 + random.nextInt(4)],
                Set.copyOf(some(CAVEATS, 2 + random.nextInt(5))),
                Set.copyOf(some(PURPOSES, 1 + random.nextInt(3))));
    }

    private List<String> names() {
        var names = new ArrayList<>(NATIONS);
        groups.forEach(group -> names.add(group.code()));
        return names;
    }

    private Collection<String> some(List<String> from, int count) {
        var chosen = new TreeSet<String>();
        while (chosen.size() < count) {
            chosen.add(from.get(random.nextInt(from.size())));
        }
        return chosen;
    }

    private static List<Group> groups() {
        return List.of(
                group("FVEY", "AUS", "CAN", "GBR", "NZL", "USA"),
                group("QUAD", "AUS", "IND", "USA"),
                new Group(
                        "TRIO",
                        List.of(
                                new Membership("KOR", LocalDate.of(2019, 1, 1), LocalDate.of(2020, 1, 1)),
                                new Membership("KOR", LocalDate.of(2023, 8, 18), null),
                                new Membership("USA", BEGINNING, null))));
    }

    private static Group group(String code, String... members) {
        return new Group(
                code,
                List.of(members).stream()
                        .map(each -> new Membership(each, BEGINNING, null))
                        .toList());
    }

    /// Ten nations with an agreement; some begin, are suspended or end between the days that are asked about.
    private static List<Agreement> agreements() {
        var agreements = new ArrayList<Agreement>();
        for (int i = 0; i < NATIONS.size() - 2; i++) {
            String nation = NATIONS.get(i);
            var ceiling = Classification.values()[2 + i % 3];
            agreements.add(
                    agreement(nation, LocalDate.of(2010 + i, 3, 1), i % 5 == 3 ? suspended() : List.of(), ceiling));
        }
        agreements.add(agreement("USA", LocalDate.of(2007, 8, 10), List.of(), Classification.TOP_SECRET));
        return agreements;
    }

    private static List<Suspension> suspended() {
        return List.of(new Suspension(LocalDate.of(2019, 1, 1), LocalDate.of(2021, 1, 1), "made for benchmarks"));
    }

    private static Agreement agreement(
            String nation, LocalDate inForce, List<Suspension> suspensions, Classification ceiling) {
        return new Agreement(
                "jpn-" + nation.toLowerCase(Locale.ROOT) + "-information-protection",
                AgreementType.INFORMATION_PROTECTION,
                "Agreement on the protection of information with " + nation,
                nation + " との情報保護協定",
                Set.of(ORIGIN, nation),
                PartialDate.day(inForce.minusMonths(6)),
                PartialDate.day(inForce),
                null,
                null,
                suspensions,
                ceiling,
                "made for benchmarks",
                1);
    }
}
