"""Figures and what they are held against: ours beside each peer's, and the target."""
import math
import os
import platform
from dataclasses import asdict, dataclass

OURS = "renkei"


@dataclass(frozen=True)
class Measure:
    """One figure of ours beside one peer's. `value` and `peerValue` are None where a system was not run or not done."""

    name: str
    value: float | None
    unit: str
    target: float | None
    peer: str | None
    peerValue: float | None
    met: bool | None


FIGURES = {
    "seconds": ("time to drain", "s", lambda run: run.get("seconds"), False),
    "megabytes": ("IP bytes both ways", "MB", lambda run: run.get("megabytes"), False),
    "urgent p50": ("urgent record, p50", "s", lambda run: best(run, "urgent, own stream", "p50"), False),
    "urgent p99": ("urgent record, p99", "s", lambda run: best(run, "urgent, own stream", "p99"), False),
    "shared p50": ("urgent in the backlog's stream, p50", "s", lambda run: best(run, "urgent, same stream", "p50"), False),
    "throughput": ("records to three partners", "records/s", lambda run: run.get("throughput"), True),
    "latency p50": ("latency at 1,000 records/s, p50", "s", lambda run: best(run, "latency", "p50"), False),
    "latency p99": ("latency at 1,000 records/s, p99", "s", lambda run: best(run, "latency", "p99"), False),
}
"""Key of a target: name, unit, how to take it from a run, and whether more is better."""


def best(run, part, quantile):
    """A quantile of a part of a run that has it."""
    return (run.get(part) or {}).get(quantile)


def latency(waits):
    """Nearest-rank quantiles of waits in seconds."""
    ordered = sorted(waits)
    if not ordered:
        return {"count": 0, "p50": None, "p99": None, "worst": None}
    rank = lambda share: round(ordered[max(0, math.ceil(share * len(ordered)) - 1)], 4)
    return {"count": len(ordered), "p50": rank(0.5), "p99": rank(0.99), "worst": rank(1.0)}


def compare(scenario, runs):
    """The measures of a scenario; `runs` maps a system's name to its figures, ours under 'renkei'."""
    measures = []
    for key, (name, unit, take, more) in FIGURES.items():
        values = {system: take(run) for system, run in runs.items()}
        if all(value is None for value in values.values()) and key not in scenario.targets:
            continue
        ours, target = values.get(OURS), scenario.targets.get(key)
        met = None if target is None or OURS not in runs else (
            ours is not None and (ours >= target if more else ours <= target))
        peers = [system for system in runs if system != OURS] or [None]
        for peer in peers:
            measures.append(Measure(f"{scenario.name}: {name}", ours, unit, target,
                                    runs[peer].get("title", peer) if peer else None, values.get(peer), met))
    return measures


def as_document(machine, measures, runs):
    """The JSON of a run: conditions, measures, and every figure of every run."""
    return {"machine": machine, "measures": [asdict(each) for each in measures], "runs": runs}


def machine(congestion):
    """What the figures were measured on."""
    with open("/proc/cpuinfo", encoding="utf-8") as lines:
        names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return {"processor": names[0] if names else platform.machine(), "processors": str(os.cpu_count()),
            "system": f"{platform.system()} {platform.release()}", "python": platform.python_version(),
            "congestion control on the link": congestion}
