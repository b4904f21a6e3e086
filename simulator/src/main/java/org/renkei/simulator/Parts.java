package org.renkei.simulator;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.link.Fetching;
import org.renkei.kernel.record.Attachment;
import org.renkei.kernel.record.SharedRecord;

/// The durable contents of attachments that one partner's records list, as far as they have come. Each is wanted as
/// soon as a record lists it, and goes with the last one that does.
final class Parts {
    private static final int LONGEST_WAIT = 3600;

    enum State {
        WANTED,
        HERE,
        DAMAGED
    }

    /// `held` are the bytes that have come, `noted` how many of them the node believes it has.
    record Part(long size, byte[] held, int noted, State state, int refusals, Instant retry) {
        static Part wanted(long size) {
            return new Part(size, new byte[0], 0, State.WANTED, 0, Instant.MIN);
        }

        Part become(State next) {
            return next == State.DAMAGED
                    ? new Part(size, new byte[0], 0, next, 0, Instant.MIN)
                    : new Part(size, held, noted, next, 0, Instant.MIN);
        }
    }

    private final Map<Hash, Part> parts = new LinkedHashMap<>();

    Parts copy() {
        var copy = new Parts();
        copy.parts.putAll(parts);
        return copy;
    }

    Map<Hash, Part> all() {
        return parts;
    }

    /// Digests and sizes of what a form lists, with the previews.
    static Map<Hash, Long> listed(@Nullable SharedRecord form) {
        var listed = new LinkedHashMap<Hash, Long>();
        if (form != null) {
            for (var one : Attachment.listIn(form.body())) {
                var preview = one.preview();
                if (preview != null) {
                    listed.put(preview.digest(), preview.size());
                }
                listed.put(one.digest(), one.size());
            }
        }
        return listed;
    }

    /// What records list now, after one of them has changed.
    void relist(@Nullable SharedRecord before, @Nullable SharedRecord after, Iterable<Copy.State> all, boolean keeps) {
        var gone = new HashSet<>(listed(before).keySet());
        listed(after).forEach((digest, size) -> {
            gone.remove(digest);
            parts.putIfAbsent(digest, Part.wanted(size));
            parts.computeIfPresent(digest, (key, part) -> part.state() == State.WANTED ? again(part) : part);
        });
        if (!gone.isEmpty() && !keeps) {
            all.forEach(state -> gone.removeAll(listed(state.form()).keySet()));
            parts.keySet().removeAll(gone);
        }
    }

    private static Part again(Part part) {
        return new Part(part.size(), part.held(), part.noted(), part.state(), 0, Instant.MIN);
    }

    Fetching.@Nullable Wanted next(Instant now) {
        for (var one : parts.entrySet()) {
            var part = one.getValue();
            if (part.state() == State.WANTED && !part.retry().isAfter(now)) {
                return new Fetching.Wanted(one.getKey(), part.noted(), part.size());
            }
        }
        return null;
    }

    /// Stores what follows on what is held; after the last byte the whole is verified. Answers whether it was kept.
    boolean store(Hash digest, long from, long total, byte[] bytes, Flaws flaws) {
        var part = parts.get(digest);
        if (part == null || part.state() != State.WANTED || from > part.noted()) {
            return false;
        }
        if (from + bytes.length <= part.noted()) {
            return true;
        }
        if (total != part.size() || bytes.length > total - from) {
            parts.put(digest, part.become(State.DAMAGED));
            return false;
        }
        var end = (int) from + bytes.length;
        var held = Arrays.copyOf(part.held(), end);
        System.arraycopy(bytes, 0, held, (int) from, bytes.length);
        var grown = new Part(total, held, end, State.WANTED, 0, Instant.MIN);
        parts.put(digest, end < total ? grown : finished(digest, grown, flaws));
        return Objects.requireNonNull(parts.get(digest)).state() != State.DAMAGED;
    }

    private static Part finished(Hash digest, Part part, Flaws flaws) {
        var whole = flaws.have(Mutant.CONTENT_UNVERIFIED)
                || Hash.ofContent(part.held()).equals(digest);
        return part.become(whole ? State.HERE : State.DAMAGED);
    }

    /// For a host with a fault: only how far it is, not what it is.
    boolean noteOnly(Hash digest, long from, int length) {
        var part = parts.get(digest);
        if (part == null || part.state() != State.WANTED || from != part.noted()) {
            return false;
        }
        var end = (int) from + length;
        parts.put(digest, new Part(part.size(), part.held(), end, State.WANTED, 0, Instant.MIN));
        return true;
    }

    /// The bytes of what was noted before.
    void fill(Hash digest, long from, byte[] bytes, Flaws flaws) {
        var part = parts.get(digest);
        if (part != null && part.state() == State.WANTED) {
            var held = Arrays.copyOf(part.held(), Math.max(part.noted(), part.held().length));
            System.arraycopy(bytes, 0, held, (int) from, bytes.length);
            var filled = new Part(part.size(), held, part.noted(), State.WANTED, 0, Instant.MIN);
            parts.put(digest, part.noted() < part.size() ? filled : finished(digest, filled, flaws));
        }
    }

    /// It is asked for again after a while that doubles up to an hour.
    void lacking(Hash digest, String code, Instant now) {
        var part = parts.get(digest);
        if (part == null || part.state() != State.WANTED) {
            return;
        }
        var seconds = Math.min(LONGEST_WAIT, 60 << Math.min(part.refusals(), 10));
        parts.put(
                digest,
                code.equals(Fetching.DAMAGED)
                        ? part.become(State.DAMAGED)
                        : new Part(
                                part.size(),
                                part.held(),
                                part.noted(),
                                State.WANTED,
                                part.refusals() + 1,
                                now.plusSeconds(seconds)));
    }

    /// One byte of a content goes bad on the disk; answers which.
    @Nullable
    Hash rot(int which, int where) {
        var held = parts.entrySet().stream()
                .filter(one ->
                        one.getValue().held().length > 0 && one.getValue().state() == State.WANTED)
                .toList();
        if (held.isEmpty()) {
            return null;
        }
        var one = held.get(Math.floorMod(which, held.size()));
        var part = one.getValue();
        var bytes = part.held().clone();
        bytes[Math.floorMod(where, bytes.length)] ^= 1;
        one.setValue(new Part(part.size(), bytes, part.noted(), part.state(), part.refusals(), part.retry()));
        return one.getKey();
    }
}
