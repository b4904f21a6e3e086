"""The figures as a table for people and as JSON for programs."""
import json

from measures import FIGURES, as_document


def show(conditions, scenarios, runs, measures):
    """Prints a table a scenario: one line a figure, one column a system, and the target with its verdict."""
    for name, value in conditions.items():
        print(f"{name}: {value}")
    verdicts = {each.name: each for each in measures}
    for scenario in scenarios:
        systems = runs[scenario.name]
        print(f"\n{scenario.title}: {scenario.records:,} records, for {', '.join(scenario.partners)}")
        print(f"  {'':38}" + "".join(f"{name:>14}" for name in systems) + "  target")
        for name, unit, take, _ in FIGURES.values():
            measure = verdicts.get(f"{scenario.name}: {name}")
            if measure is None:
                continue
            cells = "".join(f"{cell(take(run), run):>14}" for run in systems.values())
            print(f"  {f'{name} ({unit})':38}{cells}  {verdict(measure)}")
    print()
    for title, facts in {run["title"]: run["facts"] for systems in runs.values() for run in systems.values()}.items():
        print(f"{title}: " + "; ".join(f"{key}: {value}" for key, value in facts.items()))


def cell(value, run):
    """A figure in five characters or so; what did not finish says how far it came."""
    if value is None:
        return "–" if run.get("finished", True) else f"({count(run['received'])}/{run['records']:,})"
    return f"{value:,.0f}" if value >= 1000 else f"{value:.3g}" if value < 100 else f"{value:.0f}"


def count(received):
    """How many records the slowest partner has."""
    return f"{received[0] if isinstance(received, list) else received:,}"


def verdict(measure):
    """The target, and whether ours meets it."""
    if measure.target is None:
        return ""
    word = {None: "", True: "  met", False: "  MISSED"}[measure.met]
    return f"{measure.target:,g}{word}"


def write(path, conditions, measures, runs):
    """Writes the JSON; `measures` has one entry a figure and peer, `runs` all that was seen."""
    path.write_text(json.dumps(as_document(conditions, measures, runs), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
