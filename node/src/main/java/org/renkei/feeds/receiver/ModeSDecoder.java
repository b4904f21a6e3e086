package org.renkei.feeds.receiver;

import java.util.Optional;
import java.util.OptionalLong;
import org.renkei.kernel.adsb.AdsbLine;
import org.renkei.kernel.adsb.ModeSReader;
import org.renkei.kernel.adsb.Squitter;
import org.renkei.kernel.adsb.Squitters;

/// Mode S messages as hexadecimal digits, which say no time.
final class ModeSDecoder implements Decoder {
    private final Squitters squitters = new Squitters();

    @Override
    public OptionalLong read(String line, long now, Yield to) {
        switch (ModeSReader.read(line)) {
            case AdsbLine.Heard<Squitter>(var squitter) -> {
                to.message();
                squitters
                        .report(squitter, now)
                        .flatMap(report -> AircraftObservations.of(report, Optional.empty()))
                        .ifPresent(observation -> to.sighting(observation, OptionalLong.empty()));
            }
            case AdsbLine.Refused<Squitter>(var reason) -> to.refused(reason.name(), line);
            case AdsbLine.Beside<Squitter>() -> {}
        }
        return OptionalLong.empty();
    }
}
