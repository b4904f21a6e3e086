package org.renkei.acsa;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.renkei.acsa.FollowUpView.AlertView;
import org.renkei.acsa.FollowUpView.Dashboard;
import org.renkei.acsa.FollowUpView.ItemView;
import org.renkei.acsa.FollowUpView.Sum;
import org.renkei.acsa.Orders.Folded;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.identity.Caller;
import org.renkei.kernel.acsa.Commitment;
import org.renkei.kernel.acsa.OrderClocks;
import org.renkei.kernel.acsa.followup.Ahead;
import org.renkei.kernel.acsa.followup.Alert;
import org.renkei.kernel.acsa.followup.Draft;
import org.renkei.kernel.acsa.followup.OpenItem;
import org.renkei.kernel.acsa.followup.WhatIf;
import org.renkei.kernel.label.Label;
import org.renkei.party.PartyRegister;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.FieldError;
import org.renkei.settings.NodeSettings;
import org.renkei.sight.Figures;
import org.renkei.sight.Showings;
import org.renkei.sight.Sights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/// That no order is lost sight of: the dashboard, the annual list, drafts of letters, what would be due. All of it
/// from the orders that the caller sees.
@Service
public class FollowUpDesk {
    private final Orders orders;
    private final FoldBook book;
    private final CommitmentBook counted;
    private final AlertBook alerts;
    private final PartyRegister register;
    private final Sights sights;
    private final Showings showings;
    private final Figures figures;
    private final AuditLog audit;
    private final Clock clock;
    private final String self;

    FollowUpDesk(
            Orders orders,
            FoldBook book,
            CommitmentBook counted,
            AlertBook alerts,
            PartyRegister register,
            Sights sights,
            Showings showings,
            Figures figures,
            AuditLog audit,
            NodeSettings settings,
            Clock clock) {
        this.orders = orders;
        this.book = book;
        this.counted = counted;
        this.alerts = alerts;
        this.register = register;
        this.sights = sights;
        this.showings = showings;
        this.figures = figures;
        this.audit = audit;
        this.clock = clock;
        this.self = settings.node().party();
    }

    @Transactional
    public Dashboard dashboard(Caller caller) {
        return dashboard(caller, LocalDate.MIN, LocalDate.MAX);
    }

    /// @param from of deliveries and commitments that are shown, by the day at the place of delivery
    /// @param to the last day
    @Transactional
    public Dashboard dashboard(Caller caller, LocalDate from, LocalDate to) {
        DeskForm.requirePeriod(from, to);
        var today = register.today();
        var now = clock.instant();
        var view = orders.view(caller);
        var counts = book.count(view.whole());
        var standing = orders.ahead(caller);
        var all = standing.stream().map(Standing::ahead).toList();
        var items = OpenItem.ahead(all, self, today).stream()
                .filter(item -> !item.deliveredOn().isBefore(from)
                        && !item.deliveredOn().isAfter(to))
                .toList();
        var late = late(all, now);
        var overdue = items.stream()
                .filter(item -> late.contains(item.order() + " " + item.delivery()))
                .collect(Collectors.toSet());
        var old = unreconciled(items, today);
        var raised = alerts(all, now, caller);
        var named = Stream.concat(
                        old.stream().map(ItemView::order), raised.stream().map(AlertView::order))
                .collect(Collectors.toSet());
        showings.note(caller, "dashboard", first(standing, named));
        var count = (int) counts.all() + view.cut().size();
        var label = orders.marking(view);
        figures.note(caller, new Figures.Subject("dashboard", null, day(from), day(to), count, label));
        return new Dashboard(
                today,
                count,
                (int) (counts.all()
                        - counts.over()
                        + view.cut().stream()
                                .filter(folded -> !folded.order().state().isOver())
                                .count()),
                FollowUpView.sums(items, overdue, OpenItem::partner),
                FollowUpView.sums(items, overdue, OpenItem::settlement),
                FollowUpView.sums(items, overdue, item -> item.age().code()),
                categories(view, today, from, to),
                old,
                raised);
    }

    private static @Nullable LocalDate day(LocalDate day) {
        return day.equals(LocalDate.MIN) || day.equals(LocalDate.MAX) ? null : day;
    }

    private Set<UUID> first(List<Standing> all, Set<UUID> named) {
        return orders.first(
                all.stream().filter(one -> named.contains(one.ahead().order())).toList(), List.of());
    }

    private void note(Folded folded, String list, Caller caller) {
        showings.note(caller, list, folded.ids());
    }

    private List<Sum> categories(Orders.View view, LocalDate today, LocalDate from, LocalDate to) {
        var cut = view.cut().stream()
                .flatMap(folded -> Commitment.of(folded.order(), self, today).stream())
                .filter(one -> !one.on().isBefore(from) && !one.on().isAfter(to));
        return FollowUpView.categories(counted.categories(today, from, to, view.whole()), cut.toList());
    }

