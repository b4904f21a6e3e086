package org.renkei.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.kernel.record.Attachment;

class PreviewsTest {
    @TempDir
    Path folder;

    @Test
    void isSmallInEveryWay() throws IOException {
        var preview =
                Previews.of("image/png", file(Uploading.photo(2_000, 1_000))).orElseThrow();
        assertThat(preview.length).isLessThanOrEqualTo(Attachment.MAX_PREVIEW);
        var image = ImageIO.read(new ByteArrayInputStream(preview));
        assertThat(image.getWidth()).isLessThanOrEqualTo(320).isGreaterThan(300);
        assertThat(image.getHeight()).isLessThanOrEqualTo(160).isGreaterThan(150);
    }

    @Test
    void aSmallImageIsNotMadeLarger() throws IOException {
        var preview = Previews.of("image/png", file(Uploading.photo(40, 1))).orElseThrow();
        assertThat(ImageIO.read(new ByteArrayInputStream(preview)).getWidth()).isEqualTo(40);
    }

    @Test
    void anImageWithTooManyPixelsGetsNone() throws IOException {
        var png = Uploading.photo(10, 10);
        var header = ByteBuffer.wrap(png);
        header.putInt(16, 60_000).putInt(20, 60_000);
        var sum = new CRC32();
        sum.update(png, 12, 17);
        header.putInt(29, (int) sum.getValue());
        assertThat(Previews.of("image/png", file(png))).isEmpty();
    }

    @Test
    void whatIsNoImageGetsNone() throws IOException {
        assertThat(Previews.of("image/jpeg", file(Uploading.noise(5_000, 1)))).isEmpty();
        assertThat(Previews.of("image/png", file(new byte[0]))).isEmpty();
        assertThat(Previews.of("image/svg+xml", file(Uploading.photo(10, 10)))).isEmpty();
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("image"), content);
    }
}
