package org.renkei.ledger;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// For what is read from a ledger and laid out to leave later: in between it may have been recalled.
@Service
public class LedgerMarks {
    private final JdbcClient jdbc;
    private final LedgerTails tails;

    LedgerMarks(JdbcClient jdbc, LedgerTails tails) {
        this.jdbc = jdbc;
        this.tails = tails;
    }

    /// How a ledger stood before something was read from it.
    public record Mark(String party, long size, long heldTo) {}

    public Mark mark(String party) {
        return jdbc.sql("select size, held_to from ledger.ledger join ledger.tail using (party) where party = ?")
                .param(party)
                .query((row, number) -> new Mark(party, row.getLong("size"), row.getLong("held_to")))
                .single();
    }

    /// Whether nothing was recalled or held since the mark. Until the caller's transaction ends nothing will be: it
    /// waits, and then tells of it with [LedgerWithdrew].
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean stands(Mark mark) {
        tails.share(mark.party());
        var now = mark(mark.party());
        return now.heldTo() <= mark.heldTo() && (now.size() == mark.size() || !hasRecallAfter(mark));
    }

    private boolean hasRecallAfter(Mark mark) {
        return jdbc.sql("""
                select exists (select 1 from ledger.entry where party = ? and position > ? and type = 'recall')
                """)
                .param(mark.party())
                .param(mark.size())
                .query(Boolean.class)
                .single();
    }
}
