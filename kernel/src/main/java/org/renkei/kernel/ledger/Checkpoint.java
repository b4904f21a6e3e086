package org.renkei.kernel.ledger;

import java.util.Base64;

/// What a log was at one moment: whose it is, how many entries it had, and their Merkle root. Its text form is the body
/// of a C2SP `tlog-checkpoint`: three lines, each ended by a line feed.
///
/// @param origin names the log, for example `JPN/ichigaya/ledger/USA`; one line, not empty
public record Checkpoint(String origin, long size, Hash root) {

    public Checkpoint {
        if (origin.isEmpty() || origin.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("an origin is one line of text");
        }
        if (size < 0) {
            throw new IllegalArgumentException("size " + size);
        }
    }

    public String body() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root.bytes()) + "\n";
    }

    /// Reads what [#body] wrote and nothing else.
    ///
    /// @throws IllegalArgumentException saying which line is not right
    public static Checkpoint parse(String body) {
        String[] lines = body.split("\n", -1);
        if (lines.length != 4 || !lines[3].isEmpty()) {
            throw new IllegalArgumentException("a checkpoint has three lines");
        }
        var checkpoint = new Checkpoint(lines[0], parseSize(lines[1]), parseRoot(lines[2]));
        if (!checkpoint.body().equals(body)) {
            throw new IllegalArgumentException("the size or the root is not written in its one form");
        }
        return checkpoint;
    }

    private static long parseSize(String line) {
        try {
            return Long.parseLong(line);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the second line is not a size", e);
        }
    }

    private static Hash parseRoot(String line) {
        try {
            return Hash.of(Base64.getDecoder().decode(line));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the third line is not a hash in base64", e);
        }
    }
}
