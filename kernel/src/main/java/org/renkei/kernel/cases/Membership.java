package org.renkei.kernel.cases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which nations a case has, as far as somebody knows: those of its opening and those that were admitted
/// since. Only the nation that opened a case can say either, so that all who hold the same of these know the
/// same nations, in whatever order they came.
///
/// @param openings the opening and the admissions, in their order; who joined later does not hold all
/// @param nations empty while none of these is here
record Membership(List<Statement> openings, Set<String> nations) {
    static final Objection NOT_ADMITTED = new Objection(
            "/act",
            "only the nation that opened the case admits another, and tells it",
            "当事国を追加できるのは事案を開設した国だけで、追加する国にも伝えます");

    static Membership of(UUID caseId, Collection<Statement> statements) {
        var openings = new ArrayList<Statement>();
        var nations = new TreeSet<String>();
        statements.stream()
                .filter(one -> opens(caseId, one))
                .distinct()
                .sorted(Statement.BY_TIME)
                .forEach(one -> {
                    openings.add(one);
                    nations.addAll(one.to());
                });
        return new Membership(List.copyOf(openings), nations);
    }

    /// Whether it makes its addressees nations of the case.
    private static boolean opens(UUID caseId, Statement said) {
        return switch (said.act()) {
            case OPEN -> Statement.caseOf(said.party(), said.mark()).equals(caseId);
            case ADMIT ->
                said.text("opened")
                                .filter(mark ->
                                        Statement.caseOf(said.party(), mark).equals(caseId))
                                .isPresent()
                        && said.to().contains(said.party())
                        && said.to().contains(said.text("party").orElse(""));
            default -> false;
        };
    }

    /// What tells somebody what the case is: the opening; for who joined later, their admission. Null while
    /// nothing of that is here.
    @Nullable
    Statement opening() {
        return openings.stream()
                .filter(one -> one.act() == Act.OPEN)
                .findFirst()
                .orElse(openings.isEmpty() ? null : openings.getFirst());
    }

    boolean opens(Statement said) {
        return openings.contains(said);
    }

    /// Whether all are known whom it concerns; of others an admission may still come. What concerns the whole
    /// case is told to all whom its writer knew to be in it.
    boolean knows(Statement said) {
        return nations.contains(said.party())
                && nations.containsAll(said.to())
                && (said.act() == Act.OPEN
                        || !said.act().isCaseWide()
                        || openings.stream().anyMatch(one -> one.to().equals(said.to())));
    }

    /// What speaks against the addressees of a statement that is not said yet.
    List<Objection> objections(Statement said) {
        var found = new ArrayList<Objection>();
        var sorted = String.join(", ", nations);
        if (nations.isEmpty()) {
            return found;
        }
        if (said.act() == Act.ADMIT && !opens(said)) {
            return List.of(NOT_ADMITTED);
        }
        if (!nations.contains(said.party())) {
            found.add(new Objection(
                    "/act", said.party() + " is no party to this case", said.party() + " はこの事案の当事国ではありません"));
        }
        if (!nations.containsAll(said.to())) {
            found.add(new Objection(
                    "/to", "only the nations of this case can be told: " + sorted, "伝える先はこの事案の当事国だけです: " + sorted));
        }
        if (said.act().isCaseWide() && !said.to().equals(nations)) {
            found.add(new Objection(
                    "/to",
                    "this concerns the whole case and is told to all its nations: " + sorted,
                    "事案全体に関わるため、全当事国に伝えます: " + sorted));
        }
        return found;
    }
}
