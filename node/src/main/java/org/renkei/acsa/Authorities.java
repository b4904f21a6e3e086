package org.renkei.acsa;

import java.util.ArrayList;
import java.util.List;
import org.renkei.kernel.acsa.Act;
import org.renkei.kernel.acsa.Objection;
import org.renkei.kernel.acsa.Order;
import org.renkei.kernel.acsa.Statement;
import org.renkei.kernel.acsa.netting.Authority;
import org.renkei.settings.NodeSettings;
import org.springframework.stereotype.Component;

/// What this nation's authorities cover, and how much of each is used: by the offsets that it has said, whoever of
/// the two said them first.
@Component
class Authorities {
    private final AuthorityBook book;
    private final CommitmentBook commitments;
    private final String self;

    Authorities(AuthorityBook book, CommitmentBook commitments, NodeSettings settings) {
        this.book = book;
        this.commitments = commitments;
        this.self = settings.node().party();
    }

    /// Minor units that were set off under it, each netting once: the two directions of one are the same money.
    long used(Authority authority) {
        return commitments.setOff(authority.reference());
    }

    /// An offset rests on an authority that is on record here and says the same of it.
    List<Objection> against(Order order, Statement said) {
        if (said.act() != Act.OFFSET) {
            return List.of();
        }
        var partner = order.supplier().equals(self) ? order.requester() : order.supplier();
        var found = book.standing().stream()
                .filter(one -> one.reference().equals(said.text("authority"))
                        && one.partner().equals(partner)
                        && one.currency().equals(said.text("currency")))
                .findFirst();
        if (found.isEmpty()) {
            return List.of(new Objection(
                    "/authority",
                    "no authority '" + said.text("authority") + "' for netting with " + partner + " in "
                            + said.text("currency") + " is on record: without one, netting settles nothing",
                    partner + " との " + said.text("currency") + " 建ての相殺について、権限「" + said.text("authority")
                            + "」の記録がありません。権限のない相殺は決済になりません"));
        }
        var authority = found.get();
        var objections = new ArrayList<Objection>();
        var same = said.text("authorizedBy").equals(authority.by())
                && said.date("authorizedFrom").equals(authority.from())
                && said.date("authorizedUntil").equals(authority.to())
                && said.number("authorizedLimit") == authority.limit()
                && said.text("ground").equals(authority.ground().code());
        if (!same) {
            objections.add(new Objection(
                    "/authority",
                    "the record of the authority says otherwise: by " + authority.by() + ", " + authority.from()
                            + " to " + authority.to() + ", " + authority.limit(),
                    "権限の記録と異なります: " + authority.by() + "、" + authority.from() + " から " + authority.to() + "、"
                            + authority.limit()));
        }
        var left = authority.limit() - used(authority);
        if (order.supplier().equals(self) && said.number("amount") > left) {
            objections.add(new Objection(
                    "/amount",
                    "of the authority " + authority.reference() + " " + left + " are left (minor units)",
                    "権限 " + authority.reference() + " の残りは " + left + " です（補助単位）"));
        }
        return objections;
    }
}
