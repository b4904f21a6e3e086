package org.renkei.kernel.ais;

import java.util.Optional;
import java.util.OptionalLong;

/// How a message came, as far as its lines say.
///
/// @param heardAt epoch milliseconds, by tag block, `$PGHP` line or the number behind the sentence
/// @param station that heard it
/// @param channel `A` or `B`; empty when the line does not say
/// @param own sent by the station itself (`VDO`), not heard on the air
/// @param content the armored bits of all parts: equal for one transmission, whoever heard it
public record AisReception(
        OptionalLong heardAt, Optional<String> station, String channel, boolean own, String content) {
    AisReception containing(String whole) {
        return new AisReception(heardAt, station, channel, own, whole);
    }
}
