package org.renkei.operation;

import static org.renkei.operation.Check.text;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.renkei.federation.LinkFigures;
import org.renkei.federation.LinkFigures.Figures;
import org.renkei.witness.Witnesses;
import org.springframework.stereotype.Component;

/// Links, and the clocks at their other ends.
@Component
class LinkChecks {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long OFF = 30;
    private static final long FAR_OFF = 300;

    private final LinkFigures links;
    private final Witnesses witnesses;
    private final Clock clock;

    LinkChecks(LinkFigures links, Witnesses witnesses, Clock clock) {
        this.links = links;
        this.witnesses = witnesses;
        this.clock = clock;
    }

    List<Check> links() {
        return links.list().stream().map(this::link).toList();
    }

    private Check link(Figures one) {
        var name = "link:" + one.party();
        var waiting = one.urgent().entries() + one.bulk().entries();
        var amount = waiting == 0 ? text("", "") : text(", " + waiting + " entries wait", "、待機 " + waiting + " 件");
        var since = Duration.between(one.since(), clock.instant());
        return switch (one.state()) {
            case "up" -> Check.ok(name, "up" + amount.en(), "接続中" + amount.ja());
            case "paused" ->
                Check.caution(
                        name,
                        text("paused" + amount.en(), "一時停止中" + amount.ja()),
                        text("Resume it on the Links screen when the reason is gone.", "理由が解消したら接続画面で再開してください。"));
            case "refused" ->
                Check.critical(
                        name,
                        text("refused" + amount.en(), "拒否" + amount.ja()),
                        text("The Links screen says why, and what to do.", "理由と対処は接続画面に表示されます。"));
            default ->
                since.compareTo(PATIENCE) < 0
                        ? Check.caution(
                                name,
                                text("not up yet" + amount.en(), "未接続" + amount.ja()),
                                text("It is tried again by itself; nothing is lost.", "自動的に再接続します。データは失われません。"))
                        : Check.critical(
                                name,
                                text(
                                        "down for " + since.toMinutes() + " min" + amount.en(),
                                        since.toMinutes() + " 分間切断" + amount.ja()),
                                text(
                                        "Ask the partner by telephone whether its node runs; look at the line and the firewall.",
                                        "相手に電話でノードの稼働を確認し、回線とファイアウォールを点検してください。"));
        };
    }

    /// By the times in cosignatures: to the second, and no finer.
    Check clocks() {
        var worst = witnesses.clockOffsets().stream().max(Comparator.comparingLong(one -> Math.abs(one.seconds())));
        if (worst.isEmpty()) {
            return Check.ok("clock", "no partner to compare with yet", "比較できる相手がまだありません");
        }
        var one = worst.get();
        var said = text(one.seconds() + " s against " + one.party(), one.party() + " との差 " + one.seconds() + " 秒");
        var advice = text(
                "Have the system keep the clocks of both machines right; agreements count by the day, and officers see the times.",
                "双方の計算機の時計をシステムで合わせてください。協定は日単位で適用され、担当者には時刻が表示されます。");
        if (Math.abs(one.seconds()) >= FAR_OFF) {
            return Check.critical("clock", said, advice);
        }
        return Math.abs(one.seconds()) >= OFF
                ? Check.caution("clock", said, advice)
                : new Check("clock", Check.Level.OK, said, null);
    }
}
