package org.renkei.kernel.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.ledger.LeafHasher;

/// Explains decisions by the hundred thousand, in one canonical text of stable codes: the day, the outcome, every rule
/// with its result, and the facts they used, agreement version included. [ReasonText] says the same to people.
///
/// ```
/// 2016-04-16 withheld; failed level; met label-present …; label SECRET//REL TO USA; to USA up to CONFIDENTIAL, …
/// ```
///
/// The audit entry of a decision is short: facts are entries of the audit log themselves, once each, and
/// decisions name their positions. So the log alone gives back the whole text, and a leaf is one block of
/// SHA-256 however long the text. One explainer serves one log. Not thread safe: pieces are kept from one
/// decision to the next.
public final class Explainer {
    /// Microseconds, positions of the label and of the recipient facts, epoch day, failed rules; big-endian.
    private static final int LEAF_LENGTH = 3 * Long.BYTES + 2 * Integer.BYTES;

    private static final byte[] DIVIDER = "; ".getBytes(UTF_8);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] @Nullable [] verdicts = new byte[1 << ReleaseRule.values().length][];
    private final ToLongFunction<byte[]> log;
    private final LeafHasher hasher = new LeafHasher();
    private final byte[] leaf = new byte[LEAF_LENGTH];
    private byte[] text = new byte[1024];
    private int length;
    private int lastDay = Integer.MIN_VALUE;
    private byte[] lastDate = new byte[0];

    /// @param log enters a fact in the audit log and answers its position; called once for each fact
    public Explainer(ToLongFunction<byte[]> log) {
        this.log = log;
    }

    /// Renders the explanation of a decision and returns its length in bytes; [#text] has it until the next one.
    public int explain(CompiledLabel label, CompiledRecipient to, int epochDay, int failures) {
        length = 0;
        append(date(epochDay));
        append(verdict(failures));
        append(label.facts().text());
        append(DIVIDER);
        append(to.factsOn(epochDay).text());
        return length;
    }

    /// The explanation rendered last.
    public String text() {
        return new String(text, 0, length, UTF_8);
    }

    /// The leaf hash of the audit entry about a decision.
    ///
    /// @param micros time of the decision, microseconds since 1970-01-01T00:00Z
    public Hash leaf(long micros, CompiledLabel label, CompiledRecipient to, int epochDay, int failures) {
        LONG.set(leaf, 0, micros);
        LONG.set(leaf, Long.BYTES, label.facts().positionIn(log));
        LONG.set(leaf, 2 * Long.BYTES, to.factsOn(epochDay).positionIn(log));
        INT.set(leaf, 3 * Long.BYTES, epochDay);
        INT.set(leaf, 3 * Long.BYTES + Integer.BYTES, failures);
        return hasher.hash(leaf, LEAF_LENGTH);
    }

    private void append(byte[] part) {
        if (text.length - length < part.length) {
            text = Arrays.copyOf(text, Math.max(text.length * 2, length + part.length));
        }
        System.arraycopy(part, 0, text, length, part.length);
        length += part.length;
    }

    private byte[] date(int epochDay) {
        if (epochDay != lastDay) {
            lastDay = epochDay;
            lastDate = LocalDate.ofEpochDay(epochDay).toString().getBytes(UTF_8);
        }
        return lastDate;
    }

    private byte[] verdict(int failures) {
        var known = verdicts[failures];
        if (known == null) {
            var word = failures == 0 ? "released" : "withheld";
            known = (" " + word + "; failed " + codes(failures) + "; met " + codes(~failures) + "; ").getBytes(UTF_8);
            verdicts[failures] = known;
        }
        return known;
    }

    private static String codes(int rules) {
        var codes = Arrays.stream(ReleaseRule.values())
                .filter(rule -> rule.isIn(rules))
                .map(ReleaseRule::code)
                .collect(joining(" "));
        return codes.isEmpty() ? "none" : codes;
    }
}
