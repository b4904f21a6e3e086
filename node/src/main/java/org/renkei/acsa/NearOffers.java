package org.renkei.acsa;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.acsa.StockView.NearOffer;
import org.renkei.identity.Caller;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.relief.BoardFold;
import org.renkei.kernel.relief.Offer;
import org.renkei.kernel.relief.ReliefRecord;
import org.renkei.kernel.relief.Spot;
import org.renkei.records.RecordFilter;
import org.renkei.settings.NodeSettings;
import org.renkei.sight.Showings;
import org.renkei.sight.Sights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who else can supply what near a point: offers of other nations on the relief board, as far as they
/// were released to this one and the reader sees them. An offer is no agreement: an order is.
@Service
public class NearOffers {
    private final StockRecords stock;
    private final Sights sights;
    private final Showings showings;
    private final Clock clock;
    private final String self;

    NearOffers(StockRecords stock, Sights sights, Showings showings, NodeSettings settings, Clock clock) {
        this.stock = stock;
        this.sights = sights;
        this.showings = showings;
        this.clock = clock;
        this.self = settings.node().party();
    }

    /// The nearest first, those without a place last; what is given away already, or over, is not among
    /// them.
    ///
    /// @param point by its name
    @Transactional
    public List<NearOffer> near(String point, Caller caller) {
        var described = stock.of(caller).points().get(point);
        var from = described == null ? null : described.spot().orElse(null);
        var sight = sights.of(caller);
        var labels = new HashMap<UUID, Label>();
        var records = new ArrayList<ReliefRecord>();
        for (var kind : List.of(ReliefRecord.OFFER, ReliefRecord.NEED, ReliefRecord.ASSIGNMENT)) {
            for (var content : sight.listStanding(new RecordFilter(kind, null, null, null, null))) {
                labels.put(content.id(), content.banner());
                records.add(ReliefRecord.of(content));
            }
        }
        var offers = BoardFold.fold(records).offers().stream()
                .filter(offer -> !offer.party().equals(self) && isOpen(offer))
                .map(offer -> view(offer, Objects.requireNonNull(labels.get(offer.id())), from))
                .sorted(Comparator.comparing(
                                NearOffer::kilometres, Comparator.nullsLast(Comparator.<Double>naturalOrder()))
                        .thenComparing(offer -> offer.record().toString()))
                .toList();
        showings.note(caller, "offers", offers.stream().map(NearOffer::record).toList());
        return offers;
    }

    private boolean isOpen(Offer offer) {
        var until = offer.availableUntil();
        var over = until != null && until.isBefore(clock.instant());
        return !over && (offer.amount().units() == 0 || offer.left() > 0);
    }

    private static NearOffer view(Offer offer, Label label, @Nullable Spot from) {
        var at = offer.from();
        return new NearOffer(
                offer.id(),
                offer.party(),
                offer.title().en(),
                offer.title().ja(),
                offer.item(),
                offer.left(),
                offer.amount().unit(),
                at == null || from == null ? null : Math.round(at.kilometresTo(from) * 10) / 10.0,
                offer.availableFrom(),
                offer.availableUntil(),
                label.exercise(),
                label.text());
    }
}
