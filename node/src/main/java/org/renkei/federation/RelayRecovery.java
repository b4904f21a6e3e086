package org.renkei.federation;

import java.util.List;
import org.renkei.kernel.link.LinkFrame;

/// How far this node is in getting its own entries back from a partner by way of others, after it was restored from
/// an older copy; and how far back the partner is, when it was. Owned by [RelayedLink].
final class RelayRecovery {
    private volatile List<LinkFrame> cameBack = List.of();
    private long askedFrom;
    private long setBackTo = -1;

    /// What earlier parcels gave back.
    List<LinkFrame> cameBack() {
        return cameBack;
    }

    /// What to ask for after a parcel of the partner: once for each part, and again whenever it has answered a
    /// question.
    List<LinkFrame> ask(ParcelIntake.Taken taken) {
        var now = taken.recovering();
        cameBack = List.copyOf(now.cameBack());
        if (now.next() == 0 || now.next() == askedFrom && taken.answers().isEmpty()) {
            return List.of();
        }
        askedFrom = now.next();
        return List.of(new LinkFrame.Recover(askedFrom));
    }

    /// All has come back, or what came is of no use.
    void reset() {
        cameBack = List.of();
        askedFrom = 0;
    }

    /// Notes how much the partner says it holds; true when it is less than it once confirmed, and this was not known:
    /// it was restored from an older copy. A parcel that was late says the same; then something is sent twice.
    boolean setsBack(long held, long acknowledged, boolean answers) {
        if (held >= acknowledged) {
            setBackTo = -1;
            return false;
        }
        var news = setBackTo < 0 && answers;
        if (news || setBackTo >= 0) {
            setBackTo = Math.max(held, setBackTo);
        }
        return news;
    }

    /// How much the partner is known to hold.
    long confirmed(long acknowledged) {
        return setBackTo < 0 ? acknowledged : setBackTo;
    }
}
