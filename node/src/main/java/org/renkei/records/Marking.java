package org.renkei.records;

import java.util.ArrayList;
import java.util.List;
import org.renkei.kernel.cbor.Cbor;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.record.JsonPointer;
import org.renkei.kernel.record.Otherwise;
import org.renkei.kernel.record.Portion;
import org.renkei.kernel.record.SharedRecord;

/// The label of a record with those of its portions: all of a record that a release decision depends on. Many records
/// share few markings, so each is decided once.
public record Marking(Label label, List<Portion> portions) {
    public Marking {
        portions = List.copyOf(portions);
    }

    public static Marking of(SharedRecord record) {
        return new Marking(record.label(), record.portions());
    }

    /// Under which markings are kept; equal markings have equal digests.
    public Hash digest() {
        return Hash.ofContent(encode());
    }

    /// `[label, [[pointer, label, otherwise] …]]` in CBOR.
    public byte[] encode() {
        var list = new ArrayList<CborValue>();
        portions.forEach(portion -> list.add(texts(
                portion.at().toString(),
                portion.label().text(),
                portion.otherwise().code())));
        return Cbor.encode(new CborArray(List.of(new CborText(label.text()), new CborArray(list))));
    }

    public static Marking decode(byte[] bytes) {
        if (!(Cbor.decode(bytes) instanceof CborArray(var parts))
                || parts.size() != 2
                || !(parts.get(1) instanceof CborArray(var list))) {
            throw new IllegalArgumentException("a marking is a label and a list of portions");
        }
        var portions = list.stream()
                .map(item -> ((CborArray) item).values())
                .map(item -> new Portion(
                        JsonPointer.parse(text(item.get(0))),
                        Label.parse(text(item.get(1))),
                        Otherwise.parse(text(item.get(2)))))
                .toList();
        return new Marking(Label.parse(text(parts.getFirst())), portions);
    }

    private static CborArray texts(String... texts) {
        return new CborArray(
                List.of(texts).stream().<CborValue>map(CborText::new).toList());
    }

    private static String text(CborValue value) {
        return ((CborText) value).value();
    }
}
