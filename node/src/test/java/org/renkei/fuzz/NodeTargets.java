package org.renkei.fuzz;

import static org.renkei.fuzz.Inputs.bytes;
import static org.renkei.fuzz.Inputs.text;
import static org.renkei.fuzz.Inputs.texts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.renkei.acsa.sheet.SheetReader;
import org.renkei.acsa.sheet.SheetWriter;
import org.renkei.attachments.ImageParser;
import org.renkei.audit.AuditExportCheck;
import org.renkei.federation.FederationParsers;
import org.renkei.identity.certificate.CertificateReader;
import org.renkei.kernel.cbor.CborException;
import org.renkei.keys.NodeCard;
import org.renkei.party.RegisterParser;
import org.renkei.problem.Paging;
import org.renkei.problem.Problem;
import org.renkei.records.DraftParser;
import org.renkei.relief.HxlParser;
import org.renkei.settings.SettingsException;
import org.renkei.settings.SettingsParser;
import org.renkei.testing.Machine;
import tools.jackson.core.JacksonException;

/// The parsers of the node: links and media, the API, files of the administrator, images.
final class NodeTargets {
    private NodeTargets() {}

    static List<Target> all() {
        var all = new ArrayList<>(links());
        all.add(card());
        all.add(cardContent());
        all.add(clientCertificate());
        all.add(settings());
        all.add(register());
        all.add(draft());
        all.add(cursor());
        all.add(image());
        all.addAll(tables());
        all.add(auditExport());
        return all;
    }

    private static List<Target> links() {
        var parsers = new FederationParsers();
        return List.of(
                Target.of(
                                "frames-packed",
                                parsers::frames,
                                parsers.packedFrames(),
                                IllegalArgumentException.class,
                                CborException.class)
                        .within(192),
                Target.of(
                        "medium", parsers::medium, parsers.media(), IllegalArgumentException.class, IOException.class),
                Target.of("parcel", parsers::parcel, parsers.parcels(), IOException.class),
                Target.of("parcel-layer", parsers::layer, parsers.layers(), IOException.class),
                Target.of(
                        "parcel-content",
                        parsers::content,
                        parsers.contents(),
                        IllegalArgumentException.class,
                        CborException.class));
    }

    private static Target card() {
        return Target.of(
                        "node-card",
                        input -> NodeCard.parse(text(input)).fingerprint(),
                        List.of(Inputs.resource("/org/renkei/keys/test.card")),
                        IllegalArgumentException.class)
                .knowing("-----BEGIN RENKEI NODE CARD-----\n", "-----END RENKEI NODE CARD-----\n", "=", "AAAA");
    }

    /// What is inside the base64 of a card.
    private static Target cardContent() {
        var card = NodeCard.parse(text(Inputs.resource("/org/renkei/keys/test.card")));
        return Target.of(
                "node-card-content",
                input -> NodeCard.parse("-----BEGIN RENKEI NODE CARD-----\n"
                        + Base64.getEncoder().encodeToString(input)
                        + "\n-----END RENKEI NODE CARD-----\n"),
                List.of(card.signedBytes()),
                IllegalArgumentException.class);
    }

    /// What is inside the PEM of a client certificate.
    private static Target clientCertificate() {
        var now = Instant.now();
        var seeds = List.of(
                der(new Machine.Maker(now)),
                der(new Machine.Maker(now).of("RSA", 2048).forPurposes()),
                der(new Machine.Maker(now).of("Ed25519", 0).withUsage(0)),
                der(new Machine.Maker(now).of("EC", 521).until(now)));
        return Target.of(
                "client-certificate",
                input -> CertificateReader.read(
                                "-----BEGIN CERTIFICATE-----\n"
                                        + Base64.getMimeEncoder().encodeToString(input)
                                        + "\n-----END CERTIFICATE-----\n",
                                now,
                                new ArrayList<>())
                        .ifPresent(one -> one.getSubjectX500Principal().getName()),
                seeds);
    }

