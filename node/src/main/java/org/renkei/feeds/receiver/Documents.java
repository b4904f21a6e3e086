package org.renkei.feeds.receiver;

import java.util.List;
import org.renkei.settings.FeedSettings;

/// Takes whole documents further: published messages that become records.
public interface Documents {
    /// Never throws because of what a document holds; what is refused is noted in the figures.
    ///
    /// @param name for people: a path or the name of a file
    /// @return what became of it
    /// @throws RuntimeException when nothing can be stored at the moment: the document has to come again
    Account take(FeedSettings feed, String name, byte[] content, FeedFigures figures);

    /// What became of one document.
    ///
    /// @param known messages that had come before
    /// @param refused why others were refused, one text for each
    record Account(int taken, int known, List<String> refused) {
        public Account {
            refused = List.copyOf(refused);
        }
    }
}
