package org.renkei.kernel.track;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.renkei.kernel.label.Label;

/// What everything rests on that one party was told of tracks, under the rules of now and those of
/// before: a word for each feed and form, another one as soon as its rule is. What was told under an
/// earlier rule is kept as far as the rule of now lets the party have it: whole under its label, else
/// coarse, else not at all.
final class Grounds {
    private final TrackIds ids;
    private final String party;
    private final Map<String, FeedRule> rules;
    private final Collection<FeedTerm> before;
    private final Predicate<Label> mayHold;
    private final UnaryOperator<Label> addressed;
    private final Map<FeedTerm, String> words = new HashMap<>();

    Grounds(
            TrackIds ids,
            String party,
            Map<String, FeedRule> rules,
            Collection<FeedTerm> before,
            Predicate<Label> mayHold,
            UnaryOperator<Label> addressed) {
        this.ids = ids;
        this.party = party;
        this.rules = rules;
        this.before = before;
        this.mayHold = mayHold;
        this.addressed = addressed;
    }

    /// Of all that there are, those on which anything may be kept.
    Set<Ground> all() {
        var terms = new LinkedHashSet<FeedTerm>();
        rules.forEach((feed, rule) -> terms.addAll(FeedTerm.of(feed, rule)));
        terms.addAll(before);
        return terms.stream()
                .flatMap(term -> now(term).stream())
                .limit(Ground.MOST)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The words of one form.
    Set<String> of(TrackForm form) {
        return switch (form) {
            case TrackForm.Full full ->
                full.track().sources().stream()
                        .map(source -> word(FeedTerm.whole(
                                source.feed(), ruled(source.feed()).label())))
                        .collect(Collectors.toUnmodifiableSet());
            case TrackForm.Coarse coarse -> {
                var otherwise = ruled(coarse.feed()).otherwise();
                yield otherwise == null ? Set.of() : Set.of(word(FeedTerm.coarse(coarse.feed(), otherwise)));
            }
        };
    }

    private Optional<Ground> now(FeedTerm term) {
        var rule = rules.get(term.feed());
        if (rule == null) {
            return Optional.empty();
        }
        var otherwise = rule.otherwise();
        var coarse = otherwise != null && mayHold.test(otherwise.label()) ? otherwise : null;
        var whole = mayHold.test(rule.label());
        var told = term.coarsening();
        if (coarse != null && (told != null || !whole)) {
            var by = told == null ? coarse : told.coarserBy(coarse).orElse(null);
            return Optional.of(new Ground(
                    word(term), word(FeedTerm.coarse(term.feed(), coarse)), addressed.apply(coarse.label()), by));
        }
        return whole
                ? Optional.of(new Ground(
                        word(term),
                        word(FeedTerm.whole(term.feed(), rule.label())),
                        addressed.apply(rule.label()),
                        null))
                : Optional.empty();
    }

    private FeedRule ruled(String feed) {
        var rule = rules.get(feed);
        if (rule == null) {
            throw new IllegalArgumentException("a form of a feed without a rule");
        }
        return rule;
    }

    private String word(FeedTerm term) {
        return words.computeIfAbsent(term, one -> {
            var coarse = one.coarsening();
            return ids.ground(
                    party,
                    coarse == null
                            ? List.of(one.feed(), "whole", one.label().text())
                            : List.of(
                                    one.feed(),
                                    "coarse",
                                    one.label().text(),
                                    String.valueOf(coarse.grid().cellKm()),
                                    coarse.delay().toString()));
        });
    }
}
