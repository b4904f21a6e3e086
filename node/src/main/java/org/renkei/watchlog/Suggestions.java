package org.renkei.watchlog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.renkei.cases.CaseDesk;
import org.renkei.cases.CaseStanding;
import org.renkei.federation.LinkDesk.LinkState;
import org.renkei.federation.LinkViews;
import org.renkei.identity.Caller;
import org.renkei.kernel.cases.Act;
import org.renkei.review.ReviewStanding;
import org.renkei.sight.Showings;
import org.renkei.watchlog.WatchLogView.Link;
import org.renkei.watchlog.WatchLogView.Suggestion;
import org.springframework.stereotype.Component;

/// What happened at this node on a watch and may belong into its log: cases that began, links that were
/// lost or came back, emergency releases that nobody has looked at in time. Each reader is suggested what
/// they see elsewhere.
@Component
class Suggestions {
    private static final String NO_LABEL = "UNCLASSIFIED";
    private static final int MOST = 50;

    private final CaseDesk cases;
    private final LinkViews links;
    private final ReviewStanding reviews;
    private final Showings showings;

    Suggestions(CaseDesk cases, LinkViews links, ReviewStanding reviews, Showings showings) {
        this.cases = cases;
        this.links = links;
        this.reviews = reviews;
        this.showings = showings;
    }

    /// The oldest first, without those of which an entry was made.
    ///
    /// @param since when the watch began
    /// @param entered keys of suggestions that were taken
    List<Suggestion> list(Instant since, Instant now, Set<String> entered, Caller caller) {
        var found = new ArrayList<Suggestion>();
        cases.standings(caller, record -> true).forEach(one -> opened(one, since, found));
        links.listLinks(caller, Locale.ENGLISH).forEach(one -> link(one, since, found));
        var late = reviews.due(now, caller).orElse(List.of()).stream()
                .filter(ReviewStanding.Due::emergency)
                .toList();
        late.forEach(one -> found.add(new Suggestion(
                "late-emergency " + one.id(),
                words(
                        "Emergency release to " + one.party() + " not looked at in time: " + one.title(),
                        one.party() + " への緊急開示が期限までに確認されていません：" + one.title()),
                one.due(),
                null,
                one.label().text())));
        showings.note(
                caller,
                "watch-log",
                late.stream().map(ReviewStanding.Due::record).toList());
        return found.stream()
                .filter(one -> !entered.contains(one.key()))
                .sorted(Comparator.comparing(Suggestion::at).thenComparing(Suggestion::key))
                .limit(MOST)
                .toList();
    }

    private static void opened(CaseStanding one, Instant since, List<Suggestion> found) {
        one.said().stream()
                .filter(said -> said.act() == Act.OPEN || said.act() == Act.ADMIT)
                .filter(said -> !said.time().isBefore(since))
                .limit(1)
                .forEach(said -> found.add(new Suggestion(
                        "case-opened " + one.id(),
                        words(
                                "Case opened by " + said.party() + ": "
                                        + one.name().getOrDefault("en", ""),
                                said.party() + " が事案を開設：" + one.name().getOrDefault("ja", "")),
                        said.time(),
                        new Link("case", one.id()),
                        said.label().text())));
    }

    /// A link that is paused was paused by somebody here; that stands on its screen.
    private static void link(LinkState one, Instant since, List<Suggestion> found) {
        if (one.since().isEmpty() || Instant.parse(one.since()).isBefore(since)) {
            return;
        }
        var at = Instant.parse(one.since());
        switch (one.state()) {
            case "up" ->
                found.add(new Suggestion(
                        "link-restored " + one.party() + " " + at,
                        words("Link with " + one.party() + " restored", one.party() + " との接続が回復"),
                        at,
                        null,
                        NO_LABEL));
            case "down", "connecting", "refused" ->
                found.add(new Suggestion(
                        "link-lost " + one.party() + " " + at,
                        words("Link with " + one.party() + " lost", one.party() + " との接続が切断"),
                        at,
                        null,
                        NO_LABEL));
            default -> {}
        }
    }

    private static Map<String, String> words(String english, String japanese) {
        return Map.of("en", english, "ja", japanese);
    }
}
