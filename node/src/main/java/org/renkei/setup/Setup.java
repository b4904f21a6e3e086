package org.renkei.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.renkei.keys.NodeCard;
import org.renkei.keys.OwnKeys;
import org.renkei.keys.PrivateFiles;
import org.renkei.settings.NodeSettings;
import org.renkei.settings.SettingsException;
import org.renkei.settings.SettingsFile;

/// One setup: takes answers step by step, makes the keys, and writes the settings file once all is answered.
public final class Setup {
    private static final Map<String, String> DEFAULTS = Map.of(
            "exercise", "no",
            "data", "data",
            "apiAddress", "127.0.0.1",
            "apiPort", "8081",
            "linkAddress", "127.0.0.1",
            "linkPort", "9081",
            "clearance", "UNCLASSIFIED");

    private final Path config;
    private final Answers answers;
    private final AnswerCheck check;

    /// @param config the settings file that is to be; it must not be there yet
    public Setup(Path config) {
        this.config = config.toAbsolutePath().normalize();
        if (Files.exists(this.config)) {
            throw new IllegalStateException(this.config + " is there already: this node has been set up");
        }
        this.answers = new Answers(this.config);
        this.check = new AnswerCheck(this.config);
    }

    /// The step that is to be answered next; empty when only the end is left.
    public Optional<Step> next() {
        for (var step : Step.values()) {
            if (!answers.has(step)) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    /// What was answered, or what is proposed.
    public String get(String field) {
        var given = answers.get(field);
        return given.isEmpty() && !answers.all().containsKey(field) ? DEFAULTS.getOrDefault(field, "") : given;
    }

    /// Takes the answers to a step, or says what is wrong with them and keeps nothing.
    public List<Mistake> answer(Step step, Map<String, String> given) {
        var values = new LinkedHashMap<String, String>();
        step.fields()
                .forEach(
                        field -> values.put(field, given.getOrDefault(field, "").strip()));
        var mistakes = new ArrayList<>(check.of(step, values, get("node")));
        if (mistakes.isEmpty() && step != Step.PARTNER) {
            mistakes.addAll(whole(step, values));
        }
        if (mistakes.isEmpty()) {
            answers.keep(step, values);
        }
        return mistakes;
    }

    /// What only the whole file can tell: it is read as it will be when the node starts.
    private List<Mistake> whole(Step step, Map<String, String> values) {
        try {
            read(merged(values));
            return List.of();
        } catch (SettingsException e) {
            var field = step.fields().isEmpty() ? "" : step.fields().getFirst();
            return List.of(new Mistake(field, String.valueOf(e.getMessage()), "設定として使えません: " + e.getMessage()));
        } catch (IOException e) {
            return List.of(new Mistake(
                    "",
                    "nothing can be written beside " + config + ": choose another folder (" + e.getMessage() + ")",
                    config + " の横に書き込めません。別のフォルダーを選んでください"));
        }
    }

    private Map<String, String> merged(Map<String, String> values) {
        var all = new LinkedHashMap<String, String>(DEFAULTS);
        all.putAll(answers.all());
        all.putAll(values);
        return all;
    }

    private NodeSettings read(Map<String, String> values) throws IOException {
        var trial = config.resolveSibling("." + config.getFileName() + ".trial");
        try {
            PrivateFiles.write(trial, SettingsText.of(values, partnerFile(values)));
            return SettingsFile.read(trial);
        } finally {
            Files.deleteIfExists(trial);
        }
    }

    /// This node's card; its keys are made at the first call.
    public NodeCard ownCard() throws IOException {
        var values = merged(Map.of());
        values.put("card", "");
        return OwnKeys.open(read(values)).card();
    }

    /// Reads a partner's card without taking it.
    ///
    /// @throws IllegalArgumentException saying what is wrong with it
    public static NodeCard partnerCard(String text) {
        return NodeCard.parse(text);
    }

    /// Writes the settings file, and what it names.
    public Path finish() throws IOException {
        var values = merged(Map.of());
        var partner = partnerFile(values);
        if (!partner.isEmpty()) {
            PrivateFiles.write(config.resolveSibling(partner), values.getOrDefault("card", ""));
        }
        var card = ownCard();
        read(values);
        PrivateFiles.write(
                config.resolveSibling(values.getOrDefault("data", "data")).resolve("node.card"), card.text());
        PrivateFiles.write(config, SettingsText.of(values, partner));
        answers.remove();
        return config;
    }

    private static String partnerFile(Map<String, String> values) {
        var card = values.getOrDefault("card", "");
        return card.isEmpty()
                ? ""
                : "partners/" + NodeCard.parse(card).node().toString().replace('/', '-') + ".card";
    }
}
