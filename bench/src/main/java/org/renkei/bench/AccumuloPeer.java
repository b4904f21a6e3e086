package org.renkei.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.accumulo.access.Access;
import org.apache.accumulo.access.AccessEvaluator;
import org.apache.accumulo.access.AccessExpression;
import org.renkei.kernel.label.Classification;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.label.Releasability;
import org.renkei.kernel.release.Recipient;

/// The workload for accumulo-access: a label is an expression, a recipient on a day a set of tokens. It knows
/// no levels, dates or agreements, so these come folded into tokens beforehand, one evaluator for each
/// recipient and day; that work is not timed.
final class AccumuloPeer {
    private static final String NEVER = "NEVER";

    private final ReleaseWorkload workload;
    private final String[] texts = new String[ReleaseWorkload.LABELS];
    private final AccessExpression[] expressions = new AccessExpression[ReleaseWorkload.LABELS];
    private final AccessEvaluator[][] evaluators =
            new AccessEvaluator[ReleaseWorkload.RECIPIENTS][ReleaseWorkload.DAYS.size()];

    AccumuloPeer(ReleaseWorkload workload) {
        this.workload = workload;
        Access access = Access.builder().build();
        for (int i = 0; i < texts.length; i++) {
            texts[i] = expression(workload.labels.get(i));
            expressions[i] = access.newExpression(texts[i]);
        }
        for (int i = 0; i < evaluators.length; i++) {
            for (int day = 0; day < evaluators[i].length; day++) {
                evaluators[i][day] = access.newEvaluator(tokens(workload.recipients.get(i), day));
            }
        }
    }

    boolean permitsText(int request) {
        return evaluator(request).canAccess(texts[workload.label[request]]);
    }

    boolean permitsParsed(int request) {
        return evaluator(request).canAccess(expressions[workload.label[request]]);
    }

    private AccessEvaluator evaluator(int request) {
        return evaluators[workload.recipient[request]][workload.day[request]];
    }

    private static String expression(Label label) {
        var terms = new ArrayList<String>();
        terms.add("LEVEL_" + label.classification().level());
        if (label.eyesOnly()) {
            terms.add(NEVER);
        }
        if (label.classification().isClassified()) {
            terms.add("AGREED_" + label.classification().level());
        }
        if (label.releasability() instanceof Releasability.To(var codes)) {
            List<String> names = codes.stream().map(code -> "REL_" + code).toList();
            terms.add(names.isEmpty() ? NEVER : "(" + String.join("|", names) + ")");
        }
        label.caveats().forEach(caveat -> terms.add("CAVEAT_" + caveat));
        label.purposes().forEach(purpose -> terms.add("\"FOR_" + purpose + "\""));
        label.foreign().forEach(nation -> terms.add("IS_" + nation));
        return String.join("&", terms);
    }

    private Set<String> tokens(Recipient recipient, int day) {
        var tokens = new HashSet<String>();
        for (Classification level : Classification.values()) {
            if (level.level() <= recipient.clearance().level()) {
                tokens.add("LEVEL_" + level.level());
            }
            if (level.level() <= workload.ceiling(recipient.party(), ReleaseWorkload.DAYS.get(day))) {
                tokens.add("AGREED_" + level.level());
            }
        }
        tokens.add("REL_" + recipient.party());
        tokens.add("IS_" + recipient.party());
        workload.groupsOf(recipient.party(), ReleaseWorkload.DAYS.get(day))
                .forEach(group -> tokens.add("REL_" + group));
        recipient.caveats().forEach(caveat -> tokens.add("CAVEAT_" + caveat));
        recipient.purposes().forEach(purpose -> tokens.add("FOR_" + purpose));
        return tokens;
    }
}
