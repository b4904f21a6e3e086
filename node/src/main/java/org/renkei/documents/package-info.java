/// Documents for paper: a [Document][org.renkei.documents.Document] in both languages becomes an A4 PDF
/// with its marking on every page, its texts embedded so that they can be selected and searched, and the
/// same bytes for the same content. It knows no desk: who makes a document says what stands in it, and
/// answers for its marking.
@ApplicationModule(
        displayName = "Documents",
        allowedDependencies = {"problem"})
@NullMarked
package org.renkei.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