    /// Deliveries with a clock that is past.
    private static Set<String> late(List<Ahead> all, Instant now) {
        var late = new HashSet<String>();
        for (var order : all) {
            order.clocks(now).stream()
                    .filter(one -> one.daysLeft() < 0)
                    .forEach(one -> late.add(order.order() + " " + one.delivery()));
        }
        return late;
    }

    private static List<ItemView> unreconciled(List<OpenItem> items, LocalDate on) {
        return items.stream()
                .filter(item -> item.isUnreconciled(on))
                .map(FollowUpView::view)
                .toList();
    }

    private List<AlertView> alerts(List<Ahead> all, Instant now, Caller caller) {
        var highest = all.stream()
                .flatMap(order -> Alert.highest(order, now).stream())
                .toList();
        var told = sights.isLiaison(caller)
                ? Map.<AlertBook.Key, AlertBook.Told>of()
                : alerts.told(highest.stream().map(AlertBook.Key::of).toList());
        var views = new ArrayList<AlertView>();
        for (var alert : highest) {
            var raised = told.get(AlertBook.Key.of(alert));
            var one = alert.clock();
            views.add(new AlertView(
                    alert.order(),
                    one.delivery(),
                    one.code(),
                    one.party(),
                    one.due(),
                    one.daysLeft(),
                    alert.rung().code(),
                    alert.rung().addressee().name().toLowerCase(Locale.ROOT),
                    alert.since(),
                    raised == null ? null : raised.raisedAt(),
                    raised == null ? null : raised.noticedBy()));
        }
        views.sort(Comparator.comparing(AlertView::daysLeft)
                .thenComparing(AlertView::order, Ahead.BY_ID)
                .thenComparing(AlertView::clock));
        return views;
    }

    /// Takes note of all that was told of one order until now.
    @Transactional
    public Dashboard notice(UUID order, Caller caller) {
        var request = orders.get(order, caller).order().request();
        if (request != null && alerts.notice(order, caller.getName(), clock.instant()) > 0) {
            audit.append(
                    List.of(new AuditEvent(caller.getName(), "acsa-alert-noticed", request.record(), null, Map.of())));
        }
        return dashboard(caller);
    }

    /// The annual list (10 U.S.C. 2342(h); the year-end list of Japan): what is not settled a year after delivery, as
    /// of a day.
    @Transactional
    public String unreconciledCsv(LocalDate on, Caller caller) {
        var seen = orders.ahead(caller);
        var items =
                unreconciled(OpenItem.ahead(seen.stream().map(Standing::ahead).toList(), self, on), on);
        var named = items.stream().map(ItemView::order).collect(Collectors.toSet());
        var label = Banner.of(
                seen.stream()
                        .filter(order -> named.contains(order.ahead().order()))
                        .map(Standing::label)
                        .reduce(Label::combine),
                self);
        audit.append(List.of(new AuditEvent(
                caller.getName(), "acsa-list-made", null, null, Map.of("on", on.toString(), "count", items.size()))));
        return FollowUpView.csv(items, label);
    }

    @Transactional
    public List<FollowUpView.DraftView> drafts(UUID id, Caller caller) {
        var folded = orders.get(id, caller);
        if (sights.isLiaison(caller)) {
            return List.of();
        }
        note(folded, "letters", caller);
        return FollowUpView.drafts(Draft.of(folded.order(), self, clock.instant()));
    }

    /// @param body `day`, and `lines` with line and quantity
    @Transactional
    public FollowUpView.WhatIfView whatIf(UUID id, JsonNode body, Caller caller) {
        var folded = orders.get(id, caller);
        note(folded, "order", caller);
        var order = folded.order();
        var form = new DeskForm(body);
        var day = form.date("day");
        var quantities = new LinkedHashMap<Integer, Long>();
        body.path("lines")
                .forEach(line -> quantities.put(
                        line.path("line").asInt(0), line.path("quantity").asLong(0)));
        form.must(!quantities.isEmpty(), "/lines", "at least one line is needed", "明細が 1 行以上必要です");
        form.refuse();
        var noon = day.atTime(12, 0).atZone(order.zone()).toInstant();
        return switch (WhatIf.delivered(order, quantities, day, noon)) {
            case WhatIf.Refused(var reasons) ->
                throw Problem.refused(reasons.stream()
                        .map(one -> new FieldError(one.at(), one.english(), one.japanese()))
                        .toList());
            case WhatIf.Due(var one, var clocks) ->
                new FollowUpView.WhatIfView(
                        one.due(),
                        order.currency(),
                        one.settlement().code(),
                        OrderClocks.limit(one.deliveredOn()),
                        clocks.stream().map(QueueRow::clock).toList());
        };
    }
}
