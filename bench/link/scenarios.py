"""The links and backlogs to measure, and what Renkei is to reach on each."""
from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Scenario:
    """One link, one backlog. `rate`, `rtt` and `queue` are as the emulator
    reads them, `loss` is percent each way."""

    name: str
    title: str
    records: int
    seed: int
    rate: str = ""
    rtt: str = ""
    loss: float = 0
    queue: str = "64KB"
    link_seed: int = 1
    """Which packets are lost: the same pattern for every system."""
    partners: tuple = ("P1",)
    urgent_after: float = 3.0
    """Seconds from the start of the drain to the first urgent record."""
    urgent_every: float = 0.5
    """Seconds between urgent records on their own stream; every tenth also goes into the stream of the backlog."""
    limit: float = 600.0
    """Seconds after which a drain is given up and told as not finished."""
    patience: float = 120.0
    """Seconds without one more record at the partner after which a drain is given up."""
    warm: int = 0
    """Records stored before those that count, so that no program is measured while it still compiles itself."""
    paced: int = 0
    """Records sent at 1,000 a second after the throughput run, for latency."""
    targets: dict = field(default_factory=dict)

    @property
    def emulated(self):
        return bool(self.rate)

    def resized(self, records):
        """The same link with another backlog; the targets belong to the full one and are dropped."""
        if records == self.records:
            return self
        return replace(self, records=records, targets={}, warm=min(self.warm, records),
                       paced=min(self.paced, records))


SATCOM = dict(rate="64kbit", rtt="600ms", loss=2, seed=11, urgent_after=8.0, urgent_every=2.0, patience=180.0)

ALL = (
    Scenario("wan", "1 Mbit/s, 300 ms, 1 % loss", 20_000, 11, rate="1mbit", rtt="300ms", loss=1,
             targets={"seconds": 25, "megabytes": 2.2, "urgent p99": 0.5}),
    Scenario("satcom-1006", "64 kbit/s, 600 ms, 2 % loss", 1_006, limit=400.0,
             targets={"seconds": 20, "urgent p50": 0.5}, **SATCOM),
    Scenario("satcom-8070", "64 kbit/s, 600 ms, 2 % loss", 8_070, limit=1500.0,
             targets={"seconds": 150, "urgent p50": 0.5}, **SATCOM),
    Scenario("loopback", "loopback, three partners", 100_000, 7, partners=("P1", "P2", "P3"), warm=100_000, paced=5_000,
             limit=900.0, targets={"throughput": 20_000, "latency p50": 0.002, "latency p99": 0.015}),
)

QUICK = {"wan": 1_000, "satcom-1006": 100, "satcom-8070": 200, "loopback": 5_000}


def choose(name, records=None, quick=False, partner="P1"):
    """The scenarios of a name (`satcom` stands for both), at full size or at the size asked for."""
    chosen = [each for each in ALL if name in ("all", each.name, each.name.partition("-")[0])]
    if records and name == "satcom":
        chosen = chosen[:1]
    result = []
    for each in chosen:
        wanted = records or (QUICK[each.name] if quick else each.records)
        each = each.resized(wanted)
        if each.emulated and partner != "P1":
            each = replace(each, partners=(partner,), targets={})
        result.append(each)
    return result
