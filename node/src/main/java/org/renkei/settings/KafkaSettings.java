package org.renkei.settings;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.renkei.settings.NodeSettings.Endpoint;
import org.renkei.settings.NodeSettings.Tls;

/// The Kafka through which nodes of one nation tell one another what their feeds see.
///
/// @param name the topics begin with it, and the workers are the group of that name
/// @param partitions of topics that are made because they are not there
/// @param trusted certificates of the servers or of who signed them; null for plain text, on this machine alone
/// @param own shown to the servers, null for none
/// @param account null where the servers ask for none
/// @param works whether this node takes its share of the work between the feeds and the pictures
public record KafkaSettings(
        List<Endpoint> servers,
        String name,
        int partitions,
        @Nullable Path trusted,
        @Nullable Tls own,
        @Nullable Account account,
        boolean works) {
    public KafkaSettings {
        servers = List.copyOf(servers);
    }

    /// A name and a password (SCRAM-SHA-512).
    public record Account(String user, Path passwordFile) {}
}
