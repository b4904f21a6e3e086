"""The figures as bars: an SVG without scripts or fonts of its own, readable on light and on dark ground."""
import math
from dataclasses import dataclass
from html import escape

from measures import FIGURES
from report import cell

WIDTH, PANEL, LEFT, BAR, GAP = 1000, 250, 96, 18, 8
NAMES = {"renkei": "Renkei", "postgres": "PostgreSQL", "nats": "NATS"}
STYLE = """
text{font:13px system-ui,sans-serif;fill:#1c2430}.title{font-size:18px;font-weight:600}.head{font-size:14px;font-weight:600}
.soft{fill:#55606e;font-size:12px}.figure{paint-order:stroke;stroke:#fff;stroke-width:4}.ground{fill:#fff}.grid{stroke:#d5dae1}.goal{stroke:#b3261e;stroke-dasharray:4 3;stroke-width:1.5}
.renkei{fill:#2b6cd4}.postgres{fill:#b8690b}.nats{fill:#12805f}.tail{opacity:.4}.goaltext{fill:#b3261e;font-size:12px}
@media (prefers-color-scheme:dark){text{fill:#e6eaf0}.soft{fill:#a4afbd}.ground{fill:#14181f}.figure{stroke:#14181f}.grid{stroke:#38414d}
.goal{stroke:#ff8a80}.goaltext{fill:#ff8a80}.renkei{fill:#6ea3f5}.postgres{fill:#e59a3c}.nats{fill:#3fbf95}}
""".strip()


@dataclass(frozen=True)
class Panel:
    """One group of bars: its axis and the figures it shows; with two, the second is the paler end of the bar."""

    axis: str
    keys: tuple
    log: bool = False


LINK = (Panel("time to drain, s", ("seconds",)), Panel("IP bytes both ways, MB", ("megabytes",)),
        Panel("urgent, p50 and p99 (pale), s, log scale", ("urgent p50", "urgent p99"), True))
LOOPBACK = (Panel("records/s to three partners", ("throughput",)),
            Panel("latency at 1,000 records/s, p50 and p99 (pale), s, log scale", ("latency p50", "latency p99"), True))


def draw(scenarios, runs):
    """The whole chart: one row a scenario, one panel a figure, one bar a system."""
    parts, top = [], 64
    for scenario in scenarios:
        systems = runs[scenario.name]
        parts.append(words(24, top, f"{scenario.title} · {scenario.records:,} records", "head"))
        for column, panel in enumerate(LINK if scenario.emulated else LOOPBACK):
            parts += bars(panel, scenario, systems, 24 + column * (PANEL + LEFT - 16), top + 20)
        top += 20 + len(systems) * (BAR + GAP) + 76
    head = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH + 40} {top}" role="img" aria-labelledby="t">',
            '<title id="t">Federation over bad links, system beside system</title>', f"<style>{STYLE}</style>",
            f'<rect class="ground" width="{WIDTH + 40}" height="{top}"/>',
            words(24, 32, "Federation over bad links: the same records, the same link", "title")]
    return "\n".join([*head, *parts, "</svg>"]) + "\n"


def bars(panel, scenario, systems, left, top):
    """One panel: grid with numbers, bars with values, the target as a broken line, and the axis named below."""
    taken = {name: [FIGURES[key][2](run) for key in panel.keys] for name, run in systems.items()}
    goals = {key: scenario.targets[key] for key in panel.keys if key in scenario.targets}
    values = [value for row in taken.values() for value in row if value] + list(goals.values())
    low, high, ticks = axis(values or [1.0], panel.log)
    origin, length, height = left + (LEFT - 12), PANEL - 80, len(systems) * (BAR + GAP)

    def x(value):
        share = math.log(max(value, low) / low) / math.log(high / low) if panel.log else value / high
        return origin + length * min(1.0, share)

    parts, figures_last = [], []
    for tick in ticks:
        parts.append(f'<line class="grid" x1="{x(tick):.1f}" x2="{x(tick):.1f}" y1="{top}" y2="{top + height}"/>')
        parts.append(words(x(tick), top + height + 16, f"{tick:,g}", "soft", "middle"))
    for row, (name, figures) in enumerate(taken.items()):
        y = top + row * (BAR + GAP) + GAP / 2
        parts.append(words(origin - 8, y + 14, NAMES.get(name, name), "", "end"))
        for value, look in reversed(list(zip(figures, (name, f"{name} tail")))):
            if value:
                parts.append(f'<rect class="{look}" x="{origin}" y="{y}" width="{x(value) - origin:.1f}" height="{BAR}" rx="2"/>')
        text = " / ".join(cell(value, systems[name]) for value in dict.fromkeys(figures))
        end = max([x(value) for value in figures if value], default=origin)
        figures_last.append(words(end + 5, y + 14, text if any(figures) else f"not finished {text}", "soft figure"))
    for key, goal in list(goals.items())[:1]:
        quantile = key.partition(" p")[2]
        label = f"target p{quantile}: {goal:,g}" if quantile else f"target {goal:,g}"
        parts.append(f'<line class="goal" x1="{x(goal):.1f}" x2="{x(goal):.1f}" y1="{top - 2}" y2="{top + height + 2}"/>')
        parts.append(words(x(goal), top - 5, label, "goaltext", "middle"))
    return [*parts, *figures_last, words(origin, top + height + 34, panel.axis, "soft")]


def axis(values, log):
    """Ends and ticks of an axis: from zero in even steps, or whole decades."""
    if log:
        low = math.floor(math.log10(min(values) * 0.99))
        high = max(low + 1, math.ceil(math.log10(max(values))))
        step = max(1, math.ceil((high - low) / 5))
        return 10.0**low, 10.0**high, [10.0**power for power in range(low, high + 1, step)]
    rough = max(values) / 3
    unit = 10 ** math.floor(math.log10(rough))
    step = next(unit * factor for factor in (1, 2, 5, 10) if unit * factor >= rough)
    count = math.ceil(max(values) / step)
    return 0.0, step * count, [step * number for number in range(count + 1)]


def words(x, y, text, look, anchor="start"):
    """One line of text."""
    return f'<text class="{look}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(text)}</text>'
