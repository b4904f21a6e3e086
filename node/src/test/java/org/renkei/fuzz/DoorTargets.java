package org.renkei.fuzz;

import static org.renkei.fuzz.Inputs.bytes;
import static org.renkei.fuzz.Inputs.text;
import static org.renkei.fuzz.Inputs.texts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.renkei.identity.passkey.PasskeyParser;
import org.renkei.identity.passkey.PasskeyRefusal;
import org.renkei.identity.provider.ProviderParser;
import org.renkei.identity.provider.ProviderRefusal;
import org.renkei.kafka.SightingParser;
import org.renkei.ogcapi.web.QueryParser;
import org.renkei.problem.Problem;
import org.renkei.review.PolicyParser;
import org.renkei.translation.AnswerParser;
import tools.jackson.core.JacksonException;

/// What comes to the door: answers of identity providers, authenticators and translation services, questions of maps,
/// policies as YAML; and sightings from the log between nodes of one nation.
final class DoorTargets {
    private static final String[] JSON = {"{", "[", "\"", "null", "1e999", "-1", "\\u0000"};

    private DoorTargets() {}

    static List<Target> all() {
        var all = new ArrayList<>(provider());
        all.addAll(passkeys());
        all.add(Target.of(
                        "ogc-query",
                        input -> QueryParser.read(text(input)),
                        texts(
                                "bbox=129,31,132,34&limit=10&datetime=2026-04-01T00:00:00Z/..",
                                "bbox=170,-10,0,-170,10,9&bbox-crs=http://www.opengis.net/def/crs/OGC/1.3/CRS84",
                                "bbox=14000000,3000000,15000000,4000000&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/3857&f=kml",
                                "datetime=../2026-04-01T00:00:00%2B09:00&crs=http://www.opengis.net/def/crs/EPSG/0/4326",
                                "after=01900000-0000-7000-8000-00000000feed&at=2026-04-01T00:00:00Z&f=gpkg"),
                        Problem.class)
                .knowing(
                        "bbox=",
                        "&",
                        "=",
                        ",",
                        "/",
                        "..",
                        "NaN",
                        "Infinity",
                        "1e308",
                        "-0.0",
                        "limit=",
                        "datetime=",
                        "+999999999-12-31T23:59:59Z",
                        "EPSG/0/3857"));
        all.add(Target.of("kafka-sighting", SightingParser::read, SightingParser.samples())
                .knowing("\u0001", "\u007f"));
        all.add(Target.of(
                        "translation-answer",
                        AnswerParser::read,
                        texts(AnswerParser.samples().toArray(String[]::new)),
                        Problem.class)
                .knowing(JSON)
                .knowing("\"choices\"", "<html", "\\u202e", "\u202e"));
        var policies = new ArrayList<byte[]>();
        PolicyParser.samples().forEach(sample -> policies.add(bytes(sample)));
        Attacks.yaml().forEach(attack -> policies.add(bytes(attack)));
        all.add(Target.of("policy-yaml", input -> PolicyParser.read(text(input)), policies, Problem.class)
                .knowing("from:", "- id: a", "rules:", "&a ", "*a", "!!str ", "<<: *a", "---\n", "? ", "|", ">", "\t")
                .within(64));
        return all;
    }

    private static List<Target> provider() {
        var parser = provided();
        return List.of(
                Target.of(
                                "provider-metadata",
                                input -> parser.metadata(text(input)),
                                texts(parser.metadata()),
                                ProviderRefusal.class)
                        .knowing(JSON),
                Target.of(
                                "provider-keys",
                                input -> parser.keys(text(input)),
                                texts(parser.keys()),
                                ProviderRefusal.class)
                        .knowing(JSON),
                Target.of(
                                "provider-answer",
                                input -> parser.answer(text(input)),
                                texts(parser.answer()),
                                ProviderRefusal.class)
                        .knowing(JSON),
                Target.of(
                                "provider-token",
                                input -> parser.token(text(input)),
                                texts(parser.token()),
                                ProviderRefusal.class)
                        .knowing(".", "=", "e30", "eyJhbGciOiJub25lIn0"),
                Target.of(
                                "provider-logout",
                                input -> parser.logout(text(input)),
                                texts(parser.logouts().toArray(String[]::new)),
                                ProviderRefusal.class)
                        .knowing(".", "=", "e30", "eyJhbGciOiJub25lIn0"));
    }

    private static ProviderParser provided() {
        try (var parser = new ProviderParser()) {
            return parser;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Target> passkeys() {
        try {
            var parser = new PasskeyParser();
            return List.of(
                    Target.of(
                                    "passkey-made",
                                    input -> parser.made(text(input)),
                                    List.of(parser.madeSample()),
                                    PasskeyRefusal.class,
                                    JacksonException.class)
                            .knowing(JSON),
                    Target.of(
                                    "passkey-used",
                                    input -> parser.used(text(input)),
                                    List.of(parser.usedSample()),
                                    PasskeyRefusal.class,
                                    JacksonException.class)
                            .knowing(JSON),
                    Target.of(
                                    "passkey-attestation",
                                    parser::attestation,
                                    List.of(parser.part(true, "attestationObject")),
                                    PasskeyRefusal.class)
                            .knowing("authData", "attStmt", "fmt", "packed", "\u00bf", "\u009f"),
                    Target.of(
                            "passkey-authenticator-data",
                            parser::authenticatorData,
                            List.of(parser.part(false, "authenticatorData")),
                            PasskeyRefusal.class),
                    Target.of(
                                    "passkey-client-data",
                                    parser::clientData,
                                    List.of(parser.part(false, "clientDataJSON")),
                                    PasskeyRefusal.class)
                            .knowing(JSON));
        } catch (PasskeyRefusal e) {
            throw new IllegalStateException(e);
        }
    }
}
