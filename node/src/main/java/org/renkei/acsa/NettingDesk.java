package org.renkei.acsa;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.renkei.acsa.Orders.Folded;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.identity.Caller;
import org.renkei.kernel.acsa.Act;
import org.renkei.kernel.acsa.Objection;
import org.renkei.kernel.acsa.Order;
import org.renkei.kernel.acsa.Terms.NettingGround;
import org.renkei.kernel.acsa.netting.Authority;
import org.renkei.kernel.acsa.netting.Netting;
import org.renkei.kernel.acsa.netting.Netting.Leg;
import org.renkei.party.PartyRegister;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.problem.Problem.FieldError;
import org.renkei.settings.NodeSettings;
import org.renkei.sight.Showings;
import org.renkei.sight.Sights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Netting with a partner: authorities on record, offsets on the orders that they set off, and the partner's offsets
/// that wait for ours. All offsets of one netting are said in one transaction, or none.
@Service
public class NettingDesk {
    private final AuthorityBook book;
    private final Authorities authorities;
    private final Orders orders;
    private final Speaking speaking;
    private final PartyRegister register;
    private final Sights sights;
    private final Showings showings;
    private final AuditLog audit;
    private final Clock clock;
    private final JsonMapper json;
    private final String self;

    NettingDesk(
            AuthorityBook book,
            Authorities authorities,
            Orders orders,
            Speaking speaking,
            PartyRegister register,
            Sights sights,
            Showings showings,
            AuditLog audit,
            NodeSettings settings,
            Clock clock,
            JsonMapper json) {
        this.book = book;
        this.authorities = authorities;
        this.orders = orders;
        this.speaking = speaking;
        this.register = register;
        this.sights = sights;
        this.showings = showings;
        this.audit = audit;
        this.clock = clock;
        this.json = json;
        this.self = settings.node().party();
    }

    public record AuthorityView(
            UUID id,
            String partner,
            String ground,
            String by,
            String reference,
            LocalDate from,
            LocalDate to,
            long limit,
            long left,
            String currency) {}

    public record LegView(UUID order, int delivery, String supplier, long amount) {}

    /// A netting that one side has said and the other not yet.
    public record WaitingView(String netting, String saidBy, String partner, String currency, List<LegView> legs) {}

    public record Nettings(List<AuthorityView> authorities, List<WaitingView> waiting) {}

    @Transactional
    public Nettings list(Caller caller) {
        var standing = orders.standing(caller);
        var seen = standing.stream().map(Folded::order).toList();
        var views = sights.isLiaison(caller)
                ? List.<AuthorityView>of()
                : book.standing().stream().map(this::view).toList();
        var waiting = waiting(seen);
        var legs = waiting.stream()
                .flatMap(one -> one.legs().stream().map(LegView::order))
                .collect(Collectors.toSet());
        var named = standing.stream().filter(one -> legs.contains(one.order().id()));
        showings.note(caller, "nettings", orders.first(named.map(Standing::of).toList(), List.of()));
        return new Nettings(views, waiting);
    }

    private AuthorityView view(Authority one) {
        return new AuthorityView(
                one.id(),
                one.partner(),
                one.ground().code(),
                one.by(),
                one.reference(),
                one.from(),
                one.to(),
                one.limit(),
                one.limit() - authorities.used(one),
                one.currency());
    }

    private List<WaitingView> waiting(List<Order> seen) {
        var found = new TreeSet<>(Comparator.comparing(WaitingView::netting).thenComparing(WaitingView::saidBy));
        for (var order : seen) {
            for (var delivery : order.deliveries()) {
                for (var offset : delivery.offsets()) {
                    found.add(new WaitingView(
                            offset.netting(),
                            offset.party(),
                            partner(order),
                            order.currency(),
                            Netting.waiting(seen, offset.netting(), offset.party()).stream()
                                    .map(NettingDesk::view)
                                    .toList()));
                }
            }
        }
        return List.copyOf(found);
    }

    private static LegView view(Leg leg) {
        return new LegView(leg.order(), leg.delivery(), leg.supplier(), leg.amount());
    }

    private String partner(Order order) {
        return order.supplier().equals(self) ? order.requester() : order.supplier();
    }

    /// Puts an authority on record.
    @Transactional
    public Nettings authorize(JsonNode body, Caller caller) {
        var form = new DeskForm(body);
        var id = UUID.randomUUID();
        var partner = form.text("partner");
        var ground = form.choice("ground", List.of(NettingGround.values()), NettingGround::code);
        var by = form.text("by");
        var reference = form.text("reference");
        var from = form.date("from");
        var to = form.date("to");
        var limit = form.amount("limit");
        var currency = form.currency("currency");
        form.must(!to.isBefore(from), "/to", "it ends before it begins", "終わりが始まりより前です");
        form.must(register.isLinked(partner), "/partner", "no partner of that code is linked", "その相手国は接続されていません");
        form.must(
                book.standing().stream().noneMatch(one -> one.reference().equals(reference)),
                "/reference",
                "an authority of that reference is on record",
                "同じ番号の権限が記録されています");
        form.refuse();
        var authority =
                new Authority(id, partner, Objects.requireNonNull(ground), by, reference, from, to, limit, currency);
        book.set(authority, caller.getName(), clock.instant());
        told(caller, "acsa-authority-set", partner, Map.of("authority", reference));
        return list(caller);
    }

