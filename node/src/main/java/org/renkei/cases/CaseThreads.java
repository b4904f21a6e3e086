package org.renkei.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.renkei.cases.CaseStanding.Line;
import org.renkei.kernel.cases.Case;
import org.renkei.kernel.difference.Contradiction;
import org.renkei.kernel.difference.Piece;
import org.renkei.kernel.difference.Subject;

/// The threads of a case as subjects, and how each nation sees the situation as one more.
final class CaseThreads {
    private CaseThreads() {}

    /// @param whole that was opened
    /// @param said what counts in it, without receipts
    static List<Subject> of(Case whole, List<Line> said) {
        var threads = new LinkedHashMap<UUID, List<Line>>();
        var phases = new ArrayList<Line>();
        for (var line : said) {
            if (line.phase() != null) {
                phases.add(line);
            } else {
                threads.computeIfAbsent(line.root(), key -> new ArrayList<>()).add(line);
            }
        }
        var minutes = unagreed(whole);
        var subjects = new ArrayList<Subject>();
        threads.forEach((root, lines) -> subjects.add(thread(whole, root, lines, minutes)));
        if (!phases.isEmpty()) {
            subjects.add(phases(whole, phases));
        }
        return List.copyOf(subjects);
    }

    /// Minutes that both have written and not all have agreed to say two things of one consultation.
    private static Map<UUID, List<Contradiction>> unagreed(Case whole) {
        return whole.consultations().stream()
                .filter(one -> !one.withdrawn() && !one.isAgreed())
                .collect(Collectors.toMap(
                        one -> one.called().record(),
                        one -> between("minutes", List.copyOf(one.versions().keySet()))));
    }

    private static Subject thread(Case whole, UUID root, List<Line> lines, Map<UUID, List<Contradiction>> minutes) {
        var key = CaseStanding.threadKey(whole.id(), root);
        var pieces =
                lines.stream().map(one -> piece(one, key, one.act().code())).toList();
        return subject(key, "case", whole, lines, pieces, minutes.getOrDefault(root, List.of()));
    }

    private static Subject phases(Case whole, List<Line> lines) {
        var newest = new HashMap<String, String>();
        lines.forEach(one -> Optional.ofNullable(one.phase()).ifPresent(phase -> newest.put(one.party(), phase)));
        var key = "phase " + whole.id();
        var pieces = lines.stream()
                .map(one -> piece(one, key, Optional.ofNullable(one.phase()).orElseThrow()))
                .toList();
        var contradictions = between("phase", List.copyOf(newest.keySet())).stream()
                .filter(one -> !Objects.equals(newest.get(one.one()), newest.get(one.other())))
                .toList();
        return subject(key, "phase", whole, lines, pieces, contradictions);
    }

    private static Subject subject(
            String key,
            String kind,
            Case whole,
            List<Line> lines,
            List<Piece> pieces,
            List<Contradiction> contradictions) {
        var name = CaseView.name(whole);
        return new Subject(
                key,
                kind,
                name.getOrDefault("en", ""),
                name.getOrDefault("ja", ""),
                whole.id().toString(),
                lines.getFirst().label(),
                pieces,
                contradictions);
    }

    private static List<Contradiction> between(String about, List<String> nations) {
        var found = new ArrayList<Contradiction>();
        for (var first = 0; first < nations.size(); first++) {
            for (var second = first + 1; second < nations.size(); second++) {
                found.add(new Contradiction(about, nations.get(first), nations.get(second)));
            }
        }
        return found;
    }

    private static Piece piece(Line line, String key, String code) {
        var text = line.text();
        return new Piece(
                line.record(), line.party(), key, line.time(), CaseStanding.KIND, code, text, text, line.label());
    }
}
