package org.renkei.kernel.cot;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Events that are about the connection and not about anything in the world.
public final class CotMessages {
    private static final long SHORT = 60_000;
    private static final String HOW = "m-g";
    private static final String CONTROL = "TakControl";

    private CotMessages() {}

    public static CotEvent ping(String uid, long now) {
        return event(uid, CotType.PING, now, CotDetail.NONE);
    }

    public static CotEvent pong(long now) {
        return event("takPong", CotType.PONG, now, CotDetail.NONE);
    }

    /// This side speaks version 1 of the TAK protocol, too.
    public static CotEvent offer(String uid, long now) {
        return control(uid, CotType.OFFER, now, "TakProtocolSupport", "version", "1");
    }

    /// This side would like to speak that version.
    public static CotEvent request(String uid, int version, long now) {
        return control(uid, CotType.REQUEST, now, "TakRequest", "version", String.valueOf(version));
    }

    public static CotEvent answer(String uid, boolean granted, long now) {
        return control(uid, CotType.ANSWER, now, "TakResponse", "status", String.valueOf(granted));
    }

    /// Which version a request asks for; empty where the event is no request.
    public static Optional<String> requested(CotEvent event) {
        return control(event, CotType.REQUEST, "TakRequest", "version");
    }

    /// `true` where the other side agrees; empty where the event is no answer.
    public static Optional<String> answered(CotEvent event) {
        return control(event, CotType.ANSWER, "TakResponse", "status");
    }

    /// The thing of that uid is to be taken away.
    public static CotEvent delete(String uid, long now) {
        var link = CotElement.of("link", Map.of("uid", uid, "type", "none", "relation", "none"));
        var force = CotElement.of("__forcedelete", Map.of());
        return event(uid, CotType.DELETE, now, CotDetail.of(link, force));
    }

    private static Optional<String> control(CotEvent event, String type, String name, String attribute) {
        return event.type().equals(type)
                ? event.detail()
                        .find(CONTROL)
                        .flatMap(control -> control.child(name))
                        .flatMap(child -> child.attribute(attribute))
                : Optional.empty();
    }

    private static CotEvent control(String uid, String type, long now, String name, String attribute, String value) {
        var child = CotElement.of(name, Map.of(attribute, value));
        var control = new CotElement(CONTROL, Collections.unmodifiableSortedMap(new TreeMap<>()), "", List.of(child));
        return event(uid, type, now, CotDetail.of(control));
    }

    private static CotEvent event(String uid, String type, long now, CotDetail detail) {
        return new CotEvent(uid, type, HOW, now, now, now + SHORT, CotPoint.NOWHERE, detail);
    }
}
