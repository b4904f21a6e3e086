package org.renkei.translation;

import java.time.Instant;

/// What a machine made of a text. It is shown as such, and is no record.
///
/// @param to language of the text, `en` or `ja`
/// @param terms how many agreed words were given along
public record Translated(String text, String to, String model, String service, Instant at, int terms) {}