    @Transactional
    public Nettings end(UUID id, Caller caller) {
        if (!book.end(id, caller.getName(), clock.instant())) {
            throw new Problem(Category.NOT_FOUND, "no such authority stands", "その権限はありません");
        }
        told(caller, "acsa-authority-ended", null, Map.of("authority", id.toString()));
        return list(caller);
    }

    /// Says what can be set off under an authority, on every order that it touches.
    ///
    /// @param body `authority`, and `orders` where not all orders with the partner are meant
    public Nettings propose(JsonNode body, Caller caller, Locale language) {
        return speaking.inTransaction(() -> {
            speaking.takeTurn();
            var form = new DeskForm(body);
            var authority = authority(body, form);
            var named = new HashSet<>(form.ids("orders"));
            form.refuse();
            var today = register.today();
            var all = orders.standing(caller).stream()
                    .filter(folded -> named.isEmpty()
                            ? partner(folded.order()).equals(authority.partner())
                            : named.contains(folded.order().id()))
                    .toList();
            var left = authority.limit() - authorities.used(authority);
            var outcome = Netting.propose(
                    all.stream().map(Folded::order).toList(),
                    self,
                    authority.partner(),
                    authority.currency(),
                    authority.ground(),
                    left,
                    today);
            var netting = switch (outcome) {
                case Netting.Proposed(var found) -> found;
                case Netting.Refused(var reasons) -> throw refused(reasons);
            };
            var name = self + "-" + today + "-" + UUID.randomUUID().toString().substring(0, 8);
            say(netting.legs(), name, authority, caller, language);
            told(
                    caller,
                    "acsa-netting-said",
                    authority.partner(),
                    Map.of(
                            "netting",
                            name,
                            "authority",
                            authority.reference(),
                            "count",
                            netting.legs().size()));
            return list(caller);
        });
    }

    /// Says the same as the partner has said, so that it takes effect.
    public Nettings confirm(String name, JsonNode body, Caller caller, Locale language) {
        return speaking.inTransaction(() -> {
            speaking.takeTurn();
            var form = new DeskForm(body);
            var authority = authority(body, form);
            form.refuse();
            var seen = orders.standing(caller).stream().map(Folded::order).toList();
            var legs = Netting.waiting(seen, name, authority.partner());
            if (legs.isEmpty()) {
                throw new Problem(
                        Category.NOT_FOUND,
                        authority.partner() + " has said no netting of that name that waits",
                        authority.partner() + " が申述し、確認を待つ相殺はありません");
            }
            balanced(legs, authority);
            say(legs, name, authority, caller, language);
            told(
                    caller,
                    "acsa-netting-said",
                    authority.partner(),
                    Map.of("netting", name, "authority", authority.reference(), "count", legs.size()));
            return list(caller);
        });
    }

    /// A netting of which a part has not come yet, or that would forgive a debt, is not confirmed.
    private void balanced(List<Leg> legs, Authority authority) {
        var ours = legs.stream()
                .filter(leg -> leg.supplier().equals(self))
                .mapToLong(Leg::amount)
                .sum();
        var theirs = legs.stream().mapToLong(Leg::amount).sum() - ours;
        if (ours != theirs) {
            throw refused(List.of(new Objection(
                    "",
                    "what is here of it does not balance: " + ours + " against " + theirs
                            + " (minor units). A part of it" + " may not have come from " + authority.partner()
                            + " yet",
                    "届いている分では両方向の額が一致しません（" + ours + " と " + theirs + "、補助単位）。" + authority.partner()
                            + " からの申述の一部が未着の可能性があります")));
        }
    }

    private Authority authority(JsonNode body, DeskForm form) {
        var id = body.path("authority").asString("");
        var found = book.standing().stream()
                .filter(one -> one.id().toString().equals(id))
                .findFirst();
        form.must(
                found.isPresent(),
                "/authority",
                "an authority on record is needed: without one, netting settles nothing",
                "記録された権限が必要です。権限のない相殺は決済になりません");
        form.refuse();
        return found.orElseThrow();
    }

    private void say(List<Leg> legs, String name, Authority authority, Caller caller, Locale language) {
        for (var leg : legs) {
            var folded = orders.get(leg.order(), caller);
            var today = LocalDate.ofInstant(clock.instant(), folded.order().zone());
            var fields = json.createObjectNode()
                    .put("delivery", leg.delivery())
                    .put("netting", name)
                    .put("offsetOn", today.toString())
                    .put("amount", leg.amount())
                    .put("currency", authority.currency())
                    .put("authority", authority.reference())
                    .put("ground", authority.ground().code())
                    .put("authorizedBy", authority.by())
                    .put("authorizedFrom", authority.from().toString())
                    .put("authorizedUntil", authority.to().toString())
                    .put("authorizedLimit", authority.limit());
            speaking.answer(folded, Act.OFFSET, fields, caller, language);
        }
    }

    private static Problem refused(List<Objection> reasons) {
        return Problem.refused(reasons.stream()
                .map(one -> new FieldError(one.at(), one.english(), one.japanese()))
                .toList());
    }

    private void told(Caller caller, String event, @Nullable String partner, Map<String, Object> details) {
        audit.append(List.of(new AuditEvent(caller.getName(), event, null, partner, details)));
    }
}
