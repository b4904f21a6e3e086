package org.renkei.relief;

import org.renkei.fuzz.Inputs;

/// Reads a table of HXL from bytes.
public final class HxlParser {
    public void read(byte[] input) {
        HxlTable.read(Inputs.text(input));
    }
}
