package org.renkei.kafka;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.label.LabelException;
import org.renkei.kernel.track.Fix;
import org.renkei.kernel.track.Motion;
import org.renkei.kernel.track.Particulars;
import org.renkei.kernel.track.Sighting;
import org.renkei.kernel.track.TrackDomain;
import org.renkei.kernel.track.TrackIdentity;

/// A sighting and the label of its feed as bytes: fields in a fixed order behind a version, what is not
/// there as one byte 0. At the end the pace of what is replayed faster than it happened.
final class SightingCodec {
    private static final int VERSION = 1;

    private SightingCodec() {}

    /// @param label of the feed where it is heard
    record Told(Sighting sighting, Label label) {}

    static byte[] write(Told told) {
        var bytes = new ByteArrayOutputStream();
        var sighting = told.sighting();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(sighting.feed());
            out.writeUTF(told.label().toString());
            out.writeUTF(sighting.identity().toString());
            out.writeUTF(sighting.domain().name());
            out.writeLong(sighting.observedAt());
            out.writeLong(sighting.receivedAt());
            out.writeBoolean(sighting.fix().isPresent());
            if (sighting.fix().isPresent()) {
                var fix = sighting.fix().get();
                out.writeDouble(fix.latitude());
                out.writeDouble(fix.longitude());
                out.writeDouble(fix.accuracyMetres());
            }
            write(out, sighting.motion());
            write(out, sighting.particulars());
            if (sighting.pace() > 1) {
                out.writeInt(sighting.pace());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// Empty for bytes that are none of this version.
    static Optional<Told> read(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readUnsignedByte() != VERSION) {
                return Optional.empty();
            }
            var feed = in.readUTF();
            var label = Label.parse(in.readUTF());
            var told = new Sighting(
                    feed,
                    TrackIdentity.parse(in.readUTF()),
                    TrackDomain.valueOf(in.readUTF()),
                    in.readLong(),
                    in.readLong(),
                    in.readBoolean()
                            ? Optional.of(new Fix(in.readDouble(), in.readDouble(), in.readDouble()))
                            : Optional.empty(),
                    new Motion(decimal(in), decimal(in), decimal(in), decimal(in), decimal(in)),
                    new Particulars(
                            text(in), text(in), text(in), text(in), text(in), text(in), whole(in), whole(in), whole(in),
                            whole(in)));
            var sighting = in.available() > 0 ? told.at(in.readInt()) : told;
            return in.read() < 0 ? Optional.of(new Told(sighting, label)) : Optional.empty();
        } catch (IOException | LabelException | IllegalArgumentException garbage) {
            return Optional.empty();
        }
    }

    private static void write(DataOutputStream out, Motion motion) throws IOException {
        write(out, motion.course());
        write(out, motion.speed());
        write(out, motion.heading());
        write(out, motion.altitude());
        write(out, motion.climb());
    }

    private static void write(DataOutputStream out, Particulars said) throws IOException {
        write(out, said.name());
        write(out, said.callsign());
        write(out, said.type());
        write(out, said.status());
        write(out, said.imo());
        write(out, said.destination());
        write(out, said.nic());
        write(out, said.nacp());
        write(out, said.length());
        write(out, said.beam());
    }

    private static void write(DataOutputStream out, OptionalDouble value) throws IOException {
        out.writeBoolean(value.isPresent());
        if (value.isPresent()) {
            out.writeDouble(value.getAsDouble());
        }
    }

    private static void write(DataOutputStream out, OptionalInt value) throws IOException {
        out.writeBoolean(value.isPresent());
        if (value.isPresent()) {
            out.writeInt(value.getAsInt());
        }
    }

    private static void write(DataOutputStream out, Optional<String> value) throws IOException {
        out.writeBoolean(value.isPresent());
        if (value.isPresent()) {
            out.writeUTF(value.get());
        }
    }

    private static OptionalDouble decimal(DataInputStream in) throws IOException {
        return in.readBoolean() ? OptionalDouble.of(in.readDouble()) : OptionalDouble.empty();
    }

    private static OptionalInt whole(DataInputStream in) throws IOException {
        return in.readBoolean() ? OptionalInt.of(in.readInt()) : OptionalInt.empty();
    }

    private static Optional<String> text(DataInputStream in) throws IOException {
        return in.readBoolean() ? Optional.of(in.readUTF()) : Optional.empty();
    }
}
