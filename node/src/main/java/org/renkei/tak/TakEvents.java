package org.renkei.tak;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.cot.CotDetail;
import org.renkei.kernel.cot.CotElement;
import org.renkei.kernel.cot.CotEvent;
import org.renkei.kernel.cot.CotMark;
import org.renkei.kernel.cot.CotMessages;
import org.renkei.kernel.cot.CotPoint;
import org.renkei.kernel.cot.CotType;
import org.renkei.kernel.track.TrackDomain;
import org.renkei.kernel.track.TrackLimits;
import org.renkei.picture.TrackView;

/// Makes events of tracks as somebody may see them. The label stands in an element of its own, and in the remarks for
/// those whose device passes on nothing else.
final class TakEvents {
    /// A place that is coarse and late is told again before it is stale.
    static final long COARSE_MILLIS = 15 * 60_000;

    private static final String IDENTITY = "cot:";
    private static final double HALF_DIAGONAL = Math.sqrt(0.5);
    private static final int LEAST_NAME = 8;

    private TakEvents() {}

    static TakItem of(TrackView view, long now) {
        var domain = TrackDomain.valueOf(view.domain().toUpperCase(Locale.ROOT));
        var seen = view.seenAt().toEpochMilli();
        var stale = view.coarse()
                ? now + COARSE_MILLIS
                : seen + TrackLimits.of(domain).lost().toMillis();
        var event = new CotEvent(
                CotMark.uid(view.id()), type(view, domain), "m-f", seen, seen, stale, point(view), detail(view));
        return new TakItem(
                view.id(),
                event,
                view.identities().stream()
                        .filter(identity -> identity.startsWith(IDENTITY))
                        .map(identity -> identity.substring(IDENTITY.length()))
                        .toList());
    }

    static TakItem gone(UUID id, long now) {
        return new TakItem(id, CotMessages.delete(CotMark.uid(id), now), List.of());
    }

    /// Whose a thing is, only a source that says it in these words can tell.
    private static String type(TrackView view, TrackDomain domain) {
        var said = view.type();
        return said != null && CotType.isPlaced(said) ? said : CotType.of(CotType.Affiliation.UNKNOWN, domain);
    }

    private static CotPoint point(TrackView view) {
        var cell = view.cellKm();
        var error = cell == null ? optional(view.accuracyMetres()) : OptionalDouble.of(cell * 1000 * HALF_DIAGONAL);
        return new CotPoint(
                view.latitude(), view.longitude(), optional(view.altitude()), error, OptionalDouble.empty());
    }

    private static CotDetail detail(TrackView view) {
        var elements = new ArrayList<CotElement>();
        elements.add(CotDetail.contact(name(view)));
        var course = view.course();
        var speed = view.speed();
        if (course != null && speed != null) {
            elements.add(CotDetail.track(course, speed));
        }
        elements.add(CotMark.label(view.label()));
        elements.add(CotDetail.remarks(remarks(view)));
        return new CotDetail(elements);
    }

    private static String name(TrackView view) {
        var callsign = view.callsign();
        var name = callsign == null || callsign.isBlank() ? view.name() : callsign;
        if (name != null && !name.isBlank()) {
            return name;
        }
        return view.identities().isEmpty()
                ? view.id().toString().substring(0, LEAST_NAME)
                : view.identities().getFirst();
    }

    private static String remarks(TrackView view) {
        var lines = new ArrayList<>(List.of(view.label()));
        if (view.coarse()) {
            lines.add("± " + view.cellKm() + " km");
        }
        lines.addAll(view.identities());
        return String.join("\n", lines);
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
