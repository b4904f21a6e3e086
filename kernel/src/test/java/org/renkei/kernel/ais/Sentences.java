package org.renkei.kernel.ais;

/// One line on its own, for tests that count sentences.
final class Sentences {
    private Sentences() {}

    sealed interface Read permits Right, Wrong, Other {}

    record Right(AisSentence sentence) implements Read {}

    record Wrong(AisRefusal reason) implements Read {}

    record Other() implements Read {}

    static Read of(String line) {
        try {
            var from = TagBlock.parse(line).end();
            return AisSentence.isOne(line, from)
                    ? new Right(AisSentence.parse(line.stripTrailing(), from))
                    : new Other();
        } catch (Refused refused) {
            return new Wrong(refused.reason);
        }
    }
}
