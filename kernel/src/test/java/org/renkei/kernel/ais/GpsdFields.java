package org.renkei.kernel.ais;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ais.AisMessage.Acknowledged;
import org.renkei.kernel.ais.AisMessage.Asked;

/// A message in the words of gpsd's JSON with scaled values; null is "not available". Both gpsd and
/// libais use them.
final class GpsdFields {
    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    private GpsdFields() {}

    static Map<String, @Nullable Object> of(AisMessage message) {
        var fields = new GpsdFields();
        fields.put("type", message.type());
        fields.put("repeat", message.header().repeat());
        fields.put("mmsi", message.mmsi());
        fields.rest(message);
        return fields.fields;
    }

    private void rest(AisMessage message) {
        switch (message) {
            case AisMessage.PositionReport m -> {
                put("status", m.status());
                put("turn", m.turn());
                movement(m.movement());
                put("maneuver", m.maneuver());
                put("radio", m.communication());
            }
            case AisMessage.BaseStationReport m -> {
                put(
                        "timestamp",
                        "%04d-%02d-%02dT%02d:%02d:%02dZ"
                                .formatted(m.year(), m.month(), m.day(), m.hour(), m.minute(), m.second()));
                position(m.position());
                put("accuracy", m.accurate());
                put("epfd", m.positionFix());
                put("raim", m.raim());
                put("radio", m.communication());
            }
            case AisMessage.StaticVoyageData m -> {
                put("ais_version", m.version());
                put("imo", m.imo().orElse(0));
                put("callsign", m.callsign().orElse(""));
                put("shipname", m.name().orElse(""));
                put("shiptype", m.shipType());
                dimensions(m.dimensions());
                put("epfd", m.positionFix());
                var eta = m.arrival();
                put("eta", "%02d-%02dT%02d:%02dZ".formatted(eta.month(), eta.day(), eta.hour(), eta.minute()));
                put("draught", m.draught().orElse(0));
                put("destination", m.destination().orElse(""));
                put("dte", m.terminalReady() ? 0 : 1);
            }
            case AisMessage.AddressedBinary m -> {
                put("seqno", m.sequence());
                put("dest_mmsi", m.destination());
                put("retransmit", m.retransmitted());
                put("dac", m.areaCode());
                put("fid", m.functionId());
                put("data", m.data().toString());
            }
            case AisMessage.Acknowledgment m ->
                numbered(
                        "mmsi",
                        4,
                        m.acknowledged().stream().map(Acknowledged::mmsi).toList());
            case AisMessage.BroadcastBinary m -> {
                put("dac", m.areaCode());
                put("fid", m.functionId());
                put("data", m.data().toString());
            }
            case AisMessage.RescueAircraftReport m -> {
                put("alt", m.altitude());
                movement(m.movement());
                put("dte", m.terminalReady() ? 0 : 1);
                put("regional", m.regional());
                put("radio", m.communication());
            }
            case AisMessage.TimeInquiry m -> put("dest_mmsi", m.destination());
            case AisMessage.AddressedText m -> {
                put("seqno", m.sequence());
                put("dest_mmsi", m.destination());
                put("retransmit", m.retransmitted());
                put("text", m.text().orElse(""));
            }
            case AisMessage.BroadcastText m -> put("text", m.text().orElse(""));
            case AisMessage.Interrogation m -> interrogation(m.asked());
            case AisMessage.Assignment m -> {
                for (var i = 0; i < 2; i++) {
                    var one = i < m.assigned().size() ? m.assigned().get(i) : new AisMessage.Assigned(0, 0, 0);
                    put("mmsi" + (i + 1), one.mmsi());
                    put("offset" + (i + 1), one.offset());
                    put("increment" + (i + 1), one.increment());
                }
            }
            case AisMessage.DifferentialCorrections m -> {
                position(m.position());
                put("data", m.data().toString());
            }
            case AisMessage.ClassBReport m -> {
                movement(m.movement());
                put("cs", m.carrierSense());
                put("display", m.display());
                put("dsc", m.digitalCalling());
                put("band", m.wholeBand());
                put("msg22", m.message22());
                put("radio", m.communication());
            }
            case AisMessage.ExtendedClassBReport m -> {
                movement(m.movement());
                put("shipname", m.name().orElse(""));
                put("shiptype", m.shipType());
                dimensions(m.dimensions());
                put("epfd", m.positionFix());
                put("dte", m.terminalReady() ? 0 : 1);
                put("assigned", m.assigned());
            }
            case AisMessage.SlotReservation m -> {
                for (var i = 0; i < 4; i++) {
                    var one = i < m.reserved().size() ? m.reserved().get(i) : new AisMessage.Reserved(0, 0, 0, 0);
                    put("offset" + (i + 1), one.offset());
                    put("number" + (i + 1), one.number());
                    put("timeout" + (i + 1), one.timeout());
                    put("increment" + (i + 1), one.increment());
                }
            }
            case AisMessage.AidToNavigation m -> {
                put("aid_type", m.aidType());
                put("name", m.name().orElse(""));
                put("accuracy", m.accurate());
                position(m.position());
                dimensions(m.dimensions());
                put("epfd", m.positionFix());
                put("second", m.second());
                put("off_position", m.offPosition());
                put("regional", m.regional());
                put("raim", m.raim());
                put("virtual_aid", m.virtual());
                put("assigned", m.assigned());
            }
            case AisMessage.ChannelManagement m -> {
                put("channel_a", m.channelA());
                put("channel_b", m.channelB());
                put("txrx", m.transceiverMode());
                put("power", m.lowPower());
                put("addressed", m.area().isEmpty());
                area(m.area());
                numbered("dest", 2, m.destinations());
                put("band_a", m.bandA());
                put("band_b", m.bandB());
                put("zonesize", m.zoneSize());
            }
            case AisMessage.GroupAssignment m -> {
                area(m.area());
                put("stationtype", m.stationType());
                put("shiptype", m.shipType());
                put("txrx", m.transceiverMode());
                put("interval", m.interval());
                put("quiet", m.quietMinutes());
            }
            case AisMessage.StaticName m -> put("shipname", m.name().orElse(""));
            case AisMessage.StaticShip m -> {
                put("shiptype", m.shipType());
                put("vendorid", m.vendor().orElse(""));
                put("model", m.unitModel());
                put("serial", m.serialNumber());
                put("callsign", m.callsign().orElse(""));
                m.dimensions().ifPresent(this::dimensions);
                put("mothership_mmsi", m.motherShip());
            }
            case AisMessage.SlottedBinary m -> {
                put("addressed", m.destination().isPresent());
                put("structured", m.application().isPresent());
                put("dest_mmsi", m.destination().orElse(0));
                put("app_id", m.application().orElse(0));
                put("data", m.data().toString());
                put("radio", m.communication());
            }
            case AisMessage.LongRangeReport m -> {
                put("status", m.status());
                movement(m.movement());
                put("gnss", !m.currentPosition());
            }
        }
    }

