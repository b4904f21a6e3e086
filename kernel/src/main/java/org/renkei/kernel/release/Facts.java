package org.renkei.kernel.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.renkei.kernel.ledger.Hash;

/// A piece of an explanation that many decisions share: its text, and the digest that stands for it in audit leaves.
/// The arrays are not to be changed.
record Facts(byte[] text, byte[] digest) {

    static Facts of(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return new Facts(bytes, Hash.ofContent(bytes).bytes());
    }
}
