package org.renkei.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.cases.CaseHistory.Past;
import org.renkei.cases.Cases.Folded;
import org.renkei.documents.Documents;
import org.renkei.folds.Part;
import org.renkei.identity.Caller;
import org.renkei.kernel.cases.Act;
import org.renkei.kernel.cases.Known;
import org.renkei.kernel.cases.Replay;
import org.renkei.kernel.cases.Said;
import org.renkei.kernel.cases.Statement;
import org.renkei.kernel.label.Label;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.settings.NodeSettings;
import org.renkei.sight.Showings;
import org.renkei.sight.Sights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of the replay: a case as each nation knew it at any time, for people of this nation. When a
/// partner confirmed what is nothing for a liaison's eyes.
@Service
public class ReplayDesk {
    private static final int MOST_STATEMENTS = 10_000;
    private static final int MOST_LINES = 2_000;

    private final CaseDesk desk;
    private final CaseHistory history;
    private final Documents documents;
    private final Sights sights;
    private final Showings showings;
    private final AuditLog audit;
    private final Clock clock;
    private final String self;

    ReplayDesk(
            CaseDesk desk,
            CaseHistory history,
            Documents documents,
            Sights sights,
            Showings showings,
            AuditLog audit,
            NodeSettings settings,
            Clock clock) {
        this.desk = desk;
        this.history = history;
        this.documents = documents;
        this.sights = sights;
        this.showings = showings;
        this.audit = audit;
        this.clock = clock;
        this.self = settings.node().party();
    }

    /// A case as a nation knew it at a time, as far as the caller sees it and this node can tell.
    ///
    /// @param party this nation or a partner of the case
    /// @throws Problem where it did not know of the case yet
    @Transactional
    public CaseView.Page get(UUID id, String party, Instant until, Caller caller, Locale language) {
        var past = past(id, caller);
        var then = past.knownTo(history.replay(past, party), until)
                .orElseThrow(() -> new Problem(
                        Category.NOT_FOUND,
                        party + " is not known to have known of this case by then",
                        "その時点で " + party + " がこの事案を知っていたことは確認できません"));
        var page = desk.page(then, MOST_STATEMENTS, until, false, caller, language);
        showings.note(caller, "case-told", CaseDesk.shown(page));
        return page;
    }

    private Past past(UUID id, Caller caller) {
        if (sights.isLiaison(caller)) {
            throw new Problem(Category.NOT_FOUND, "no replay is given to a liaison", "連絡官には再生を示しません");
        }
        return history.of(desk.find(id, caller), caller);
    }

    /// Since when each nation has known of each statement that the caller sees.
    @Transactional
    public ReplayView replay(UUID id, Caller caller) {
        var past = past(id, caller);
        var view = view(past);
        showings.note(
                caller,
                "case-replay",
                view.lines().stream().map(ReplayView.Line::record).toList());
        return view;
    }

    /// The same as an after-action report for paper, in both languages. That it was made is written down.
    @Transactional
    public byte[] pdf(UUID id, Caller caller) {
        var view = replay(id, caller);
        audit.append(List.of(new AuditEvent(
                caller.getName(),
                "after-action-report-made",
                null,
                null,
                Map.of("case", id.toString(), "statements", view.lines().size(), "label", view.label()))));
        return documents.pdf(ReplayPaper.of(view, clock.instant()));
    }

    private ReplayView view(Past past) {
        var whole = past.now().whole();
        var nations = new TreeSet<>(whole.nations());
        var replays = new TreeMap<String, Replay>();
        nations.forEach(party -> replays.put(party, history.replay(past, party)));
        var parts = past.parts().values().stream()
                .filter(part -> part.said().act() != Act.RECEIPT)
                .sorted((one, other) -> Said.BY_TIME.compare(one.said(), other.said()))
                .toList();
        var shown = parts.subList(Math.max(0, parts.size() - MOST_LINES), parts.size());
        return new ReplayView(
                whole.id(),
                self,
                CaseView.name(whole),
                label(past.now(), shown).text(),
                List.copyOf(nations),
                shown.stream().map(part -> line(part, replays)).toList(),
                past.gone().values().stream()
                        .filter(one -> one.part() == null)
                        .map(one -> new ReplayView.Gone(
                                one.record(), one.party(), past.arrived().get(one.record()), one.at()))
                        .toList(),
                parts.size() - shown.size());
    }

    private static Label label(Folded now, List<Part<Statement>> shown) {
        return shown.stream().map(Part::label).distinct().reduce(Label::combine).orElseGet(now::label);
    }

    private static ReplayView.Line line(Part<Statement> part, Map<String, Replay> replays) {
        var said = part.said();
        return new ReplayView.Line(
                part.record(),
                said.party(),
                said.act().code(),
                said.time().instant(),
                said.to().stream().sorted().toList(),
                said.text("text").orElse(""),
                part.label().text(),
                replays.entrySet().stream()
                        .filter(one -> said.to().contains(one.getKey()))
                        .map(one -> knew(
                                one.getKey(),
                                one.getValue().of(part.record()).orElse(null),
                                said.time().instant()))
                        .toList());
    }

    private static ReplayView.Knew knew(String party, @Nullable Known known, Instant said) {
        return known == null
                ? new ReplayView.Knew(party, null, null, null, null)
                : new ReplayView.Knew(
                        party,
                        known.evidence().code(),
                        known.from(),
                        known.until(),
                        Math.max(0, Duration.between(said, known.from()).toSeconds()));
    }
}
