package org.renkei.picture;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.renkei.identity.Caller;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.track.FeedRule;
import org.renkei.kernel.track.TrackIds;
import org.renkei.kernel.track.TrackRelease;
import org.renkei.party.PartyRegister;
import org.renkei.sight.Viewers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Decides what a caller may see of tracks, by the facts of this moment and the same rules as for records: people of
/// the own nation by their clearance, a liaison as its nation besides, the service account everything.
@Service
class TrackSights {
    private static final int SECRET_BYTES = 32;

    private final PartyRegister register;
    private final Viewers viewers;
    private final FeedTerms terms;
    private final JdbcClient jdbc;
    private volatile @Nullable TrackIds ids;

    TrackSights(PartyRegister register, Viewers viewers, FeedTerms terms, JdbcClient jdbc) {
        this.register = register;
        this.viewers = viewers;
        this.terms = terms;
        this.jdbc = jdbc;
    }

    /// Empty for those who see nothing.
    @Transactional
    public Optional<TrackRelease> of(Caller caller, Map<String, FeedRule> rules) {
        if (!caller.cleared()) {
            return Optional.empty();
        }
        var rulebook = register.rulebook();
        return Optional.of(
                new TrackRelease(rulebook, viewers.compile(caller, rulebook), register.today(), rules, ids()));
    }

    /// What the node of a partner may be told, by the key of the partner.
    @Transactional
    public TrackRelease ofPartner(String key, Map<String, FeedRule> rules) {
        var rulebook = register.rulebook();
        return new TrackRelease(
                rulebook,
                rulebook.compile(register.recipient(key)),
                register.today(),
                rules,
                terms.before(rules),
                ids());
    }

    /// Decides about tracks that partners tell of.
    interface Received {
        boolean mayHold(PartnerTrack track);
    }

    /// The word of the origin about its label counts here as for records: for the own nation by clearance; a liaison
    /// sees what its own nation tells, and nothing that anybody else gave.
    @Transactional(readOnly = true)
    public Received ofReceived(Caller caller) {
        if (!caller.cleared()) {
            return track -> false;
        }
        var rulebook = register.rulebook();
        var viewer = viewers.compile(caller, rulebook);
        var party = viewer.recipient().party();
        var own = party.equals(rulebook.origin());
        var day = (int) register.today().toEpochDay();
        var known = new HashMap<Label, Boolean>();
        return track -> (own || party.equals(track.origin().party()))
                && known.computeIfAbsent(
                        track.track().about().label(),
                        label ->
                                rulebook.failures(rulebook.compile(label, own ? rulebook.origin() : party), viewer, day)
                                        == 0);
    }

    private TrackIds ids() {
        var known = ids;
        if (known == null) {
            known = new TrackIds(secret());
            ids = known;
        }
        return known;
    }

    /// Made once for each node.
    private byte[] secret() {
        var fresh = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(fresh);
        jdbc.sql("insert into picture.secret (secret) values (?) on conflict do nothing")
                .param(fresh)
                .update();
        return jdbc.sql("select secret from picture.secret").query(byte[].class).single();
    }
}
