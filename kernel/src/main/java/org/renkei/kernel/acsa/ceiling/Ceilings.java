package org.renkei.kernel.acsa.ceiling;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.TreeSet;
import org.renkei.kernel.acsa.Commitment;
import org.renkei.kernel.acsa.Objection;
import org.renkei.kernel.exchange.ReferenceRates;

/// All ceilings of a nation, and the rates by which other currencies count: each commitment at the rate of its own day,
/// so that what counts today counts the same tomorrow.
public record Ceilings(List<Ceiling> ceilings, ReferenceRates rates) {
    public Ceilings {
        ceilings = List.copyOf(ceilings);
    }

    /// How much of a ceiling is used.
    ///
    /// @param consumed minor units delivered
    /// @param reserved minor units agreed or offered, and not delivered
    /// @param withoutRate currencies that cannot be counted, so that the figures are too low
    public record Use(Ceiling ceiling, long consumed, long reserved, List<String> withoutRate) {
        /// Less than nothing when more was agreed than it allows, as before it was set.
        public long left() {
            return ceiling.amount() - consumed - reserved;
        }
    }

    public List<Use> uses(Collection<Commitment> standing) {
        return ceilings.stream().map(one -> use(one, standing)).toList();
    }

    private Use use(Ceiling ceiling, Collection<Commitment> all) {
        var consumed = 0L;
        var reserved = 0L;
        var unknown = new TreeSet<String>();
        for (var one : all) {
            if (!ceiling.covers(one)) {
                continue;
            }
            if (one.currency().equals(ceiling.currency())) {
                consumed = Math.addExact(consumed, one.consumed());
                reserved = Math.addExact(reserved, one.reserved());
                continue;
            }
            var rate = rates.on(one.on(), one.currency(), ceiling.currency());
            if (rate.isEmpty()) {
                unknown.add(one.currency() + " " + one.on());
            } else {
                consumed = Math.addExact(consumed, rate.get().convert(one.consumed()));
                reserved = Math.addExact(reserved, rate.get().convert(one.reserved()));
            }
        }
        return new Use(ceiling, consumed, reserved, List.copyOf(unknown));
    }

    /// What speaks against new commitments beside those that stand. What cannot be counted is refused.
    ///
    /// @param figures whether the one who asks may read how much is left: whoever does not see every order
    /// that counts would learn of them by the difference
    public List<Objection> against(Collection<Commitment> standing, Collection<Commitment> wanted, boolean figures) {
        var objections = new ArrayList<Objection>();
        for (var ceiling : ceilings) {
            if (wanted.stream().noneMatch(ceiling::covers)) {
                continue;
            }
            var before = use(ceiling, standing);
            var more = use(ceiling, wanted);
            if (!before.withoutRate().isEmpty() || !more.withoutRate().isEmpty()) {
                objections.add(uncounted(ceiling, before, more));
            } else if (more.reserved() + more.consumed() > before.left()) {
                objections.add(exceeded(ceiling, before, more, figures));
            }
        }
        return objections;
    }

    private static Objection uncounted(Ceiling ceiling, Use before, Use more) {
        var missing = new TreeSet<>(before.withoutRate());
        missing.addAll(more.withoutRate());
        return new Objection(
                "/lines",
                "the ceiling '" + ceiling.name() + "' is in " + ceiling.currency()
                        + ", and no reference rate is known here for " + missing + ": bring in the file of rates first",
                "上限「" + ceiling.name() + "」は " + ceiling.currency() + " 建てですが、" + missing
                        + " の参照レートがありません。先にレートのファイルを取り込んでください");
    }

    private static Objection exceeded(Ceiling ceiling, Use before, Use more, boolean figures) {
        var wanted = money(more.reserved() + more.consumed(), ceiling.currency());
        var all = money(ceiling.amount(), ceiling.currency());
        var left = money(before.left(), ceiling.currency());
        var period = ceiling.from() + " – " + ceiling.to();
        return new Objection(
                "/lines",
                "the ceiling '" + ceiling.name() + "' (" + period + ", " + all + ", " + ceiling.source() + ") "
                        + (figures
                                ? "has " + left + " left, this comes to " + wanted
                                : "does not hold it beside orders that you may not see"),
                "上限「" + ceiling.name() + "」（" + period + "、" + all + "、" + ceiling.source() + "）"
                        + (figures ? "の残りは " + left + "、必要額は " + wanted + " です" : "を、閲覧できないオーダーと合わせて超えます"));
    }

    private static String money(long minor, String currency) {
        var digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        return BigDecimal.valueOf(minor, digits).toPlainString() + " " + currency;
    }
}
