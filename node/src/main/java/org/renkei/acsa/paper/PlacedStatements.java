package org.renkei.acsa.paper;

import static org.renkei.acsa.paper.PaperWords.number;
import static org.renkei.acsa.paper.PaperWords.words;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.renkei.documents.Block;
import org.renkei.documents.Block.Column;
import org.renkei.documents.Block.Seal;
import org.renkei.kernel.acsa.Act;
import org.renkei.kernel.acsa.Order.Told;
import org.renkei.kernel.acsa.Statement;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.ledger.LedgerPlace;

/// What both nations said on an order, each with its place in a ledger as far as the reader may know it.
record PlacedStatements(List<Told> told, Map<UUID, LedgerPlace> places) {
    /// Those that bind somebody, and so bear a symbol.
    private static final List<Act> BINDING =
            List.of(Act.REQUEST, Act.AGREE, Act.DELIVER, Act.RECEIPT, Act.INVOICE, Act.PAY, Act.CLOSE);

    Block.Table table() {
        var columns = List.of(
                new Column(words("Party, no.", "国・番号"), 9),
                new Column(words("Act", "申述"), 20),
                new Column(words("Said at (UTC)", "申述時刻（UTC）"), 22),
                new Column(words("Delivery", "引渡し"), 8),
                new Column(words("Fits", "適否"), 18),
                new Column(words("Ledger, position", "台帳・位置"), 36));
        return new Block.Table(columns, told.stream().map(this::row).toList(), OrderPaper.NONE);
    }

    private List<String> row(Told one) {
        var said = one.statement();
        var place = places.get(said.record());
        return List.of(
                said.party() + " " + said.number(),
                PaperWords.of(said.act()),
                second(said),
                said.has("delivery") ? number(said.number("delivery")) : "",
                one.fits() ? "適合 fits" : "不適合 does not fit",
                place == null ? "" : place.ledger() + " " + number(place.position()));
    }

    /// Remarks: in what other unit a quantity was stated, and whatever else; empty where nobody remarked anything.
    Optional<Block> remarks() {
        var columns = List.of(new Column(words("Party, no.", "国・番号"), 9), new Column(words("Remarks", "備考"), 104));
        var rows = told.stream()
                .filter(Told::fits)
                .map(Told::statement)
                .flatMap(said -> said.body().entries().get("remarks") instanceof CborText(var text) && !text.isBlank()
                        ? Stream.of(List.of(said.party() + " " + said.number(), text))
                        : Stream.empty())
                .toList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Block.Table(columns, rows, OrderPaper.NONE));
    }

    Block.Seals seals() {
        return new Block.Seals(told.stream()
                .filter(one -> one.fits() && BINDING.contains(one.statement().act()))
                .map(one -> seal(one.statement()))
                .toList());
    }

    private Seal seal(Statement said) {
        var place = places.get(said.record());
        var of = said.has("delivery") ? " " + said.number("delivery") : "";
        return new Seal(
                words(said.act().english() + of, said.act().japanese() + of),
                List.of(said.party() + "  " + second(said)),
                place == null ? "" : place.text());
    }

    private static String second(Statement said) {
        return said.time().instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
