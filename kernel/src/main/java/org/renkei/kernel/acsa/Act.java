package org.renkei.kernel.acsa;

import static org.renkei.kernel.acsa.Field.choice;
import static org.renkei.kernel.acsa.Field.of;
import static org.renkei.kernel.acsa.Field.optional;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.renkei.kernel.acsa.Field.Type;
import org.renkei.kernel.acsa.Terms.Activity;
import org.renkei.kernel.acsa.Terms.Condition;
import org.renkei.kernel.acsa.Terms.NettingGround;
import org.renkei.kernel.acsa.Terms.PriceBasis;
import org.renkei.kernel.acsa.Terms.Settlement;
import org.renkei.kernel.acsa.Terms.Unit;
import org.renkei.kernel.acsa.Terms.Verdict;

/// What a nation can say on an order, with the fields that each act needs (blocks A to C of STANAG 3381 Annex B). The
/// same table makes the form, the reading and the check, so that they cannot disagree.
public enum Act {
    REQUEST(
            "request",
            "要請",
            List.of(
                    of("supplier", Type.PARTY),
                    of("agreement", Type.TEXT),
                    choice("activity", Activity.class),
                    choice("settlement", Settlement.class),
                    of("unit", Type.TEXT),
                    of("contact", Type.TEXT),
                    of("funding", Type.TEXT),
                    of("neededOn", Type.DATE),
                    of("place", Type.TEXT),
                    of("zone", Type.ZONE),
                    optional("commerciallyUnavailable", Type.YES)),
            List.of(
                    of("line", Type.NUMBER),
                    choice("category", SupplyCategory.class),
                    of("item", Type.TEXT),
                    optional("nsn", Type.NSN),
                    choice("unit", Unit.class),
                    of("quantity", Type.NUMBER))),
    QUOTE(
            "quote",
            "見積",
            with(
                    authority(),
                    of("validUntil", Type.DATE),
                    of("currency", Type.CURRENCY),
                    choice("basis", PriceBasis.class),
                    choice("settlement", Settlement.class),
                    of("dueDays", Type.NUMBER),
                    optional("exemptTaxes", Type.TEXT),
                    optional("exemptBy", Type.TEXT)),
            Stream.concat(
                            Stream.of(
                                    of("line", Type.NUMBER),
                                    of("quantity", Type.NUMBER),
                                    of("price", Type.MONEY),
                                    optional("per", Type.NUMBER)),
                            CostElement.names().stream().map(name -> optional(name, Type.MONEY)))
                    .toList()),
    AGREE("agreement", "合意", with(authority(), of("terms", Type.HASH)), List.of()),
    REFUSE("refusal", "拒否", List.of(of("reason", Type.TEXT)), List.of()),
    WITHDRAW("withdrawal", "取下げ", List.of(of("reason", Type.TEXT)), List.of()),
    CANCEL("cancellation", "取消し", List.of(of("reason", Type.TEXT)), List.of()),
    DELIVER(
            "delivery",
            "引渡し",
            List.of(
                    of("delivery", Type.NUMBER),
                    of("deliveredOn", Type.DATE),
                    of("issuer", Type.TEXT),
                    of("documents", Type.DOCUMENTS)),
            List.of(of("line", Type.NUMBER), of("quantity", Type.NUMBER))),
    RECEIPT(
            "receipt",
            "受領",
            List.of(
                    of("delivery", Type.NUMBER),
                    of("receivedOn", Type.DATE),
                    of("receiver", Type.TEXT),
                    of("documents", Type.DOCUMENTS)),
            List.of(of("line", Type.NUMBER), of("quantity", Type.QUANTITY), choice("condition", Condition.class))),
    DISPUTE(
            "dispute",
            "異議",
            List.of(of("delivery", Type.NUMBER), of("reason", Type.TEXT)),
            List.of(of("line", Type.NUMBER))),
    /// Takes effect when both have said the same.
    RESOLVE(
            "resolution",
            "異議の解決",
            List.of(of("delivery", Type.NUMBER), of("reason", Type.TEXT)),
            List.of(of("line", Type.NUMBER), of("quantity", Type.QUANTITY))),
    CLAIM(
            "claim notice",
            "請求通知",
            List.of(
                    of("delivery", Type.NUMBER),
                    of("notice", Type.TEXT),
                    of("addressee", Type.TEXT),
                    of("claimedOn", Type.DATE)),
            List.of()),
    INVOICE(
            "invoice",
            "請求書",
            List.of(
                    of("delivery", Type.NUMBER),
                    of("invoice", Type.TEXT),
                    of("issuedOn", Type.DATE),
                    of("amount", Type.MONEY),
                    of("currency", Type.CURRENCY),
                    of("payee", Type.TEXT),
                    of("documents", Type.DOCUMENTS)),
            List.of()),
    PAY(
            "payment",
            "支払",
            List.of(
                    of("delivery", Type.NUMBER),
                    of("paidOn", Type.DATE),
                    of("amount", Type.MONEY),
                    of("currency", Type.CURRENCY),
                    of("reference", Type.TEXT),
                    of("documents", Type.DOCUMENTS),
                    optional("given", Type.MONEY),
                    optional("givenCurrency", Type.CURRENCY),
                    optional("rateOn", Type.DATE),
                    optional("agreedPerEuro", Type.RATE),
                    optional("givenPerEuro", Type.RATE),
                    optional("rateSource", Type.TEXT)),
            List.of()),
    /// Takes effect when both have said the same; settles nothing without an authority on each side.
    OFFSET(
            "offset",
            "相殺",
            List.of(
                    of("delivery", Type.NUMBER),
                    of("netting", Type.TEXT),
                    of("offsetOn", Type.DATE),
                    of("amount", Type.MONEY),
                    of("currency", Type.CURRENCY),
                    of("authority", Type.TEXT),
                    choice("ground", NettingGround.class),
                    of("authorizedBy", Type.TEXT),
                    of("authorizedFrom", Type.DATE),
                    of("authorizedUntil", Type.DATE),
                    of("authorizedLimit", Type.MONEY)),
            List.of()),
    RETURN(
            "return in kind",
            "現物返還",
            List.of(of("delivery", Type.NUMBER), of("returnedOn", Type.DATE), of("documents", Type.DOCUMENTS)),
            List.of(of("line", Type.NUMBER), of("quantity", Type.NUMBER), choice("condition", Condition.class))),
    EXCHANGE(
            "exchange",
            "交換",
            List.of(
                    of("delivery", Type.NUMBER),
                    of("exchangedOn", Type.DATE),
                    of("item", Type.TEXT),
                    of("amount", Type.MONEY),
                    of("currency", Type.CURRENCY),
                    of("documents", Type.DOCUMENTS)),
            List.of()),
    /// What was returned or exchanged is taken, or not.
    ACCEPT(
            "acceptance",
            "引取り確認",
            List.of(
                    of("delivery", Type.NUMBER),
                    of("acceptedOn", Type.DATE),
                    of("receiver", Type.TEXT),
                    choice("verdict", Verdict.class),
                    optional("reason", Type.TEXT)),
            List.of()),
    /// What was not returned or exchanged in time is paid for.
    CONVERT(
            "conversion to money",
            "金銭決済への切替え",
            List.of(of("delivery", Type.NUMBER), of("convertedOn", Type.DATE)),
            List.of()),
    /// Asks the provider whether something may go on to others.
    ONWARD(
            "request for an onward transfer",
            "第三者移転の同意要請",
            List.of(
                    of("onward", Type.NUMBER),
                    of("recipient", Type.PARTY),
                    of("recipientUnit", Type.TEXT),
                    of("reason", Type.TEXT)),
            List.of(of("line", Type.NUMBER), of("quantity", Type.NUMBER))),
    CONSENT(
            "answer to an onward transfer",
            "第三者移転への回答",
            List.of(
                    of("onward", Type.NUMBER),
                    choice("verdict", Verdict.class),
                    of("consentBy", Type.TEXT),
                    optional("conditions", Type.TEXT)),
            List.of()),
    HAND_ON(
            "onward transfer",
            "第三者への移転",
            List.of(of("onward", Type.NUMBER), of("handedOn", Type.DATE), of("documents", Type.DOCUMENTS)),
            List.of()),
    /// Takes effect when both have said the same; opens again what was closed.
    CORRECT(
            "correction",
            "訂正",
            List.of(of("delivery", Type.NUMBER), of("reason", Type.TEXT)),
            List.of(of("line", Type.NUMBER), of("quantity", Type.QUANTITY))),
    CLOSE("closing", "締切り", List.of(of("hash", Type.HASH)), List.of());

