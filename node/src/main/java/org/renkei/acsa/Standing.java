package org.renkei.acsa;

import java.util.List;
import org.renkei.acsa.FoldBook.Outline;
import org.renkei.acsa.Orders.Folded;
import org.renkei.kernel.acsa.Line;
import org.renkei.kernel.acsa.Order;
import org.renkei.kernel.acsa.followup.Ahead;
import org.renkei.kernel.label.Label;

/// An order of which something can still become due, as the queue and the dashboard need it: without its statements.
record Standing(Ahead ahead, String state, String item, int lines, int unfit, int waiting, Label label) {

    static Standing of(Folded folded) {
        var order = folded.order();
        return new Standing(
                Ahead.of(order),
                order.state().code(),
                item(order),
                lines(order).size(),
                unfit(order),
                order.waiting().size(),
                folded.label());
    }

    static Standing of(Outline outline, Ahead ahead, Label label) {
        return new Standing(
                ahead, outline.state(), outline.item(), outline.lines(), outline.unfit(), outline.waiting(), label);
    }

    static List<Line> lines(Order order) {
        var request = order.request();
        return request == null ? List.of() : request.lines();
    }

    /// What its first line asks for.
    static String item(Order order) {
        var lines = lines(order);
        return lines.isEmpty() ? "" : lines.getFirst().text("item");
    }

    /// How many statements do not fit.
    static int unfit(Order order) {
        return (int) order.told().stream().filter(told -> !told.fits()).count();
    }
}
