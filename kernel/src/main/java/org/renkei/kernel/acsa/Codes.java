package org.renkei.kernel.acsa;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Constants as statements write them: `spare-parts`.
final class Codes {
    private Codes() {}

    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> List<String> of(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Codes::code).toList();
    }

    static <E extends Enum<E>> Optional<E> find(Class<E> type, String code) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> code(one).equals(code))
                .findFirst();
    }
}