    private static byte[] der(Machine.Maker maker) {
        try {
            return maker.make().certificate().getEncoded();
        } catch (CertificateEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private static Target settings() {
        var parser = new SettingsParser();
        return Target.of("settings", parser::read, seeds(parser.samples()), SettingsException.class)
                .knowing("renkei:", "&a ", "*a", "partners:", "- card: x", "!!", "|", ">", "<<: *a", "\0");
    }

    private static Target register() {
        var parser = new RegisterParser();
        return Target.of("register", parser::read, seeds(parser.samples()), IllegalArgumentException.class)
                .knowing("agreements:", "- id: a", "from:", "parties: [JPN, USA]", "&a ", "*a", "2016-04-15");
    }

    private static List<byte[]> seeds(List<String> samples) {
        var seeds = new ArrayList<byte[]>();
        samples.forEach(sample -> seeds.add(bytes(sample)));
        Attacks.yaml().forEach(attack -> seeds.add(bytes(attack)));
        return seeds;
    }

    private static Target draft() {
        var parser = new DraftParser();
        return Target.of("draft", parser::read, parser.samples(), JacksonException.class, Problem.class)
                .knowing(
                        "\"body\":{",
                        "\"label\":\"UNCLASSIFIED//PUBLIC\"",
                        "\"portions\":[",
                        "\"at\":\"/a\"",
                        "\\ud800",
                        "1e309",
                        "9223372036854775808")
                .within(64);
    }

    private static Target cursor() {
        var seeds = texts(Paging.cursor(42), Paging.cursor(new UUID(1, 2)), "", "_-", "=");
        return Target.of(
                "cursor",
                input -> {
                    if (input.length % 2 == 0) {
                        Paging.after(text(input));
                    } else {
                        Paging.before(text(input));
                    }
                },
                seeds,
                Problem.class);
    }

    /// Sheets that people bring in: CSV in two encodings and XLSX, which is an archive of XML; and tables of HXL.
    private static List<Target> tables() {
        var lines = List.of(List.<Object>of("F-76", 40_000, "2026-04-20"), List.<Object>of("rations", 12, "-"));
        var table = new SheetWriter.Table("orders", "UNCLASSIFIED", List.of("item", "quantity", "day"), lines, "");
        var csv = "item,quantity,day\n\"F-76\",40000,2026-04-20\n燃料,1;2,\n";
        var hxl = "Who,What,Where\n#org,#sector,#adm1+name\nJRC,water,石川\n";
        return List.of(
                Target.of(
                                "sheet",
                                SheetReader::read,
                                List.of(
                                        SheetWriter.write(table, SheetWriter.Form.XLSX),
                                        SheetWriter.write(table, SheetWriter.Form.CSV),
                                        bytes(csv),
                                        csv.getBytes(Charset.forName("windows-31j"))),
                                Problem.class)
                        .knowing("PK\u0003\u0004", "xl/worksheets/sheet1.xml", "\"", "\r\n", "\t", ";", "\ufeff")
                        .within(256),
                Target.of("hxl", new HxlParser()::read, List.of(bytes(hxl)))
                        .knowing("#org", "#sector+x", "\"", "\n", "=1+1"));
    }

    /// The file of an inspector, with a card that is right.
    private static Target auditExport() {
        var card = NodeCard.parse(text(Inputs.resource("/org/renkei/keys/test.card")));
        var header = """
                {"node":"%s","first":1,"last":1,"before":[],"consistency":[],"checkpoint":"x","cosigned":[]}
                {"position":1,"time":"2026-04-20T00:00:00Z","actor":"a","event":"e","details":"{}","leaf":"00"}
                """.formatted(card.node());
        return Target.of(
                        "audit-export",
                        input -> AuditExportCheck.check(new BufferedReader(new StringReader(text(input))), card),
                        List.of(bytes(header)),
                        IllegalArgumentException.class)
                .knowing("\"before\":[", "\"consistency\":[", "9223372036854775807", "-1", "\n");
    }

    private static Target image() {
        var parser = new ImageParser();
        return Target.of("image", parser::read, parser.samples()).within(400);
    }
}
