package org.renkei.tak;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How the TAK endpoint of this node stands, as the API gives it.
///
/// @param address host and port; null where the settings name none
/// @param feed that takes what clients send; null where nothing is taken
/// @param most how many clients may be connected
/// @param refused who was turned away last, newest first
public record TakState(
        @Nullable String address,
        @Nullable String feed,
        int most,
        List<ClientView> clients,
        List<RefusedView> refused) {

    /// @param protocol `xml` or `protobuf`
    /// @param reads whether it is given tracks
    /// @param sends whether what it sends is taken in
    /// @param dropped positions that gave way to newer ones, as the client was slow
    public record ClientView(
            UUID id,
            String account,
            String from,
            Instant since,
            String protocol,
            boolean reads,
            boolean sends,
            long in,
            double inPerSecond,
            long out,
            double outPerSecond,
            long dropped,
            List<ReasonView> refused) {

        static ClientView of(TakClient client, long now) {
            var figures = client.figures();
            var rights = client.rights();
            return new ClientView(
                    client.id(),
                    client.caller().getName(),
                    client.from(),
                    client.since(),
                    client.speaksProtobuf() ? "protobuf" : "xml",
                    rights.read(),
                    rights.send(),
                    figures.in(),
                    figures.inRate(now),
                    figures.out(),
                    figures.outRate(now),
                    client.outbox().dropped(),
                    figures.refused().entrySet().stream()
                            .map(one -> new ReasonView(one.getKey().text(), one.getValue()))
                            .toList());
        }
    }

    public record ReasonView(String reason, long count) {}

    public record RefusedView(Instant at, String from, String sha256, String reason) {}
}
