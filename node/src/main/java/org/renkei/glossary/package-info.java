/// The glossary: what nations call things in both languages, as records of the kind `term` that are written, released
/// and recalled like any other. It is folded from those that the caller sees
/// ([Glossary][org.renkei.kernel.glossary.Glossary]), and nothing is kept beside them.
@ApplicationModule(
        displayName = "glossary",
        allowedDependencies = {"identity", "records", "settings", "sight"})
@NullMarked
package org.renkei.glossary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
