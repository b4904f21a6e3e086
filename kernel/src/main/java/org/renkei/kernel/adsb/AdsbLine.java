package org.renkei.kernel.adsb;

/// What one line came to.
public sealed interface AdsbLine<T> {
    record Heard<T>(T message) implements AdsbLine<T> {}

    /// Nothing that says where an aircraft is: other formats, comments, empty lines.
    record Beside<T>() implements AdsbLine<T> {}

    record Refused<T>(AdsbRefusal reason) implements AdsbLine<T> {}
}
