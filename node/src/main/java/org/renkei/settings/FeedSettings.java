package org.renkei.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.label.Label;
import org.renkei.settings.NodeSettings.Endpoint;
import org.renkei.settings.NodeSettings.Tls;

/// A source of moving objects or of published records: where its messages come from, what they are, and the
/// label of
/// what it yields.
///
/// @param id lower-case letters, digits and hyphens
/// @param started whether it runs from the start of the node on
/// @param reading what the settings say of how to read them
public record FeedSettings(String id, Kind kind, Source source, Label label, boolean started, FeedReading reading) {
    /// For a kind that leaves nothing to choose.
    public FeedSettings(String id, Kind kind, Source source, Label label, boolean started) {
        this(id, kind, source, label, started, new FeedReading.Plain());
    }

    /// Whether it yields records of this node; other feeds yield sightings of moving objects.
    public boolean yieldsRecords() {
        return switch (kind) {
            case CAP, JMA, USGS -> true;
            case GEOJSON -> reading instanceof FeedReading.Features features && !features.moving();
            case AIS, SBS, MODE_S, AIRCRAFT_JSON, COT, MAVLINK -> false;
        };
    }

    /// What the messages are.
    public enum Kind {
        AIS,
        SBS,
        MODE_S,
        AIRCRAFT_JSON,
        /// Cursor on Target, as XML or in the TAK protocol.
        COT,
        /// Alerts of the Common Alerting Protocol, or an index of them.
        CAP,
        /// Telegrams of the Japan Meteorological Agency, or an index of them.
        JMA,
        /// Earthquakes of the U.S. Geological Survey as GeoJSON.
        USGS,
        /// Telemetry of uncrewed vehicles, MAVLink 2.
        MAVLINK,
        /// Places that move or stand, as GeoJSON.
        GEOJSON;

        /// The word in settings and at the API: `aircraft-json`.
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// Where they come from.
    public sealed interface Source {
        /// A server that is called and sends lines.
        record Tcp(Endpoint endpoint) implements Source {
            @Override
            public String toString() {
                return "tcp://" + endpoint;
            }
        }

        /// A server that is called over TLS.
        ///
        /// @param own certificate chain and key that this node shows, null for none
        /// @param trusted certificates: of the server itself, or of who signed it
        record TlsServer(Endpoint endpoint, @Nullable Tls own, Path trusted) implements Source {
            @Override
            public String toString() {
                return "tls://" + endpoint;
            }
        }

        /// Those who are connected to this node's own TAK endpoint.
        record TakClients() implements Source {
            @Override
            public String toString() {
                return "tak:";
            }
        }

        /// Other nodes of the own nation that hear it, by way of Kafka.
        record OtherNodes() implements Source {
            @Override
            public String toString() {
                return "kafka:";
            }
        }

        /// A port that others send datagrams to.
        record Udp(Endpoint endpoint) implements Source {
            @Override
            public String toString() {
                return "udp://" + endpoint;
            }
        }

        /// A recording, played as if it happened now.
        ///
        /// @param speed 1 to 100 times as fast as it was
        record Replay(Path file, int speed) implements Source {
            @Override
            public String toString() {
                return "file:" + file + " × " + speed;
            }
        }

        /// A file or the files of a folder, read again when they change.
        record Folder(Path path, Duration every) implements Source {
            @Override
            public String toString() {
                return "file:" + path;
            }
        }

        /// Machines with the role feed that bring documents to the API.
        record Pushed() implements Source {
            @Override
            public String toString() {
                return "push:";
            }
        }

        /// An address that is asked again and again.
        record Poll(URI address, Duration every) implements Source {
            /// Without what may be secret: user, password, query.
            @Override
            public String toString() {
                var port = address.getPort() < 0 ? "" : ":" + address.getPort();
                return address.getScheme() + "://" + address.getHost() + port + address.getPath();
            }
        }
    }
}