    private void interrogation(List<Asked> asked) {
        var second = asked.size() > 1 && asked.get(1).mmsi() == asked.get(0).mmsi() ? asked.get(1) : null;
        var other = asked.size() > 1 && second == null ? asked.get(1) : asked.size() > 2 ? asked.get(2) : null;
        put("mmsi1", asked.getFirst().mmsi());
        put("type1_1", asked.getFirst().message());
        put("offset1_1", asked.getFirst().slotOffset());
        put("type1_2", second == null ? 0 : second.message());
        put("offset1_2", second == null ? 0 : second.slotOffset());
        put("mmsi2", other == null ? 0 : other.mmsi());
        put("type2_1", other == null ? 0 : other.message());
        put("offset2_1", other == null ? 0 : other.slotOffset());
    }

    private void movement(AisMovement movement) {
        position(movement.position());
        put("accuracy", movement.accurate());
        put("raim", movement.raim());
        put("speed", movement.speed());
        put("course", movement.course());
        put("heading", movement.heading());
        put("second", movement.second());
    }

    private void position(Optional<AisPosition> position) {
        put("lat", position.map(AisPosition::latitude).orElse(null));
        put("lon", position.map(AisPosition::longitude).orElse(null));
    }

    private void area(Optional<AisArea> area) {
        put("ne_lat", area.map(a -> a.northEast().latitude()).orElse(null));
        put("ne_lon", area.map(a -> a.northEast().longitude()).orElse(null));
        put("sw_lat", area.map(a -> a.southWest().latitude()).orElse(null));
        put("sw_lon", area.map(a -> a.southWest().longitude()).orElse(null));
    }

    private void dimensions(AisDimensions dimensions) {
        put("to_bow", dimensions.toBow());
        put("to_stern", dimensions.toStern());
        put("to_port", dimensions.toPort());
        put("to_starboard", dimensions.toStarboard());
    }

    private void numbered(String name, int most, List<Integer> values) {
        for (var i = 0; i < most; i++) {
            put(name + (i + 1), i < values.size() ? values.get(i) : 0);
        }
    }

    private void put(String name, OptionalDouble value) {
        fields.put(name, value.isPresent() ? value.getAsDouble() : null);
    }

    private void put(String name, OptionalInt value) {
        fields.put(name, value.isPresent() ? value.getAsInt() : null);
    }

    private void put(String name, @Nullable Object value) {
        fields.put(name, value);
    }
}
