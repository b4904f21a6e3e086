package org.renkei.attachments;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.renkei.kernel.record.Attachment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Small images of JPEG and PNG files: at most 320 pixels wide and high, at most 32 KiB, and nothing in them of what a
/// camera writes beside the picture. An image that says it has more pixels than can be meant well gets none.
final class Previews {
    static final String TYPE = "image/jpeg";

    private static final Logger LOG = LoggerFactory.getLogger(Previews.class);
    private static final int LONGEST = 320;
    private static final long MOST_PIXELS = 60_000_000;
    private static final float[] QUALITIES = {0.8f, 0.6f, 0.4f, 0.2f};

    private Previews() {}

    /// Empty for what is no image that can be read.
    static Optional<byte[]> of(String type, Path file) {
        if (!type.equals("image/jpeg") && !type.equals("image/png")) {
            return Optional.empty();
        }
        try (var in = new FileImageInputStream(file.toFile())) {
            var readers = ImageIO.getImageReadersByMIMEType(type);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return read(reader).flatMap(Previews::encode);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            LOG.info("no preview of an image: {}", e.toString());
            return Optional.empty();
        }
    }

    /// Reads every n-th pixel, so that a large image takes little memory.
    private static Optional<BufferedImage> read(ImageReader reader) throws IOException {
        var width = reader.getWidth(0);
        var height = reader.getHeight(0);
        if (width < 1 || height < 1 || (long) width * height > MOST_PIXELS) {
            return Optional.empty();
        }
        var parameters = reader.getDefaultReadParam();
        var step = Math.max(1, Math.max(width, height) / (2 * LONGEST));
        parameters.setSourceSubsampling(step, step, 0, 0);
        return Optional.of(reader.read(0, parameters));
    }

    private static Optional<byte[]> encode(BufferedImage image) {
        var scale = Math.min(1.0, (double) LONGEST / Math.max(image.getWidth(), image.getHeight()));
        var width = Math.max(1, (int) (image.getWidth() * scale));
        var height = Math.max(1, (int) (image.getHeight() * scale));
        var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var canvas = small.createGraphics();
        try {
            canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            canvas.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        } finally {
            canvas.dispose();
        }
        for (var quality : QUALITIES) {
            var bytes = jpeg(small, quality);
            if (bytes.length <= Attachment.MAX_PREVIEW) {
                return Optional.of(bytes);
            }
        }
        return Optional.empty();
    }

    private static byte[] jpeg(BufferedImage image, float quality) {
        var writer = ImageIO.getImageWritersByMIMEType(TYPE).next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
