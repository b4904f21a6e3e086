package org.renkei.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.label.Classification;

/// The machine translation service that texts may be given to, and as whom it counts: what it is given is
/// decided as for any other recipient.
///
/// @param url where chat completions are asked for, without `/chat/completions`; https, or http on this
///     machine
/// @param keyFile holds the secret that goes with every request; null where the service asks for none. Read
///     at each request, so that a new one counts at once
/// @param trusted certificates (PEM) of those whose word on the service's certificate is taken; null for
///     those of the system
/// @param party the nation as whose part the service counts
/// @param consenting nations that have consented to their information being given to this service
/// @param until the last day on which it is given anything (UTC)
public record TranslationSettings(
        URI url,
        String model,
        @Nullable Path keyFile,
        @Nullable Path trusted,
        String party,
        Classification clearance,
        Set<String> caveats,
        Set<String> purposes,
        Set<String> consenting,
        LocalDate until) {
    public TranslationSettings {
        caveats = Set.copyOf(caveats);
        purposes = Set.copyOf(purposes);
        consenting = Set.copyOf(consenting);
    }
}
