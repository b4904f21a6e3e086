package org.renkei.kernel.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborInt;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborNull;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.ledger.Hash;

class AttachmentTest {
    private static final Hash DIGEST = Hash.ofContent(new byte[] {1});
    private static final Map<String, CborValue> GOOD = Map.of(
            "name", new CborText("橋.jpg"),
            "type", new CborText("image/jpeg"),
            "size", new CborInt(70_000),
            "sha256", new CborText(DIGEST.hex()));

    @Test
    void isReadFromABodyInOrder() {
        var preview = Map.<String, CborValue>of(
                "type", new CborText("image/jpeg"), "size", new CborInt(900), "sha256", new CborText(DIGEST.hex()));
        var second = with("preview", new CborMap(preview));
        assertThat(Attachment.listIn(body(new CborMap(GOOD), new CborMap(second))))
                .containsExactly(
                        new Attachment("橋.jpg", "image/jpeg", 70_000, DIGEST, null),
                        new Attachment(
                                "橋.jpg",
                                "image/jpeg",
                                70_000,
                                DIGEST,
                                new Attachment.Preview("image/jpeg", 900, DIGEST)));
    }

    @Test
    void whatWasCutOutIsNone() {
        assertThat(Attachment.listIn(body(new CborNull(), new CborMap(GOOD)))).hasSize(1);
    }

    @Test
    void aBodyWithoutAnyHasNone() {
        assertThat(Attachment.listIn(new CborMap(Map.of()))).isEmpty();
        assertThat(Attachment.listIn(new CborMap(Map.of("attachments", new CborText("x")))))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
        name   | ''
        name   | ../passwd
        name   | a\\b
        name   | .
        name   | ..
        type   | text
        type   | text/html; charset=x
        type   | Text/HTML
        size   | 0
        size   | -1
        size   | x
        sha256 | 00
        sha256 | 4BF5122F344554C53BDE2EBB8CD2B7E3D1600AD631C385A5D7CCE23C7785459A
        """)
    void garbageIsNoAttachment(String key, String value) {
        var wrong = value.matches("-?[0-9]") ? new CborInt(Long.parseLong(value)) : new CborText(value);
        assertThat(Attachment.parse(new CborMap(with(key, wrong)))).isEmpty();
    }

    /// Turned, joined, unseen, of two lines, and beyond the first 65,536 characters.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u202Egpj.exe",
                "a\u2067b",
                "a\u200Db",
                "a\u200Bb",
                "a\u00ADb",
                "\uFEFFa",
                "a\u2028b",
                "a\u2029b",
                "a\u0007b",
                "a\uDB40\uDC41b"
            })
    void aNameThatIsNotWhatItLooksLikeIsNoName(String name) {
        assertThat(Attachment.parse(new CborMap(with("name", new CborText(name)))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"...", ".profile", "益城町 役場 (1).png", "か\u3099.pdf", "葛\uDB40\uDD00城.txt", "😀.png"})
    void aNameInAnyScriptIsOne(String name) {
        assertThat(Attachment.parse(new CborMap(with("name", new CborText(name)))))
                .isPresent();
    }

    @Test
    void aLargePreviewIsNone() {
        var preview = Map.<String, CborValue>of(
                "type",
                new CborText("image/jpeg"),
                "size",
                new CborInt(Attachment.MAX_PREVIEW + 1),
                "sha256",
                new CborText(DIGEST.hex()));
        assertThat(Attachment.parse(new CborMap(with("preview", new CborMap(preview)))))
                .hasValueSatisfying(one -> assertThat(one.preview()).isNull());
    }

    private static Map<String, CborValue> with(String key, CborValue value) {
        var fields = new LinkedHashMap<>(GOOD);
        fields.put(key, value);
        return fields;
    }

    private static CborMap body(CborValue... items) {
        return new CborMap(Map.of("attachments", new CborArray(List.of(items))));
    }
}
