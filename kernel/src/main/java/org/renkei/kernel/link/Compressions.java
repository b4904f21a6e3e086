package org.renkei.kernel.link;

/// A way to compress that both sides must know: it is used only where both name the same.
public interface Compressions {

    /// Name with the dictionary's version, for example `zstd-1`.
    String name();

    /// A fresh context for one lane in one direction.
    Compression open(Lane lane);
}
