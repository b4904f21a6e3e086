package org.renkei.kernel.cbor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Values by text key. The map iterates in the order it was built in; equality and the encoding do not depend on it.
public record CborMap(Map<String, CborValue> entries) implements CborValue {

    public CborMap {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        entries.keySet().forEach(CborText::requireCharacters);
    }
}
