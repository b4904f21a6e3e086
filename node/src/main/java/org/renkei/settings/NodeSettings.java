package org.renkei.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.record.NodeId;

/// The settings of one node, complete and checked. [SettingsFile] reads them.
///
/// @param data folder that holds everything the node keeps: database, keys, token
/// @param transports that links may run over; QUIC is preferred where both may
/// @param attachmentBytes the largest attachment that is taken in or fetched
/// @param agreements a register that takes the place of the one the node ships with
/// @param backup null where none are made
/// @param database null for the PostgreSQL that the node brings and runs itself
public record NodeSettings(
        NodeId node,
        Names name,
        Path data,
        boolean exercise,
        Endpoint api,
        @Nullable Tls apiTls,
        Endpoint link,
        Set<Transport> transports,
        long attachmentBytes,
        @Nullable Path agreements,
        @Nullable Database database,
        @Nullable Backup backup,
        List<Partner> partners) {

    public NodeSettings {
        partners = List.copyOf(partners);
        transports = Set.copyOf(transports);
    }

    /// What links may run over.
    public enum Transport {
        QUIC,
        TCP
    }

    /// A name in both languages.
    public record Names(String en, String ja) {}

    /// Where to listen, or whom to call.
    public record Endpoint(String host, int port) {
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    /// Certificate chain and private key, PEM files, for an API that others than this machine may reach.
    public record Tls(Path certificate, Path key) {}

    /// A PostgreSQL that somebody else runs. The password comes from a file, never from the settings themselves.
    public record Database(
            String url, String user, @Nullable Path passwordFile) {}

    /// Backups of everything the node keeps, of its own PostgreSQL only.
    ///
    /// @param folder on another disk than the data, for a backup of any worth
    /// @param hours between two backups
    /// @param keep how many are kept
    public record Backup(Path folder, int hours, int keep) {}

    /// One partner node: its card, pinned by the fingerprint that both sides compared, and what it is cleared for.
    ///
    /// @param transports null for those of the node
    /// @param via partners that carry what is for this one, the nearest first; empty for a link of our own
    /// @param carries what this node agrees to carry for it; null for nothing
    public record Partner(
            Path card,
            String fingerprint,
            @Nullable Endpoint dial,
            @Nullable Set<Transport> transports,
            String clearance,
            List<String> caveats,
            List<String> purposes,
            List<String> via,
            @Nullable Carriage carries) {}

    /// How much of a partner's parcels for others may lie here.
    public record Carriage(long bytes) {}
}
