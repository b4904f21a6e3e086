package org.renkei.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Only the one it is sealed to opens it, and only whole.
class SealingTests {
    private static final byte[] CONTEXT = "to: USA/yokota\n".getBytes();

    @TempDir
    Path folder;

    private SealingKey key;

    @BeforeEach
    void makeKey() throws IOException {
        key = SealingKey.open(folder);
    }

    @ParameterizedTest(name = "{0} bytes")
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 300_000})
    void opensWhatWasSealed(int size) throws IOException {
        var plain = content(size);
        assertThat(open(seal(plain))).isEqualTo(plain);
        assertThat(open(SealingKey.open(folder), CONTEXT, seal(plain))).isEqualTo(plain);
    }

    @Test
    void nobodyElseOpensIt() throws IOException {
        var other = SealingKey.open(java.nio.file.Files.createDirectory(folder.resolve("other")));
        var sealed = seal(content(100));
        assertThatThrownBy(() -> open(other, CONTEXT, sealed)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> open(key, "to: AUS/hqjoc\n".getBytes(), sealed))
                .isInstanceOf(IOException.class);
    }

    @Test
    void nothingChangedOpens() throws IOException {
        var sealed = seal(content(1_000));
        for (var at = 0; at < sealed.length; at += 13) {
            var changed = sealed.clone();
            changed[at] ^= 0x10;
            assertThatThrownBy(() -> open(changed)).as("byte %d", at).isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest(name = "cut at {0}")
    @ValueSource(ints = {0, 1_119, 1_120, 1_200, 1_120 + 65_552, 1_120 + 65_552 + 10})
    void nothingCutOffOpens(int length) throws IOException {
        var sealed = Arrays.copyOf(seal(content(131_072)), length);
        assertThatThrownBy(() -> open(sealed)).isInstanceOf(IOException.class);
    }

    @Test
    void piecesKeepTheirPlaces() throws IOException {
        var sealed = seal(content(200_000));
        var first = 1_120;
        var piece = 65_552;
        var swapped = sealed.clone();
        System.arraycopy(sealed, first, swapped, first + piece, piece);
        System.arraycopy(sealed, first + piece, swapped, first, piece);
        assertThatThrownBy(() -> open(swapped)).isInstanceOf(IOException.class);
    }

    @Test
    void theSameContentNeverLooksTheSame() throws IOException {
        assertThat(seal(content(100))).isNotEqualTo(seal(content(100)));
    }

    private byte[] seal(byte[] plain) throws IOException {
        var sealed = new ByteArrayOutputStream();
        Sealing.seal(key.publicKey(), CONTEXT, new ByteArrayInputStream(plain), sealed);
        return sealed.toByteArray();
    }

    private byte[] open(byte[] sealed) throws IOException {
        return open(key, CONTEXT, sealed);
    }

    private static byte[] open(SealingKey key, byte[] context, byte[] sealed) throws IOException {
        var plain = new ByteArrayOutputStream();
        key.open(context, new ByteArrayInputStream(sealed), plain);
        return plain.toByteArray();
    }

    private static byte[] content(int size) {
        var content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }
}
