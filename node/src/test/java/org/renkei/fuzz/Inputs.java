package org.renkei.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Inputs made by hand: from text, from hexadecimal, from files, by repeating.
public final class Inputs {
    private Inputs() {}

    public static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    public static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }

    public static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    public static List<byte[]> texts(String... texts) {
        return Arrays.stream(texts).map(Inputs::bytes).toList();
    }

    public static byte[] repeated(String unit, int times) {
        return bytes(unit.repeat(times));
    }

    public static byte[] repeatedByte(int unit, int times) {
        var bytes = new byte[times];
        Arrays.fill(bytes, (byte) unit);
        return bytes;
    }

    public static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }

    public static byte[] framed(int header, byte[] content) {
        return ByteBuffer.allocate(4 + content.length)
                .putInt(header)
                .put(content)
                .array();
    }

    public static byte[] file(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] resource(String name) {
        try (var in = Inputs.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] gzip(byte[] plain) {
        var out = new ByteArrayOutputStream();
        try (var packed = new GZIPOutputStream(out)) {
            packed.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static byte[] zip(byte[]... files) {
        var out = new ByteArrayOutputStream();
        try (var packed = new ZipOutputStream(out)) {
            for (var i = 0; i < files.length; i++) {
                packed.putNextEntry(new ZipEntry("file-" + i));
                packed.write(files[i]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static boolean isText(byte[] bytes) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
