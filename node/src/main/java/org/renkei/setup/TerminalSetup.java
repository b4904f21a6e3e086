package org.renkei.setup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.renkei.keys.NodeCard;

/// A setup in the terminal: the same questions, one line each. An empty line takes what stands in brackets.
public final class TerminalSetup {
    private final Setup setup;
    private final BufferedReader in;
    private final PrintWriter out;
    private final boolean japanese;
    private final Locale language;
    /// What was typed last, so that a mistake in one answer does not cost the others.
    private final Map<String, String> typed = new HashMap<>();

    public TerminalSetup(Setup setup, BufferedReader in, PrintWriter out, Locale language) {
        this.setup = setup;
        this.in = in;
        this.out = out;
        this.language = language;
        this.japanese = language.getLanguage().equals("ja");
    }

    /// Asks until all is answered and the settings are written.
    ///
    /// @return the settings file
    /// @throws IOException also when the input ends before; then it goes on from there the next time
    public Path run() throws IOException {
        out.println(say(
                "This sets up a node. What you have answered is kept: break off at any time and go on later.",
                "ノードの初期設定を行います。回答は保存されるので、途中でやめても続きから再開できます。"));
        for (var step = setup.next(); step.isPresent(); step = setup.next()) {
            ask(step.get());
        }
        var written = setup.finish();
        out.printf(
                say("%nWritten: %s. This node's card for partners: %s%n", "%n設定を書き込みました: %s。相手に渡すカード: %s%n"),
                written,
                written.resolveSibling(setup.get("data")).resolve("node.card"));
        return written;
    }

    private void ask(Step step) throws IOException {
        out.printf("%n%s%n", SetupText.title(step).in(language));
        var given = step == Step.KEYS
                ? keys()
                : step == Step.PARTNER ? partner() : lines(step, Map.of(), SetupText::question);
        var mistakes = setup.answer(step, given);
        mistakes.forEach(one -> out.printf("  ! %s: %s%n", one.field(), one.in(language)));
    }

    private Map<String, String> keys() throws IOException {
        show(setup.ownCard());
        read(say("Press Enter to go on", "Enter で次へ"));
        return Map.of();
    }

    private Map<String, String> partner() throws IOException {
        var file = read(say("Card file of the first partner, empty for none", "最初の相手のカードのファイル（なければ空）"));
        if (file.isEmpty()) {
            return Map.of("clearance", "UNCLASSIFIED");
        }
        try {
            var text = Files.readString(Path.of(file));
            var card = Setup.partnerCard(text);
            show(card);
            var compared = read(say(
                    "Call an officer there whom you know. Are all sixteen words the same? (yes/no)",
                    "面識のある担当者に電話してください。16 語すべて一致しましたか（yes/no）"));
            var known = Map.of(
                    "card", text, "fingerprint", SettingsText.is(Map.of("x", compared), "x") ? card.fingerprint() : "");
            if (!isSite(card)) {
                return lines(Step.PARTNER, known, SetupText::question);
            }
            out.println(SetupText.ofSite(card.node().toString()).in(language));
            return lines(Step.PARTNER, known, SetupText::questionOfSite);
        } catch (IOException | IllegalArgumentException e) {
            out.printf("  ! %s%n", say("this file cannot be read as a node card", "ノードカードとして読み取れません"));
            return partner();
        }
    }

    private boolean isSite(NodeCard card) {
        return setup.get("node").startsWith(card.node().party() + "/");
    }

    private void show(NodeCard card) {
        out.printf(
                "%s%n%s%n%n%s%n", card.node(), card.fingerprint(), card.words().text(language));
    }

    private Map<String, String> lines(Step step, Map<String, String> known, Function<String, SetupText> question)
            throws IOException {
        var given = new LinkedHashMap<String, String>(known);
        for (var field : step.fields()) {
            if (!known.containsKey(field)) {
                var proposed = typed.getOrDefault(field, setup.get(field));
                var line = read(question.apply(field).in(language) + (proposed.isEmpty() ? "" : " [" + proposed + "]"));
                given.put(field, line.isEmpty() ? proposed : line);
                typed.put(field, given.getOrDefault(field, ""));
            }
        }
        return given;
    }

    private String read(String prompt) throws IOException {
        out.print(prompt + ": ");
        out.flush();
        var line = in.readLine();
        if (line == null) {
            throw new IOException(say("the input has ended; run it again to go on", "入力が終わりました。もう一度実行すると続きから再開します"));
        }
        return line.strip();
    }

    private String say(String english, String inJapanese) {
        return japanese ? inJapanese : english;
    }
}
