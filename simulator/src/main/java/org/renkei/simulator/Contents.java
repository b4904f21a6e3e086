package org.renkei.simulator;

import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.link.Fetching;
import org.renkei.kernel.link.LinkEffect;

/// What one session asks of the store of its node in matters of attachments.
record Contents(SimNode node, SimNode partner, Desks desks) {
    private static final int MOST_CHUNK = 9_000;

    /// Carries it out; the consumer is what the session is told of it, if it hears of it at all.
    Consumer<Fetching> perform(LinkEffect.OfAttachment effect, SplittableRandom random, Set<String> cleared) {
        var parts = node.store().copy(partner.index()).parts;
        return switch (effect) {
            case LinkEffect.NextWanted which -> {
                var stolen = node.takeCuriosity(partner.index());
                var next = stolen == null ? parts.next(node.now()) : stolen;
                yield fetching -> fetching.wanted(next);
            }
            case LinkEffect.StoreChunk(var digest, var from, var total, var bytes) -> {
                var kept = parts.store(digest, from, total, bytes, desks.flaws());
                yield fetching -> fetching.chunkStored(digest, from + bytes.length, kept);
            }
            case LinkEffect.NoteLacking(var digest, var code) -> {
                parts.lacking(digest, code, node.now());
                yield Fetching::lackingNoted;
            }
            case LinkEffect.ReadAttachment(var digest, var from, var maxBytes) ->
                read(digest, from, 1 + random.nextInt(Math.min(MOST_CHUNK, maxBytes)), cleared);
        };
    }

    private Consumer<Fetching> read(Hash digest, long from, int most, Set<String> cleared) {
        var content = node.store().contents.get(digest);
        if (content == null || from >= content.length || !mayHave(digest)) {
            return fetching -> fetching.lacks(digest, from, Fetching.NOT_AVAILABLE);
        }
        desks.watch().gives(node, partner.index(), digest, content, cleared);
        var end = (int) Math.min(content.length, from + most);
        var bytes = Arrays.copyOfRange(content, (int) from, end);
        return fetching -> fetching.read(digest, from, content.length, bytes);
    }

    /// Whether the newest entry of one of its records is a release that lists it, and stands.
    private boolean mayHave(Hash digest) {
        var flaws = desks.flaws();
        var ledger = node.store().ledger(partner.index());
        return flaws.have(Mutant.CONTENT_TO_ANYBODY)
                || ledger.lists(digest, node.now(), !flaws.have(Mutant.CONTENT_WHILE_HELD));
    }
}