    private final String english;
    private final String japanese;
    private final List<Field> fields;
    private final List<Field> lineFields;

    Act(String english, String japanese, List<Field> fields, List<Field> lineFields) {
        this.english = english;
        this.japanese = japanese;
        this.fields = lineFields.isEmpty()
                ? fields
                : Stream.concat(fields.stream(), Stream.of(of("lines", Type.LINES)))
                        .toList();
        this.lineFields = lineFields;
    }

    /// Two authorised orderers, each within a delegation, neither the one who pays (DoD FMR vol. 11A ch. 8).
    private static List<Field> authority() {
        return List.of(
                of("orderer", Type.TEXT),
                of("delegation", Type.TEXT),
                of("delegatedUntil", Type.DATE),
                of("limit", Type.MONEY),
                of("finance", Type.TEXT));
    }

    private static List<Field> with(List<Field> last, Field... first) {
        return Stream.concat(Stream.of(first), last.stream()).toList();
    }

    /// In the order in which a form shows them.
    public List<Field> fields() {
        return fields;
    }

    public List<Field> lineFields() {
        return lineFields;
    }

    public String english() {
        return english;
    }

    public String japanese() {
        return japanese;
    }

    public String code() {
        return Codes.code(this);
    }

    public static Optional<Act> find(String code) {
        return Codes.find(Act.class, code);
    }
}
