package org.renkei.kernel.link;

/// A way to compress that both sides must know: it is used only where both name the same.
public interface Compressions {

    /// Name with the dictionary's version, for example `zstd-1`; empty for none.
    String name();

    /// A fresh one that remembers nothing. Never shared with another partner: what one sends must not show in the
    /// sizes of what another receives.
    Compression open(Lane lane);

    static Compressions none() {
        return new Compressions() {
            @Override
            public String name() {
                return "";
            }

            @Override
            public Compression open(Lane lane) {
                return Compression.none();
            }
        };
    }
}
