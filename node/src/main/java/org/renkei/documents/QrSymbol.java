package org.renkei.documents;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/// Texts as QR symbols (ISO/IEC 18004), with the quiet zone of four modules around.
final class QrSymbol {
    private static final int QUIET = 4;

    private QrSymbol() {}

    /// @throws IllegalArgumentException for a text that is longer than a symbol holds, about 2,300 letters
    static BitMatrix of(String text) {
        try {
            var hints = Map.of(
                    EncodeHintType.MARGIN,
                    QUIET,
                    EncodeHintType.ERROR_CORRECTION,
                    ErrorCorrectionLevel.M,
                    EncodeHintType.CHARACTER_SET,
                    "UTF-8");
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR symbol holds this text", e);
        }
    }
}
