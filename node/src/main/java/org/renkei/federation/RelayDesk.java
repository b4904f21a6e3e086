package org.renkei.federation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.renkei.keys.Partners;
import org.springframework.stereotype.Service;

/// What people may know of what goes by way of others, and of what is carried here.
@Service
public class RelayDesk {
    private final Relays relays;
    private final Partners partners;

    RelayDesk(Relays relays, Partners partners) {
        this.relays = relays;
        this.partners = partners;
    }

    /// A parcel that was not taken, and where.
    @JsonInclude
    public record Refusal(String hop, String code) {}

    /// A link by way of others. `underWay`: parcels that are not confirmed; `waiting`: those that have not left this
    /// node; `resent`: how often something was sent again since the start.
    @JsonInclude
    public record Relay(
            @Nullable String lastSent,
            int underWay,
            long waiting,
            long resent,
            @Nullable Refusal refusal) {}

    /// What lies here of one sender for one next node.
    public record Carried(String next, long parcels, long bytes) {}

    /// A neighbour's parcel that was refused here.
    public record RefusedParcel(String code, String at) {}

    /// All of a link.
    @JsonInclude
    public record View(
            List<String> via,
            @Nullable Relay relay,
            boolean carries,
            List<Carried> carried,
            @Nullable RefusedParcel refusedParcel) {}

    View of(Partners.Partner partner) {
        return new View(
                partner.settings().via(),
                relays.find(partner.key())
                        .map(link -> relay(link, relays.waiting(partner.key())))
                        .orElse(null),
                partner.settings().carries() != null,
                carried(partner),
                relays.findRefused(partner.key())
                        .map(one ->
                                new RefusedParcel(one.code().code(), one.at().toString()))
                        .orElse(null));
    }

    private static Relay relay(RelayedLink link, long waiting) {
        var refusal = link.refusal();
        return new Relay(
                text(link.lastSent()),
                link.underWay(),
                waiting,
                link.lost(),
                refusal == null
                        ? null
                        : new Refusal(refusal.hop(), refusal.code().code()));
    }

    private List<Carried> carried(Partners.Partner partner) {
        return relays.loads().stream()
                .filter(load -> load.from().equals(partner.node().toString()))
                .map(load -> new Carried(key(load.nextHop()), load.parcels(), load.bytes()))
                .toList();
    }

    private String key(String node) {
        return partners.list().stream()
                .filter(one -> one.node().toString().equals(node))
                .map(Partners.Partner::key)
                .findFirst()
                .orElse(node);
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
