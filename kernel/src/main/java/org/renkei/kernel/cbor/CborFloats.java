package org.renkei.kernel.cbor;

/// Widths and bits of floating-point numbers (IEEE 754 binary16, binary32, binary64).
public final class CborFloats {
    private CborFloats() {}

    /// 2, 4 or 8 bytes: the shortest that keeps the number. NaN has one form, of 2 bytes.
    public static int shortestWidth(double number) {
        if (Double.isNaN(number)) {
            return 2;
        }
        float single = (float) number;
        if (single != number) {
            return 8;
        }
        return Float.float16ToFloat(Float.floatToFloat16(single)) == single ? 2 : 4;
    }

    public static long bits(double number, int width) {
        return switch (width) {
            case 2 -> Double.isNaN(number) ? 0x7e00 : Float.floatToFloat16((float) number) & 0xffff;
            case 4 -> Float.floatToRawIntBits((float) number) & 0xffff_ffffL;
            case 8 -> Double.doubleToRawLongBits(number);
            default -> throw new IllegalArgumentException("width " + width);
        };
    }

    public static double fromBits(long bits, int width) {
        return switch (width) {
            case 2 -> Float.float16ToFloat((short) bits);
            case 4 -> Float.intBitsToFloat((int) bits);
            case 8 -> Double.longBitsToDouble(bits);
            default -> throw new IllegalArgumentException("width " + width);
        };
    }
}
