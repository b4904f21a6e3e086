package org.renkei.kernel.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/// RFC 6962 §2.1 written down as it is read, over whole lists: the second implementation.
final class NaiveTree {
    private NaiveTree() {}

    static Hash root(List<byte[]> entries) {
        int n = entries.size();
        if (n == 0) {
            return sha256();
        }
        if (n == 1) {
            return sha256(new byte[] {0}, entries.getFirst());
        }
        int k = split(n);
        return sha256(
                new byte[] {1},
                root(entries.subList(0, k)).bytes(),
                root(entries.subList(k, n)).bytes());
    }

    static List<Hash> path(int m, List<byte[]> entries) {
        int n = entries.size();
        if (n == 1) {
            return List.of();
        }
        int k = split(n);
        return m < k
                ? plus(path(m, entries.subList(0, k)), root(entries.subList(k, n)))
                : plus(path(m - k, entries.subList(k, n)), root(entries.subList(0, k)));
    }

    static List<Hash> proof(int m, List<byte[]> entries) {
        return m == 0 ? List.of() : subproof(m, entries, true);
    }

    private static List<Hash> subproof(int m, List<byte[]> entries, boolean whole) {
        int n = entries.size();
        if (m == n) {
            return whole ? List.of() : List.of(root(entries));
        }
        int k = split(n);
        return m <= k
                ? plus(subproof(m, entries.subList(0, k), whole), root(entries.subList(k, n)))
                : plus(subproof(m - k, entries.subList(k, n), false), root(entries.subList(0, k)));
    }

    private static int split(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }

    private static List<Hash> plus(List<Hash> hashes, Hash last) {
        var all = new ArrayList<>(hashes);
        all.add(last);
        return all;
    }

    private static Hash sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return Hash.of(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
