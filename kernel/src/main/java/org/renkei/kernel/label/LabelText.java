package org.renkei.kernel.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// The text form of a label, segments divided by `//`:
///
/// ```
/// [//POLICY ]CLASSIFICATION [//CAVEAT/CAVEAT] [//ORCON] [//EYES ONLY] [//REL TO A, B | //PUBLIC] [//FGI C] [//FOR P,
/// Q] [//EXERCISE]
/// ```
///
/// A leading `//POLICY ` names a policy other than [Label#ALLIED]. Printing always gives this order; reading takes any
/// order after the classification, but each kind of segment once. Words that stand for a segment are no caveats.
final class LabelText {
    private static final String DIVIDER = "//";
    static final int MAX_LENGTH = 2000;
    private static final int MOST_READ = 1_024;
    /// Thousands of records bear a few labels: each text is read once, and its records share what came of it.
    private static final Map<String, Label> READ = new ConcurrentHashMap<>();

    private LabelText() {}

    static String print(Label label) {
        var segments = new ArrayList<String>();
        var foreignPolicy = !label.policy().equals(Label.ALLIED);
        segments.add((foreignPolicy ? label.policy() + " " : "")
                + label.classification().marking());
        if (!label.caveats().isEmpty()) {
            segments.add(String.join("/", label.caveats()));
        }
        if (label.originatorControlled()) {
            segments.add("ORCON");
        }
        if (label.eyesOnly()) {
            segments.add("EYES ONLY");
        }
        switch (label.releasability()) {
            case Releasability.Everyone() -> segments.add("PUBLIC");
            case Releasability.To(var codes) -> addList(segments, "REL TO ", codes);
        }
        addList(segments, "FGI ", label.foreign());
        addList(segments, "FOR ", label.purposes());
        if (label.exercise()) {
            segments.add("EXERCISE");
        }
        return (foreignPolicy ? DIVIDER : "") + String.join(DIVIDER, segments);
    }

    private static void addList(List<String> segments, String word, Collection<String> codes) {
        if (!codes.isEmpty()) {
            segments.add(word + String.join(", ", codes));
        }
    }

    static Label parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new LabelException("the label is longer than " + MAX_LENGTH + " characters");
        }
        var known = READ.get(text);
        if (known != null) {
            return known;
        }
        var trimmed = text.strip();
        if (trimmed.isEmpty()) {
            throw new LabelException(
                    "the label is empty; start with a classification, for example UNCLASSIFIED//PUBLIC");
        }
        var label = new Reader().read(trimmed);
        if (READ.size() >= MOST_READ) {
            READ.clear();
        }
        READ.put(text, label);
        return label;
    }

    /// Collects the segments of one label; each may come once.
    private static final class Reader {
        private String policy = Label.ALLIED;
        private final SortedSet<String> caveats = new TreeSet<>();
        private Releasability releasability = Releasability.ORIGIN_ONLY;
        private final SortedSet<String> foreign = new TreeSet<>();
        private final SortedSet<String> purposes = new TreeSet<>();
        private boolean originatorControlled;
        private boolean eyesOnly;
        private boolean exercise;
        private final HashSet<String> seen = new HashSet<>();

        Label read(String text) {
            var head = text;
            if (text.startsWith(DIVIDER)) {
                var blank = text.indexOf(' ');
                if (blank < 0) {
                    throw new LabelException("after the leading // stands a policy, a blank and a classification");
                }
                policy = Label.requireCode(text.substring(DIVIDER.length(), blank));
                head = text.substring(blank + 1);
            }
            var segments = head.split(DIVIDER, -1);
            var classification = Classification.parse(segments[0]);
            Arrays.stream(segments).skip(1).map(String::strip).forEach(this::segment);
            return new Label(
                    policy,
                    classification,
                    caveats,
                    originatorControlled,
                    eyesOnly,
                    releasability,
                    foreign,
                    purposes,
                    exercise);
        }

        private void segment(String segment) {
            if (segment.isEmpty()) {
                throw new LabelException("there is an empty segment: two // follow each other or end the label");
            }
            if (segment.equals("ORCON")) {
                once("ORCON");
                originatorControlled = true;
            } else if (segment.equals("EYES ONLY")) {
                once("EYES ONLY");
                eyesOnly = true;
            } else if (segment.equals("EXERCISE")) {
                once("EXERCISE");
                exercise = true;
            } else if (segment.equals("PUBLIC")) {
                once("REL TO or PUBLIC");
                releasability = Releasability.PUBLIC;
            } else if (segment.startsWith("REL TO ")) {
                once("REL TO or PUBLIC");
                releasability = Releasability.to(codes(segment.substring("REL TO ".length()), ","));
            } else if (segment.startsWith("FGI ")) {
                once("FGI");
                foreign.addAll(codes(segment.substring("FGI ".length()), ","));
            } else if (segment.startsWith("FOR ")) {
                once("FOR");
                purposes.addAll(codes(segment.substring("FOR ".length()), ","));
            } else {
                once("caveats");
                caveats.addAll(codes(segment, "/"));
            }
        }

        private void once(String what) {
            if (!seen.add(what)) {
                throw new LabelException(what + " stands twice; put all of it in one segment");
            }
        }

        private static List<String> codes(String list, String divider) {
            return Arrays.stream(list.split(divider, -1))
                    .map(String::strip)
                    .map(Label::requireCode)
                    .toList();
        }
    }
}
