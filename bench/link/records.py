"""The records to carry, made by the workload tool: one JSON object a line, the same for the same seed."""
import json
import sys
from dataclasses import dataclass

from place import run

ROUNDS_OF_URGENT = 4_000


@dataclass(frozen=True)
class Record:
    """One labelled record: its identity, the partners it may go to, and its line of JSON as the tool wrote it."""

    id: str
    partners: frozenset
    line: str

    @property
    def body(self):
        return json.loads(self.line)


def make_records(tool, count, seed, folder):
    """`count` records of the workload."""
    path = folder / f"records-{seed}-{count}.jsonl"
    run([sys.executable, tool, count, path, seed])
    with open(path, encoding="utf-8") as lines:
        made = [of_line(line.rstrip("\n")) for line in lines]
    path.unlink()
    return made


def make_urgent(tool, seed, folder, count=ROUNDS_OF_URGENT):
    """Records of the same kind and size, raised to FLASH and released to every partner."""
    urgent = []
    for record in make_records(tool, count, seed + 1_000, folder):
        body = record.body
        body["prec"] = "FLASH"
        body["label"]["rel"] = ["P1", "P2", "P3"]
        urgent.append(of_line(json.dumps(body, separators=(",", ":"))))
    return urgent


def of_line(line):
    body = json.loads(line)
    return Record(body["id"], frozenset(body["label"]["rel"]), line)
