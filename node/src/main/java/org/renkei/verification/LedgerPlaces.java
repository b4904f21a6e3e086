package org.renkei.verification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.renkei.database.Bulk;
import org.renkei.database.Column;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.ledger.LedgerPlace;
import org.renkei.kernel.link.LinkSession;
import org.renkei.kernel.record.NodeId;
import org.renkei.keys.Partners;
import org.renkei.settings.NodeSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Places in ledgers as they stand on paper: where a record stands, and whether what a paper names is
/// there.
@Service
public class LedgerPlaces {
    private final JdbcClient jdbc;
    private final Bulk bulk;
    private final Partners partners;
    private final NodeId self;

    LedgerPlaces(JdbcClient jdbc, Bulk bulk, Partners partners, NodeSettings settings) {
        this.jdbc = jdbc;
        this.bulk = bulk;
        this.partners = partners;
        this.self = settings.node();
    }

    /// How the entry that a paper names stands here.
    public enum Standing {
        HOLDS,
        /// It holds, and a later entry of that ledger is about the same record: a revision or a recall.
        SUPERSEDED,
        /// It is in this node's ledger and was not given out yet, so that no checkpoint covers it.
        WAITING,
        /// This node holds the ledger, or a copy of it, and no such entry.
        ABSENT,
        /// This node holds neither.
        UNKNOWN_LEDGER
    }

    /// Where the newest release of each record stands: of own ones in the ledger for a partner, of
    /// received ones in the copy of their origin's. A record that is in neither has none.
    ///
    /// @param partner its key
    @Transactional(readOnly = true)
    public Map<UUID, LedgerPlace> newest(Collection<UUID> records, String partner) {
        var places = new HashMap<UUID, LedgerPlace>();
        var ids = Column.uuids(records);
        partners.find(partner)
                .ifPresent(found -> bulk.query(
                        """
                        select distinct on (record) record, position, leaf_hash from ledger.entry
                        where party = ? and record = any(?) and type = 'release' order by record, position desc
                        """,
                        (row, number) -> put(places, row, LinkSession.ledgerName(self, found.node())),
                        partner,
                        ids));
        bulk.query(
                """
                select distinct on (record) record, position, leaf_hash, node from federation.received
                where record = any(?) and type = 'release' order by record, position desc
                """,
                (row, number) -> put(places, row, LinkSession.ledgerName(NodeId.parse(row.getString("node")), self)),
                ids);
        return places;
    }

    private static LedgerPlace put(Map<UUID, LedgerPlace> places, ResultSet row, String ledger) throws SQLException {
        var place = new LedgerPlace(ledger, row.getLong("position"), Hash.of(row.getBytes("leaf_hash")));
        places.put(row.getObject("record", UUID.class), place);
        return place;
    }

    /// Whether the entry that a paper names stands in a ledger that is held here. It tells nothing to
    /// whoever does not know the leaf hash.
    @Transactional(readOnly = true)
    public Standing check(LedgerPlace place) {
        for (var partner : partners.list()) {
            if (place.ledger().equals(LinkSession.ledgerName(self, partner.node()))) {
                return own(partner.key(), place).orElse(Standing.ABSENT);
            }
            if (place.ledger().equals(LinkSession.ledgerName(partner.node(), self))) {
                return copied(partner.node(), place).orElse(Standing.ABSENT);
            }
        }
        return Standing.UNKNOWN_LEDGER;
    }

    private Optional<Standing> own(String party, LedgerPlace place) {
        return jdbc.sql("""
                        select e.position <= l.signed sent, exists(select 1 from ledger.entry n
                            where n.party = e.party and n.record = e.record and n.position > e.position) later
                        from ledger.entry e join ledger.ledger l on l.party = e.party
                        where e.party = ? and e.position = ? and e.leaf_hash = ?
                        """)
                .params(party, place.position(), place.leaf().bytes())
                .query(LedgerPlaces::standing)
                .optional();
    }

    /// What stands in a copy was verified against a signed checkpoint of its origin when it came.
    private Optional<Standing> copied(NodeId origin, LedgerPlace place) {
        return jdbc.sql("""
                        select true sent, exists(select 1 from federation.received n
                            where n.node = e.node and n.record = e.record and n.position > e.position) later
                        from federation.received e where e.node = ? and e.position = ? and e.leaf_hash = ?
                        """)
                .params(origin.toString(), place.position(), place.leaf().bytes())
                .query(LedgerPlaces::standing)
                .optional();
    }

    private static Standing standing(ResultSet row, int number) throws SQLException {
        return row.getBoolean("later")
                ? Standing.SUPERSEDED
                : row.getBoolean("sent") ? Standing.HOLDS : Standing.WAITING;
    }
}
