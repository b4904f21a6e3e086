package org.renkei.acsa;

import java.security.Principal;
import java.util.List;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.problem.Problem.FieldError;
import org.renkei.records.DraftCheck;
import org.springframework.stereotype.Component;

/// Stock that cannot be read is not written, by whatever way it is brought.
@Component
class StockCheck implements DraftCheck {
    @Override
    public List<FieldError> check(String kind, CborMap body, Principal writer) {
        return switch (kind) {
            case StockRecords.ENTRY ->
                StockRecords.reading(body).objections().stream()
                        .map(one -> new FieldError("/body/fields" + one.at(), one.english(), one.japanese()))
                        .toList();
            case StockRecords.POINT -> required(body, "name", "holder");
            case StockRecords.ORIGIN -> required(body, "order", "point");
            default -> List.of();
        };
    }

    private static List<FieldError> required(CborMap body, String... names) {
        return List.of(names).stream()
                .filter(name -> StockRecords.field(body, name).isBlank())
                .map(name -> new FieldError("/body/fields/" + name, "this field is required", "必須の項目です"))
                .toList();
    }
}
