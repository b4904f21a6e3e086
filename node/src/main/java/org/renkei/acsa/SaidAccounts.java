package org.renkei.acsa;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.renkei.identity.Caller;
import org.renkei.kernel.acsa.reconcile.SaidAccount;
import org.renkei.kernel.label.Label;
import org.renkei.records.RecordFilter;
import org.renkei.sight.Sights;
import org.springframework.stereotype.Component;

/// What nations have said of their accounts, as one caller sees it. A record that cannot be read says nothing.
@Component
class SaidAccounts {
    static final String KIND = "acsa-account";

    private final Sights sights;

    SaidAccounts(Sights sights) {
        this.sights = sights;
    }

    /// @param label under which it was said: that of everything in it together
    record One(UUID record, Instant at, SaidAccount account, Label label) {
        boolean isOf(LocalDate from, LocalDate to) {
            return account.from().equals(from) && account.to().equals(to);
        }
    }

    /// What a nation has said of its account with another, newest first.
    List<One> list(String party, String partner, Caller caller) {
        var first = party.compareTo(partner) < 0 ? party : partner;
        var second = first.equals(party) ? partner : party;
        var filter = new RecordFilter(KIND, party, null, null, null);
        return sights.of(caller).listStanding(filter).stream()
                .filter(content -> content.origin().party().equals(party))
                .flatMap(content -> Stream.of(content)
                        .flatMap(one -> SaidAccount.read(one.body()).stream())
                        .map(said -> new One(content.id(), content.time().instant(), said, content.banner())))
                .filter(said -> said.account().one().equals(first)
                        && said.account().other().equals(second))
                .sorted(Comparator.comparing(One::at).reversed())
                .toList();
    }

    static Optional<One> of(List<One> all, LocalDate from, LocalDate to) {
        return all.stream().filter(one -> one.isOf(from, to)).findFirst();
    }
}
