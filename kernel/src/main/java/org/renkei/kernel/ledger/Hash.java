package org.renkei.kernel.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// 32 bytes of SHA-256, equal by content. Leaves and nodes are prefixed differently (RFC 6962 §2.1), so that no leaf
/// can pass for a node.
public final class Hash {
    public static final int LENGTH = 32;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /// @throws IllegalArgumentException unless there are exactly 32 bytes
    public static Hash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /// @throws IllegalArgumentException unless there are exactly 64 hexadecimal digits
    public static Hash parse(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    /// SHA-256 of the bytes as they are.
    public static Hash ofContent(byte[] content) {
        return new Hash(sha256().digest(content));
    }

    /// SHA-256(0x00 || entry).
    public static Hash ofLeaf(byte[] entry) {
        MessageDigest digest = sha256();
        digest.update((byte) 0);
        return new Hash(digest.digest(entry));
    }

    /// SHA-256(0x01 || left || right).
    public static Hash ofNode(Hash left, Hash right) {
        MessageDigest digest = sha256();
        digest.update((byte) 1);
        digest.update(left.bytes);
        return new Hash(digest.digest(right.bytes));
    }

    /// The root of a tree without leaves: SHA-256 of nothing.
    public static Hash ofEmptyTree() {
        return ofContent(new byte[0]);
    }

    /// Without copying: the array must not be used any more.
    static Hash ofOwned(byte[] bytes) {
        return new Hash(bytes);
    }

    static Hash readAt(byte[] column, int offset) {
        return new Hash(Arrays.copyOfRange(column, offset, offset + LENGTH));
    }

    void writeAt(byte[] column, int offset) {
        System.arraycopy(bytes, 0, column, offset, LENGTH);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /// 64 lower-case hexadecimal digits.
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
