package org.renkei.kernel.agreement;

import java.util.Arrays;

/// What an agreement is about. Only [#INFORMATION_PROTECTION] lets classified information pass.
public enum AgreementType {
    INFORMATION_PROTECTION("information-protection"),
    ACSA("acsa"),
    EQUIPMENT_TRANSFER("equipment-transfer"),
    RECIPROCAL_ACCESS("reciprocal-access");

    private final String code;

    AgreementType(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static AgreementType parse(String code) {
        return Arrays.stream(values())
                .filter(type -> type.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown type of agreement '" + code + "'; use one of "
                        + Arrays.stream(values()).map(AgreementType::code).toList()));
    }
}
