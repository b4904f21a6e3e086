package org.renkei.documents;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.springframework.stereotype.Service;

/// The door of this module: a document as a PDF.
@Service
public class Documents {
    /// What a PDF is called at the API.
    public static final String TYPE = "application/pdf";

    /// BIZ UDPGothic (OFL-1.1), which the build takes from a package of the screens.
    private static final String FONT = "/fonts/BIZUDPGothic_400Regular.ttf";

    private final byte @Nullable [] font;

    Documents() {
        this(font());
    }

    Documents(byte @Nullable [] font) {
        this.font = font;
    }

    private static byte @Nullable [] font() {
        try (var file = Documents.class.getResourceAsStream(FONT)) {
            return file == null ? null : file.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Whether this program was built with the font; without it no document is made.
    public boolean isReady() {
        return font != null;
    }

    /// The same bytes for the same document.
    ///
    /// @throws Problem where this program has no font
    public byte[] pdf(Document document) {
        var file = font;
        if (file == null) {
            throw new Problem(
                    Category.UNAVAILABLE,
                    "this node was built without the screens and so without the font of its documents:"
                            + " build it with them",
                    "このノードは画面なしでビルドされており、文書の書体がありません。画面を含めてビルドしてください");
        }
        return Press.print(document, file);
    }
}
