package org.renkei.witness;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.renkei.audit.AuditLog;
import org.renkei.audit.Cosignature;
import org.renkei.audit.Cosignatures;
import org.renkei.kernel.ledger.Checkpoint;
import org.renkei.kernel.link.CosigningCode;
import org.renkei.keys.Partners;
import org.renkei.keys.Partners.Partner;
import org.renkei.witness.WitnessedLogs.Said;
import org.springframework.stereotype.Service;

/// Who cosigned what, for the screen.
@Service
public class Witnesses {
    private static final int NEWEST = 100;

    private final WitnessedLogs logs;
    private final Cosignatures cosignatures;
    private final Partners partners;
    private final AuditLog audit;

    Witnesses(WitnessedLogs logs, Cosignatures cosignatures, Partners partners, AuditLog audit) {
        this.logs = logs;
        this.cosignatures = cosignatures;
        this.partners = partners;
        this.audit = audit;
    }

    /// A cosigned checkpoint.
    public record Signed(String party, long size, String root, Instant at, String checkpoint) {}

    /// A partner as the witness of this node's log.
    ///
    /// @param state what it said last; null when it was never asked
    /// @param behind entries that were written since the newest it cosigned
    public record Ours(
            String party,
            String node,
            @Nullable String state,
            @Nullable Instant since,
            @Nullable Instant asked,
            long size,
            @Nullable Instant at,
            long behind) {}

    /// The log of a partner as this node witnesses it.
    ///
    /// @param size of the newest that was cosigned
    /// @param offered size of what was not cosigned; 0 when there is none
    public record Theirs(
            String party,
            String node,
            String state,
            Instant since,
            Instant heard,
            long size,
            @Nullable Instant at,
            long offered,
            long backTo) {}

    /// Everything.
    public record All(long size, List<Ours> ours, List<Theirs> theirs, List<Signed> cosignatures) {
        /// Whether somebody must look.
        public boolean isAlarming() {
            return ours.stream().anyMatch(one -> isAlarm(one.state()))
                    || theirs.stream().anyMatch(one -> isAlarm(one.state()));
        }

        private static boolean isAlarm(@Nullable String state) {
            return CosigningCode.INCONSISTENT.code().equals(state)
                    || CosigningCode.WENT_BACK.code().equals(state);
        }
    }

    public All all() {
        var size = audit.size();
        return new All(
                size,
                partners.list().stream().map(partner -> ours(partner, size)).toList(),
                partners.list().stream()
                        .flatMap(partner -> logs.find(partner.node()).map(state -> theirs(partner, state)).stream())
                        .toList(),
                cosignatures.list(NEWEST).stream().map(this::signed).toList());
    }

    /// How far a partner's clock is ahead of ours, from the last cosignature: to the second.
    public record ClockOffset(String party, long seconds) {}

    public List<ClockOffset> clockOffsets() {
        return partners.list().stream()
                .flatMap(partner -> offset(partner).stream())
                .toList();
    }

    private Optional<ClockOffset> offset(Partner partner) {
        var said = logs.said(partner.node()).filter(one -> one.state() == CosigningCode.COSIGNED);
        return said.flatMap(one -> cosignatures
                .newest(partner.node())
                .map(newest -> new ClockOffset(
                        partner.key(), newest.at().getEpochSecond() - one.at().getEpochSecond())));
    }

    private Ours ours(Partner partner, long size) {
        var said = logs.said(partner.node());
        var newest = cosignatures.newest(partner.node());
        return new Ours(
                partner.key(),
                partner.node().toString(),
                said.map(one -> one.state().code()).orElse(null),
                said.map(Said::since).orElse(null),
                said.map(Said::at).orElse(null),
                newest.map(Cosignature::size).orElse(0L),
                newest.map(Cosignature::at).orElse(null),
                size - newest.map(Cosignature::size).orElse(0L));
    }

    private Theirs theirs(Partner partner, LogState state) {
        var newest = logs.newest(partner.node(), state.branch(), Long.MAX_VALUE);
        var offered = state.offered();
        return new Theirs(
                partner.key(),
                partner.node().toString(),
                state.state().code(),
                state.since(),
                state.heard(),
                newest.map(Cosignature::size).orElse(0L),
                newest.map(Cosignature::at).orElse(null),
                offered == null
                        ? 0
                        : Checkpoint.parse(offered.substring(0, offered.indexOf("\n\n") + 1))
                                .size(),
                state.backTo());
    }

    private Signed signed(Cosignature one) {
        var party = partners.findNode(one.node())
                .map(Partner::key)
                .orElse(one.node().toString());
        return new Signed(party, one.size(), one.root().hex(), one.at(), one.text());
    }
}
