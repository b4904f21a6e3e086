package org.renkei.federation;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Bytes that occur in frames of every link, known to both sides beforehand, so that the first small frame is small
/// already. Made of records of the program's own scenario and words; it never changes, another one gets another
/// name. The id is part of the bytes and says which one a side knows.
record LinkDictionary(byte[] bytes, long id) {
    static final String RESOURCE = "/link/dictionary-1.zstd";

    static LinkDictionary read() {
        try (var resource = LinkDictionary.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("the program lacks its part " + RESOURCE);
            }
            var bytes = resource.readAllBytes();
            return new LinkDictionary(bytes, Zstd.getDictIdFromDict(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
