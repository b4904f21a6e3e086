package org.renkei.kernel.link;

/// The part of a session in which two nodes cosign each other's audit logs: one checkpoint at a time each
/// way, on the bulk lane, and nothing before version 3.
final class Cosigning {
    private static final int VERSION = 3;

    private final Effects effects;
    private boolean ready;
    private boolean asked;
    private boolean answering;

    Cosigning(Effects effects) {
        this.effects = effects;
    }

    void begin(int version) {
        ready = version >= VERSION;
    }

    /// Our own checkpoint goes to the partner, unless the one before is not answered.
    void ask(LinkFrame.Audited audited) {
        if (ready && !asked && !effects.isClosed()) {
            asked = true;
            effects.send(audited);
        }
    }

    void take(LinkFrame.Audited audited) {
        if (!ready || answering || audited.proof().size() > LinkFrame.Audited.MAX_PROOF) {
            throw new IllegalArgumentException("a checkpoint of an audit log out of turn");
        }
        answering = true;
        effects.add(new LinkEffect.Witness(audited));
    }

    void answer(LinkFrame.Cosigned cosigned) {
        answering = false;
        if (!effects.isClosed()) {
            effects.send(cosigned);
        }
    }

    void take(LinkFrame.Cosigned cosigned) {
        if (!asked) {
            throw new IllegalArgumentException("a cosignature that was not asked for");
        }
        asked = false;
        effects.add(new LinkEffect.TakeCosigned(cosigned));
    }
}
