package org.renkei.acsa;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.acsa.Commitment;
import org.renkei.kernel.acsa.followup.Draft;
import org.renkei.kernel.acsa.followup.OpenItem;

/// What must not be lost sight of, as the API shows it.
public final class FollowUpView {
    private FollowUpView() {}

    /// @param key partner, settlement, age or category
    /// @param amount minor units that are outstanding; for a category what was delivered or is reserved
    /// @param overdue how many of the items are past a clock
    public record Sum(String key, String direction, String currency, long amount, int items, int overdue) {}

    public record ItemView(
            UUID order,
            int delivery,
            String partner,
            String direction,
            String state,
            String settlement,
            String currency,
            long outstanding,
            LocalDate deliveredOn,
            long ageDays,
            LocalDate limit) {}

    /// @param noticedBy null while nobody took note
    public record AlertView(
            UUID order,
            int delivery,
            String clock,
            String party,
            LocalDate due,
            long daysLeft,
            String rung,
            String addressee,
            LocalDate since,
            @Nullable Instant raisedAt,
            @Nullable String noticedBy) {}

    public record Dashboard(
            LocalDate on,
            int orders,
            int open,
            List<Sum> byPartner,
            List<Sum> bySettlement,
            List<Sum> byAge,
            List<Sum> byCategory,
            List<ItemView> unreconciled,
            List<AlertView> alerts) {}

    public record DraftView(String kind, int delivery, String language, String title, String body) {}

    /// What would be due.
    public record WhatIfView(
            long due, String currency, String settlement, LocalDate limit, List<QueueRow.ClockView> clocks) {}

    static ItemView view(OpenItem item) {
        return new ItemView(
                item.order(),
                item.delivery(),
                item.partner(),
                item.direction().code(),
                item.state().code(),
                item.settlement(),
                item.currency(),
                item.outstanding(),
                item.deliveredOn(),
                item.ageDays(),
                item.limit());
    }

    /// Open items added up by one of their properties, those of one currency and direction apart.
    static List<Sum> sums(Collection<OpenItem> items, Collection<OpenItem> overdue, Function<OpenItem, String> key) {
        var sums = new TreeMap<String, Sum>();
        for (var item : items) {
            var one = new Sum(
                    key.apply(item),
                    item.direction().code(),
                    item.currency(),
                    item.outstanding(),
                    1,
                    overdue.contains(item) ? 1 : 0);
            add(sums, one);
        }
        return List.copyOf(sums.values());
    }

    /// @param counted sums by category already
    static List<Sum> categories(List<Sum> counted, Collection<Commitment> commitments) {
        var sums = new TreeMap<String, Sum>();
        counted.forEach(one -> add(sums, one));
        for (var one : commitments) {
            add(
                    sums,
                    new Sum(
                            one.category().code(),
                            one.direction().code(),
                            one.currency(),
                            Math.addExact(one.reserved(), one.consumed()),
                            1,
                            0));
        }
        return List.copyOf(sums.values());
    }

    private static void add(TreeMap<String, Sum> sums, Sum one) {
        sums.merge(
                one.key() + " " + one.direction() + " " + one.currency(),
                one,
                (sum, more) -> new Sum(
                        sum.key(),
                        sum.direction(),
                        sum.currency(),
                        Math.addExact(sum.amount(), more.amount()),
                        sum.items() + more.items(),
                        sum.overdue() + more.overdue()));
    }

    static List<DraftView> drafts(List<Draft> drafts) {
        var views = new ArrayList<DraftView>();
        drafts.stream()
                .sorted(Comparator.comparing(Draft::kind).thenComparing(Draft::delivery))
                .forEach(draft -> {
                    var kind = draft.kind().code();
                    var english = draft.english();
                    var japanese = draft.japanese();
                    views.add(new DraftView(kind, draft.delivery(), "ja", japanese.title(), japanese.body()));
                    views.add(new DraftView(kind, draft.delivery(), "en", english.title(), english.body()));
                });
        return views;
    }

    /// The annual list as a table for other programs, with the label in its first line.
    static String csv(List<ItemView> items, String label) {
        var text = new StringBuilder("# ").append(label).append('\n');
        text.append(
                "order,delivery,partner,direction,state,settlement,currency,outstanding,deliveredOn,ageDays,limit\n");
        for (var item : items) {
            text.append(String.format(
                    Locale.ROOT,
                    "%s,%d,%s,%s,%s,%s,%s,%d,%s,%d,%s%n",
                    item.order(),
                    item.delivery(),
                    item.partner(),
                    item.direction(),
                    item.state(),
                    item.settlement(),
                    item.currency(),
                    item.outstanding(),
                    item.deliveredOn(),
                    item.ageDays(),
                    item.limit()));
        }
        return text.toString();
    }
}
