package org.renkei.feeds.receiver;

import java.util.Optional;
import java.util.OptionalLong;
import org.renkei.kernel.adsb.AdsbLine;
import org.renkei.kernel.adsb.AircraftReport;
import org.renkei.kernel.adsb.BaseStationReader;

/// Lines of the BaseStation protocol.
final class BaseStationDecoder implements Decoder {
    private final BaseStationReader reader = new BaseStationReader();

    @Override
    public OptionalLong read(String line, long now, Yield to) {
        return switch (reader.read(line)) {
            case AdsbLine.Heard<AircraftReport>(var report) -> {
                to.message();
                AircraftObservations.of(report, Optional.empty())
                        .ifPresent(observation -> to.sighting(observation, report.at()));
                yield report.at();
            }
            case AdsbLine.Refused<AircraftReport>(var reason) -> {
                to.refused(reason.name(), line);
                yield OptionalLong.empty();
            }
            case AdsbLine.Beside<AircraftReport>() -> OptionalLong.empty();
        };
    }
}
