package org.renkei.attachments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/// Makes previews of bytes, by way of a file, as what they begin like.
public final class ImageParser {
    private static final String JPEG =
            "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AKp//2Q==";

    private final Path file;

    public ImageParser() {
        try {
            file = Files.createTempFile("renkei-image", ".bin");
            file.toFile().deleteOnExit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void read(byte[] input) throws IOException {
        Files.write(file, input);
        Previews.of(input.length > 0 && input[0] == (byte) 0x89 ? "image/png" : "image/jpeg", file);
    }

    public List<byte[]> samples() {
        try {
            return List.of(
                    Uploading.photo(40, 30),
                    Uploading.photo(3, 700),
                    Base64.getDecoder().decode(JPEG));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
