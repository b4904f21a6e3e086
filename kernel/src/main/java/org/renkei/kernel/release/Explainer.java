package org.renkei.kernel.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.time.LocalDate;
import java.util.Arrays;
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
/// The audit leaf of a decision binds that text through the digests of its parts, so that it stays within two blocks of
/// SHA-256 however long the text is. Not thread safe: pieces are kept from one decision to the next.
public final class Explainer {
    /// 32-byte digests of label and recipient facts, position, microseconds, epoch day, failed rules; big-endian.
    private static final int LEAF_LENGTH = 2 * Hash.LENGTH + 2 * Long.BYTES + 2 * Integer.BYTES;

    private static final byte[] DIVIDER = "; ".getBytes(UTF_8);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] @Nullable [] verdicts = new byte[1 << ReleaseRule.values().length][];
    private final LeafHasher hasher = new LeafHasher();
    private final byte[] leaf = new byte[LEAF_LENGTH];
    private byte[] text = new byte[1024];
    private int length;
    private int lastDay = Integer.MIN_VALUE;
    private byte[] lastDate = new byte[0];

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
    /// @param position of the entry in its log, from 0
    /// @param micros time of the decision, microseconds since 1970-01-01T00:00Z
    public Hash leaf(
            long position, long micros, CompiledLabel label, CompiledRecipient to, int epochDay, int failures) {
        System.arraycopy(label.facts().digest(), 0, leaf, 0, Hash.LENGTH);
        System.arraycopy(to.factsOn(epochDay).digest(), 0, leaf, Hash.LENGTH, Hash.LENGTH);
        LONG.set(leaf, 2 * Hash.LENGTH, position);
        LONG.set(leaf, 2 * Hash.LENGTH + Long.BYTES, micros);
        INT.set(leaf, 2 * Hash.LENGTH + 2 * Long.BYTES, epochDay);
        INT.set(leaf, 2 * Hash.LENGTH + 2 * Long.BYTES + Integer.BYTES, failures);
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
