package org.renkei.acsa;

import java.util.List;
import org.renkei.identity.Caller;
import org.renkei.kernel.acsa.Act;
import org.renkei.kernel.acsa.Objection;
import org.renkei.kernel.acsa.Statement;
import org.renkei.records.RecordFilter;
import org.renkei.settings.NodeSettings;
import org.renkei.sight.Sights;
import org.springframework.stereotype.Component;

/// No number stands on two invoices of this nation, whatever the order. (Within one order the fold sees to it.)
@Component
class InvoiceNumbers {
    private static final Caller NODE = Caller.part("acsa");

    private final Sights sights;
    private final String self;

    InvoiceNumbers(Sights sights, NodeSettings settings) {
        this.sights = sights;
        this.self = settings.node().party();
    }

    List<Objection> against(Statement said, Caller writer) {
        if (said.act() != Act.INVOICE) {
            return List.of();
        }
        var number = said.text("invoice");
        var filter = new RecordFilter(Orders.KIND, self, null, number, null);
        var others = sights.of(NODE).listAll(filter).stream()
                .flatMap(seen -> KeptFolds.read(seen).stream())
                .filter(one -> one.act() == Act.INVOICE
                        && one.party().equals(self)
                        && one.text("invoice").equals(number)
                        && !one.order().equals(said.order()))
                .toList();
        if (others.isEmpty()) {
            return List.of();
        }
        var seen =
                sights.of(writer).among(others.stream().map(Statement::record).toList());
        var where = others.stream()
                .filter(one -> seen.contains(one.record()))
                .findFirst()
                .map(one -> " (ACSA " + one.order().toString().substring(0, 8) + ")")
                .orElse("");
        return List.of(new Objection(
                "/invoice",
                "an invoice of that number was made out for another order" + where,
                "同じ番号の請求書が別のオーダー" + where + "で発行されています"));
    }
}
