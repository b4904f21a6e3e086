package org.renkei.overview;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.renkei.acsa.OrderSubjects;
import org.renkei.cases.CaseStanding;
import org.renkei.overview.OverviewView.OfferCell;
import org.renkei.relief.BoardView;

/// What nations offer, by nation and category, over the desks at which they offer it: of the relief board,
/// in open cases, as moves that are not over, and as orders that were quoted and are not delivered. What
/// stands at two desks, such as a move that brings what was offered, is counted at both.
///
/// @param cases those that are open
record ForcesOffered(BoardView board, List<CaseStanding> cases, List<OrderSubjects.Offer> orders) {

    /// By nation, then by desk, then by category.
    List<OfferCell> cells() {
        var cells = new TreeMap<String, OfferCell>();
        board.offers()
                .forEach(
                        one -> add(one.party(), "relief", one.item() == null ? "" : one.item(), one.left() > 0, cells));
        cases.stream()
                .flatMap(one -> one.offers().stream())
                .forEach(one -> add(one.party(), "case", one.category(), one.open(), cells));
        board.moves().stream()
                .filter(one -> !one.status().equals("arrived") && !one.status().equals("cancelled"))
                .forEach(one ->
                        add(one.party(), "move", one.means(), one.status().equals("planned"), cells));
        orders.forEach(one -> add(one.party(), "order", one.category(), one.open(), cells));
        return List.copyOf(cells.values());
    }

    private static void add(String party, String source, String category, boolean open, Map<String, OfferCell> cells) {
        cells.merge(
                party + " " + source + " " + category,
                new OfferCell(party, source, category, 1, open ? 1 : 0),
                OfferCell::with);
    }
}
