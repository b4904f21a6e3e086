package org.renkei.kernel.ais;

/// Metres from the antenna to the sides of the hull. All 0 when the ship does not say.
public record AisDimensions(int toBow, int toStern, int toPort, int toStarboard) {
    public int length() {
        return toBow + toStern;
    }

    public int beam() {
        return toPort + toStarboard;
    }
}
