package org.renkei.command;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// The languages that commands speak: `ja` and `en`.
final class Language implements ITypeConverter<Locale> {

    @Override
    public Locale convert(String code) {
        return switch (code) {
            case "ja" -> Locale.JAPANESE;
            case "en" -> Locale.ENGLISH;
            default -> throw new TypeConversionException("ja / en: '" + code + "'");
        };
    }
}
