package org.renkei.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.label.LabelException;
import org.renkei.kernel.label.Releasability;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.FieldError;
import org.renkei.release.Addressing;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The files that come with a statement. Those without a label of their own stand in its record. One that
/// fewer nations may have is said to those alone, in a record of its own
/// ([Act#ENCLOSE][org.renkei.kernel.cases.Act]): a place that is cut out of a list would tell the others
/// that there is something.
///
/// @param within under the label of the statement
/// @param apart by label, in the order in which they were named
record Enclosures(List<JsonNode> within, Map<Label, List<JsonNode>> apart) {

    /// Reads `files` of a request: each as its upload was answered, with a `label` where it has one of its
    /// own.
    ///
    /// @throws Problem naming every file that cannot go with the statement, and why
    static Enclosures of(JsonNode request, String self) {
        var files = request.path("files");
        if (files.isMissingNode() || files.isNull()) {
            return new Enclosures(List.of(), Map.of());
        }
        if (!files.isArray()) {
            throw Addressing.refusal("/files", "a list of files is expected", "ファイルの一覧です");
        }
        var reading = new Reading(Addressing.label(request), Addressing.to(request), self);
        for (var i = 0; i < files.size(); i++) {
            reading.read(files.get(i), "/files/" + i);
        }
        if (!reading.mistakes.isEmpty()) {
            throw Problem.refused(reading.mistakes);
        }
        return new Enclosures(reading.within, reading.apart);
    }

    /// @param whole label of the statement
    /// @param to who is told the statement
    private record Reading(
            Label whole,
            Set<String> to,
            String self,
            List<JsonNode> within,
            Map<Label, List<JsonNode>> apart,
            List<FieldError> mistakes) {
        Reading(Label whole, Set<String> to, String self) {
            this(whole, to, self, new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>());
        }

        void read(JsonNode file, String at) {
            if (!(file instanceof ObjectNode given)) {
                mistakes.add(new FieldError(at, "a file as its upload was answered", "登録時の応答のままのファイルです"));
                return;
            }
            var attachment = given.deepCopy();
            attachment.remove("label");
            var text = given.path("label").asString("");
            if (text.isBlank()) {
                within.add(attachment);
                return;
            }
            try {
                var label = Label.parse(text);
                if (label.equals(whole)) {
                    within.add(attachment);
                } else {
                    against(given.path("name").asString(""), at + "/label", label);
                    apart.computeIfAbsent(label, key -> new ArrayList<>()).add(attachment);
                }
            } catch (LabelException e) {
                mistakes.add(
                        new FieldError(at + "/label", String.valueOf(e.getMessage()), "読み取れません: " + e.getMessage()));
            }
        }

        private void against(String name, String at, Label label) {
            var others = new TreeSet<>(toldBy(label, self));
            others.removeAll(to);
            if (label.releasability() instanceof Releasability.Everyone) {
                refuse(name, at, "a file goes to nations that are named", "ファイルは名指しした国に伝えます");
            } else if (!others.isEmpty()) {
                var nations = String.join(", ", others);
                refuse(
                        name,
                        at,
                        nations + " is not told the statement, and so not of its file",
                        nations + " には申述を伝えないため、そのファイルも伝えられません");
            } else if (toldBy(label, self).equals(to)) {
                refuse(
                        name,
                        at,
                        label.classification().compareTo(whole.classification()) > 0
                                ? "its label is above the statement's: raise that one, or tell fewer nations of the file"
                                : "what all of them are told goes under the label of the statement",
                        label.classification().compareTo(whole.classification()) > 0
                                ? "申述のラベルより高い区分です。申述の区分を上げるか、ファイルの宛先を減らしてください"
                                : "全ての宛先に伝えるファイルは、申述と同じラベルにします");
            }
            if (label.exercise() != whole.exercise()) {
                refuse(name, at, "an exercise never mixes with what is real", "訓練と実際の事案を混ぜることはできません");
            }
        }

        private void refuse(String name, String at, String english, String japanese) {
            mistakes.add(new FieldError(at, name + ": " + english, name + "：" + japanese));
        }
    }

    /// Who is told of files under a label, the own nation among them.
    static Set<String> toldBy(Label label, String self) {
        var told = new TreeSet<String>();
        if (label.releasability() instanceof Releasability.To(var codes)) {
            told.addAll(codes);
        }
        if (told.isEmpty()) {
            told.add(self);
        }
        return told;
    }
}
