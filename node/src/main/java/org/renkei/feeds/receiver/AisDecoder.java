package org.renkei.feeds.receiver;

import java.util.OptionalLong;
import org.renkei.kernel.ais.AisDuplicates;
import org.renkei.kernel.ais.AisLine;
import org.renkei.kernel.ais.AisReader;
import org.renkei.kernel.ais.AisReception;

/// Lines of AIS receivers and networks. What several stations heard counts once.
final class AisDecoder implements Decoder {
    private static final long SAME_MILLIS = 10_000;
    private static final int REMEMBERED = 50_000;

    private final AisReader reader = new AisReader();
    private final AisDuplicates duplicates = new AisDuplicates(SAME_MILLIS, REMEMBERED);

    @Override
    public OptionalLong read(String line, long now, Yield to) {
        return switch (reader.read(line, now)) {
            case AisLine.Heard(var message, AisReception reception) -> {
                to.message();
                var at = reception.heardAt();
                if (duplicates.isRepeat(reception.content(), at.orElse(now))) {
                    to.duplicate();
                } else {
                    AisObservations.of(message).ifPresent(observation -> to.sighting(observation, at));
                }
                yield at;
            }
            case AisLine.Refused(var reason) -> {
                to.refused(reason.name(), line);
                yield OptionalLong.empty();
            }
            case AisLine.Part ignored -> OptionalLong.empty();
            case AisLine.Beside ignored -> OptionalLong.empty();
        };
    }
}
