package org.renkei.kernel.mavlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// Writes frames as a vehicle does, from the documents of the protocol and not from the reader.
final class Vehicle {
    private static final long EPOCH_MILLIS = 1_420_070_400_000L;

    private final int system;
    private int sequence;
    private byte[] key = new byte[0];

    Vehicle(int system) {
        this.system = system;
    }

    Vehicle signingWith(byte[] secret) {
        key = secret.clone();
        return this;
    }

    Vehicle skipping(int frames) {
        sequence += frames;
        return this;
    }

    byte[] heartbeat(int type) {
        return frame(0, 50, little(9).putInt(0).put((byte) type).put(new byte[] {3, 81, 4, 3}), 0);
    }

    /// @param north centimetres a second
    byte[] position(double latitude, double longitude, int millimetres, int north, int east, int down, long at) {
        var payload = little(28)
                .putInt(1)
                .putInt((int) Math.round(latitude * 1e7))
                .putInt((int) Math.round(longitude * 1e7))
                .putInt(millimetres)
                .putInt(0)
                .putShort((short) north)
                .putShort((short) east)
                .putShort((short) down)
                .putShort((short) 9_000);
        return frame(33, 104, payload, at);
    }

    byte[] satellites(double latitude, double longitude, int fix, int accuracyMillimetres) {
        var payload = little(50)
                .putLong(1)
                .putInt((int) Math.round(latitude * 1e7))
                .putInt((int) Math.round(longitude * 1e7))
                .putInt(10_000)
                .putShort((short) 120)
                .putShort((short) 150)
                .putShort((short) 1_234)
                .putShort((short) 18_000)
                .put((byte) fix)
                .put((byte) 9)
                .putInt(12_000)
                .putInt(accuracyMillimetres);
        return frame(24, 24, payload, 0);
    }

    byte[] display(float airspeed, float speed, float altitude, float climb, int heading, int throttle) {
        var payload = little(20)
                .putFloat(airspeed)
                .putFloat(speed)
                .putFloat(altitude)
                .putFloat(climb)
                .putShort((short) heading)
                .putShort((short) throttle);
        return frame(74, 20, payload, 0);
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private byte[] frame(int message, int extra, ByteBuffer payload, long at) {
        var whole = payload.array();
        var length = whole.length;
        while (length > 1 && whole[length - 1] == 0) {
            length--;
        }
        var signed = key.length > 0;
        var frame = little(10 + length + 2 + (signed ? 13 : 0));
        frame.put((byte) 0xfd).put((byte) length).put((byte) (signed ? 1 : 0)).put((byte) 0);
        frame.put((byte) sequence++).put((byte) system).put((byte) 1);
        frame.put((byte) message).put((byte) 0).put((byte) 0).put(whole, 0, length);
        var crc = 0xffff;
        for (var i = 1; i < 10 + length; i++) {
            crc = accumulate(crc, frame.get(i));
        }
        frame.putShort((short) accumulate(crc, (byte) extra));
        if (signed) {
            sign(frame, at);
        }
        return frame.array();
    }

    /// As written in the guide of the protocol: `tmp ^= (tmp << 4)` and so on, in bytes.
    private static int accumulate(int crc, byte value) {
        var tmp = (byte) (value ^ (byte) (crc & 0xff));
        tmp ^= (byte) (tmp << 4);
        var low = tmp & 0xff;
        return (crc >> 8 ^ low << 8 ^ low << 3 ^ low >> 4) & 0xffff;
    }

    private void sign(ByteBuffer frame, long at) {
        var time = (at - EPOCH_MILLIS) * 100;
        frame.put((byte) 7);
        for (var i = 0; i < 6; i++) {
            frame.put((byte) (time >> 8 * i));
        }
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(key);
            digest.update(frame.array(), 0, frame.position());
            frame.put(Arrays.copyOf(digest.digest(), 6));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
