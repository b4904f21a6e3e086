package org.renkei.kernel.link;

/// Where the lanes of one session get their compression.
public interface Compressions {

    /// A fresh one that remembers nothing.
    Compression open(Lane lane);

    static Compressions none() {
        return lane -> Compression.none();
    }
}
