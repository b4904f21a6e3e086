package org.renkei.ledger;

import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.renkei.keys.Partners;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which node each ledger is for. A ledger goes by its partner's key; the key may move to another node when the
/// settings change, and what was released to one node must never be offered to another.
@Component
class LedgerOwners {
    private final JdbcClient jdbc;
    private final LedgerHeads heads;

    LedgerOwners(JdbcClient jdbc, LedgerHeads heads) {
        this.jdbc = jdbc;
        this.heads = heads;
    }

    private record Row(String party, @Nullable String node) {}

    /// Notes that the ledger of a partner's key is that of its node.
    ///
    /// @throws IllegalStateException when it holds something and is another's, or the node has another one
    void bind(Partners.Partner partner) {
        var node = partner.node().toString();
        jdbc.sql("""
                select party, node from ledger.ledger join ledger.tail using (party)
                where size > 0 and (party = ? or node = ?)
                """)
                .param(partner.key())
                .param(node)
                .query((row, number) -> new Row(row.getString("party"), row.getString("node")))
                .list()
                .forEach(row -> check(row, partner));
        jdbc.sql("select party from ledger.ledger where (party = ?) is distinct from (coalesce(node, '') = ?)")
                .param(partner.key())
                .param(node)
                .query((row, number) -> row.getString("party"))
                .list()
                .forEach(party -> heads.change(
                        party, row -> Collections.singletonMap("node", party.equals(partner.key()) ? node : null)));
    }

    private static void check(Row row, Partners.Partner partner) {
        if (!row.party().equals(partner.key())) {
            throw new IllegalStateException("what was released to " + partner.node() + " is in the ledger '"
                    + row.party() + "'; by the settings it would begin anew in '" + partner.key()
                    + "': of one party, keep the partners in the order they had");
        }
        if (row.node() != null && !row.node().equals(partner.node().toString())) {
            throw new IllegalStateException("the ledger '" + row.party() + "' is that of " + row.node() + ", not of "
                    + partner.node() + ": put " + row.node() + " back among the partners, before " + partner.node()
                    + ", and pause its link when nothing is to go there. A node that replaces it bears its name, or"
                    + " stands after it as one more partner");
        }
    }
}
