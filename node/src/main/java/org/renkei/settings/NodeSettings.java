package org.renkei.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.record.NodeId;

/// The settings of one node, complete and checked. [SettingsFile] reads them.
///
/// @param data folder that holds everything the node keeps: database, keys, token
/// @param apiUrl where browsers find this node, if that is not what its certificate says
/// @param transports that links may run over; QUIC is preferred where both may
/// @param attachmentBytes the largest attachment that is taken in or fetched
/// @param relayedAttachmentBytes the largest that is fetched or given out by way of others, 0 for none
/// @param agreements a register that takes the place of the one the node ships with
/// @param backup null where none are made
/// @param authorApproves whether who wrote a record may be one of the two officers that its release needs
/// @param keyAgeDays after so many days new keys are recommended
/// @param tak null where no TAK clients may connect
/// @param kafka null where the node is told nothing by others of its nation, and tells them nothing
/// @param translation null where no text is given to a machine for translation
/// @param database null for the PostgreSQL that the node brings and runs itself
public record NodeSettings(
        NodeId node,
        Names name,
        Path data,
        boolean exercise,
        Endpoint api,
        @Nullable Tls apiTls,
        @Nullable URI apiUrl,
        SignIn signIn,
        Endpoint link,
        Set<Transport> transports,
        long attachmentBytes,
        long relayedAttachmentBytes,
        @Nullable Path agreements,
        @Nullable Database database,
        @Nullable Backup backup,
        int keyAgeDays,
        PictureSettings picture,
        List<Partner> partners,
        @Nullable URI traces,
        boolean authorApproves,
        List<FeedSettings> feeds,
        @Nullable TakSettings tak,
        @Nullable KafkaSettings kafka,
        @Nullable TranslationSettings translation) {

    public NodeSettings {
        partners = List.copyOf(partners);
        transports = Set.copyOf(transports);
        feeds = List.copyOf(feeds);
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
    ///
    /// @param clientCertificates whether whoever calls is asked for a certificate
    public record Tls(Path certificate, Path key, boolean clientCertificates) {}

    /// How people may sign in, besides by passkey.
    ///
    /// @param passwords whether a password with an authenticator app is taken
    /// @param provider null where nobody else says who people are
    public record SignIn(boolean passwords, @Nullable Provider provider) {}

    /// Somebody else who says who people are (OpenID Connect).
    ///
    /// @param claim whose value is the sign-in name
    /// @param create whether people whom this node does not know yet are added
    /// @param roles from groups there to roles here; empty where roles are given here
    public record Provider(
            String issuer,
            String clientId,
            Path clientSecretFile,
            Names name,
            String claim,
            boolean create,
            String groupsClaim,
            Map<String, String> roles) {
        public Provider {
            roles = Map.copyOf(roles);
        }
    }

    /// A PostgreSQL that somebody else runs. The password comes from a file, never from the settings themselves.
    public record Database(
            String url, String user, @Nullable Path passwordFile) {}

    /// Backups of everything the node keeps, of its own PostgreSQL only.
    ///
    /// @param folder on another disk than the data, for a backup of any worth
    /// @param hours between two backups
    /// @param keep how many are kept
    public record Backup(Path folder, int hours, int keep) {}

    /// One partner node: its card, pinned by the fingerprint that both sides compared, and what it is
    /// cleared for.
    ///
    /// @param transports null for those of the node
    /// @param via partners that carry what is for this one, the nearest first; empty for a link of our own
    /// @param carries what this node agrees to carry for it; null for nothing
    /// @param traces whether the context of traces goes to it and is taken from it
    /// @param tracks whether there is a lane of live tracks with it
    public record Partner(
            Path card,
            String fingerprint,
            @Nullable Endpoint dial,
            @Nullable Set<Transport> transports,
            String clearance,
            List<String> caveats,
            List<String> purposes,
            List<String> via,
            @Nullable Carriage carries,
            boolean traces,
            boolean tracks) {}

    /// How much of a partner's parcels for others may lie here.
    public record Carriage(long bytes) {}
}
