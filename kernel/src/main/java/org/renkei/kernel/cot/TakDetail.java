package org.renkei.kernel.cot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// The detail of an event in the TAK protocol: a few elements have messages of their own, where these hold all that the
/// elements say; everything else goes as the text of its XML. Where a text says an element, too, the text counts.
final class TakDetail {
    private static final int XML = 1;

    private TakDetail() {}

    /// What an attribute is on the wire.
    private enum Form {
        TEXT,
        REAL,
        COUNT
    }

    /// An element with a message of its own; its attributes are the fields from 1 on.
    private enum Known {
        CONTACT(2, "contact", Form.TEXT, "endpoint", "callsign"),
        GROUP(3, "__group", Form.TEXT, "name", "role"),
        PRECISION(4, "precisionlocation", Form.TEXT, "geopointsrc", "altsrc"),
        STATUS(5, "status", Form.COUNT, "battery"),
        TAKV(6, "takv", Form.TEXT, "device", "platform", "os", "version"),
        TRACK(7, "track", Form.REAL, "speed", "course");

        private final int field;
        private final String element;
        private final Form form;
        private final List<String> attributes;

        Known(int field, String element, Form form, String... attributes) {
            this.field = field;
            this.element = element;
            this.form = form;
            this.attributes = List.of(attributes);
        }

        private boolean holds(CotElement one) {
            return one.name().equals(element)
                    && one.text().isEmpty()
                    && one.children().isEmpty()
                    && attributes.containsAll(one.attributes().keySet())
                    && (form == Form.TEXT || one.attributes().size() == attributes.size())
                    && !one.attributes().isEmpty()
                    && one.attributes().values().stream().allMatch(this::holds);
        }

        private boolean holds(String value) {
            return switch (form) {
                case TEXT -> !value.isEmpty();
                case COUNT -> value.matches("0|[1-9][0-9]{0,8}");
                case REAL -> {
                    var number = CotXml.findNumber(value);
                    yield number.isPresent()
                            && CotXml.number(number.getAsDouble()).equals(value);
                }
            };
        }

        private ProtoOut message(CotElement one) {
            var out = new ProtoOut();
            for (var i = 0; i < attributes.size(); i++) {
                var value = one.attributes().get(attributes.get(i));
                if (value != null) {
                    switch (form) {
                        case TEXT -> out.string(i + 1, value);
                        case COUNT -> out.number(i + 1, Long.parseLong(value));
                        case REAL -> out.real(i + 1, Double.parseDouble(value));
                    }
                }
            }
            return out;
        }

        private CotElement element(ProtoIn in) {
            var values = new TreeMap<String, String>();
            attributes.forEach(name -> {
                switch (form) {
                    case TEXT -> {}
                    case COUNT -> values.put(name, "0");
                    case REAL -> values.put(name, "0.0");
                }
            });
            for (var read = in.next(); read != 0; read = in.next()) {
                if (read > attributes.size()) {
                    in.pass();
                    continue;
                }
                var name = attributes.get(read - 1);
                switch (form) {
                    case TEXT -> values.put(name, in.string());
                    case COUNT -> values.put(name, Long.toUnsignedString(in.number()));
                    case REAL -> values.put(name, CotXml.number(in.real()));
                }
            }
            return CotElement.of(element, values);
        }
    }

    static ProtoOut write(CotDetail detail) {
        var rest = new ArrayList<CotElement>();
        var known = new TreeMap<Known, CotElement>();
        for (var element : detail.elements()) {
            var its = Arrays.stream(Known.values())
                    .filter(one -> one.holds(element))
                    .findFirst();
            if (its.isPresent() && isOnly(element, detail)) {
                known.put(its.get(), element);
            } else {
                rest.add(element);
            }
        }
        var out = new ProtoOut().string(XML, CotXml.write(rest));
        known.forEach((its, element) -> out.message(its.field, its.message(element)));
        return out;
    }

    private static boolean isOnly(CotElement element, CotDetail detail) {
        return detail.elements().stream()
                        .filter(other -> other.name().equals(element.name()))
                        .count()
                == 1;
    }

    static List<CotElement> read(ProtoIn in) {
        var elements = new ArrayList<CotElement>();
        var known = new TreeMap<Known, CotElement>();
        for (var field = in.next(); field != 0; field = in.next()) {
            var its = find(field);
            if (field == XML) {
                elements.addAll(CotXmlParser.elements(in.string()));
            } else if (its.isPresent()) {
                known.put(its.get(), its.get().element(in.message()));
            } else {
                in.pass();
            }
        }
        known.values().stream()
                .filter(element ->
                        elements.stream().noneMatch(other -> other.name().equals(element.name())))
                .toList()
                .forEach(elements::add);
        return elements;
    }

    private static Optional<Known> find(int field) {
        return Arrays.stream(Known.values()).filter(one -> one.field == field).findFirst();
    }
}
