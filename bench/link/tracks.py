#!/usr/bin/env python3
"""Measures how many live tracks stay younger than a minute beside a backlog of records on a slow, lossy link: the lane
of tracks, and CoT XML over TCP beside the same backlog."""
import argparse
import contextlib
import json
import sys
import time
from dataclasses import replace
from datetime import datetime
from pathlib import Path

sys.dont_write_bytecode = True

import requirements
import scenarios
from failure import Failure
from link import Link
from main import scratch
from measures import machine
from place import Site
from records import make_records
from renkei_node import RenkeiNode

HERE = Path(__file__).resolve().parent
FEED, COT = 7_900, 7_901
FRESH = 60.0
FEED_SETTINGS = """  feeds:
    - {{id: air, kind: sbs, source: "udp://127.0.0.1:{port}", label: "UNCLASSIFIED//REL TO JPN, USA"}}
"""


class TrackNodes(RenkeiNode):
    """Two nodes, of which the origin hears aircraft when it is to tell of them."""

    def __init__(self, options, lane):
        super().__init__(options)
        self.lane = lane

    def _settings(self, site, partners):
        text = super()._settings(site, partners)
        if partners.strip() != "[]" and not self.lane:
            text += "\n      tracks: false\n"
        if site.name == "origin" and self.lane:
            text += "\n" + FEED_SETTINGS.format(port=FEED)
        return text

    def _track_commits(self, site):
        """Nothing here asks when a transaction was committed."""

    def _call(self, site, *words):
        if getattr(site, "connection", None) is not None:
            site.connection.close()  # what was idle for long may be closed at the other end
        return super()._call(site, *words)

    def ages(self):
        """How old each aircraft is that the partner knows."""
        now = time.time()
        told = self._call(self.partners[0], "GET", "/api/v1/tracks")["tracks"]
        return [now - datetime.fromisoformat(each["seenAt"].replace("Z", "+00:00")).timestamp() for each in told]

    def lane_state(self):
        """What the origin tells of the lane."""
        return self._links()[0]["tracks"]


def arguments(words):
    """The options of the command line."""
    parser = argparse.ArgumentParser(prog="bench/link/tracks.py", description=__doc__)
    parser.add_argument("--emulator", help="the link emulator (default: linkem on PATH)")
    parser.add_argument("--workload", help="the tool that makes the records (default: workload on PATH)")
    parser.add_argument("--tracks", type=int, default=5_000, help="aircraft (default: %(default)s)")
    parser.add_argument("--records", type=int, default=8_070, help="backlog (default: %(default)s)")
    parser.add_argument("--seconds", type=int, default=90, help="how long is measured (default: %(default)s)")
    parser.add_argument("--before", type=int, default=90, help="seconds of tracks alone (default: %(default)s)")
    parser.add_argument("--warm-up", type=int, default=40, help="seconds of the backlog before (default: %(default)s)")
    parser.add_argument("--systems", default="renkei,cot", help="which, with commas (default: %(default)s)")
    parser.add_argument("--congestion", default="cubic", help="TCP congestion control on the link (default: %(default)s)")
    parser.add_argument("--postgres-bin", help="folder of initdb and postgres (default: Debian's newest)")
    parser.add_argument("--renkei", help="the command that starts a node (default: the source tree's)")
    parser.add_argument("--user", help="account the servers run under (default: postgres, else nobody)")
    parser.add_argument("--folder", help="where servers keep their data while it runs (default: the temporary folder)")
    parser.add_argument("--json", type=Path, help="write the figures here")
    return parser.parse_args(words)


def measure(name, options, scenario, records, folder):
    """One system beside the backlog; the clock starts when the last record of it is in the origin's store."""
    system = TrackNodes(options, name == "renkei")
    with Link(options.emulator, scenario, folder, options.congestion) as place:
        (folder / name).mkdir()
        site = lambda who, where, address: Site(who, where, address, folder / name / who, options.user)
        origin, partner = site("origin", place.origin, "10.99.0.1"), site("P1", place.partner, "10.99.0.2")
        try:
            system.prepare(origin, [partner], place)
            figures = folder / name / "figures"
            system.connect()
            begin(name, options, origin, partner, figures)
            time.sleep(options.before)
            system.load(records)
            before, start = place.traffic(), time.time()
            fresh = watch(name, system, figures, options, start)
            lane = system.lane_state()
            got = system.received()[0]
            after = place.traffic()
        finally:
            system.close()
    return {"tracks younger than 60 s": round(sum(fresh) / len(fresh)), "least": min(fresh), "most": max(fresh),
            "records received meanwhile": got, "of": len(records),
            "bytes carried": after["carried"] - before["carried"], "lane": lane}


def begin(name, options, origin, partner, figures):
    """Starts what tells of the aircraft."""
    python = lambda *words: [sys.executable, *words]
    if name == "renkei":
        origin.namespace.start(python(HERE / "voyages.py", "feed", FEED, options.tracks), origin.folder / "feed.log")
    else:
        partner.namespace.start(python(HERE / "cot.py", "receive", "10.99.0.2", COT, figures), partner.folder / "cot.log")
        time.sleep(1)
        origin.namespace.start(python(HERE / "cot.py", "send", "10.99.0.2", COT, options.tracks), origin.folder / "cot.log")


def watch(name, system, figures, options, start):
    """How many tracks were fresh, every five seconds after the warm-up."""
    fresh, look = [], start + options.warm_up
    while look < start + options.warm_up + options.seconds:
        time.sleep(max(0.0, look - time.time()))
        if name == "renkei":
            fresh.append(sum(age < FRESH for age in system.ages()))
        else:
            with contextlib.suppress(FileNotFoundError):
                fresh.append(json.loads(figures.read_text())["fresh"])
        look += 5
    if not fresh:
        raise Failure(f"{name}: nothing arrived")
    return fresh


def main(words):
    """The command; returns its exit status."""
    options = arguments(words)
    options.nats_server = None
    try:
        scenario = replace(scenarios.choose("satcom-8070", options.records)[0], link_seed=1)
        options.systems = options.systems.split(",")
        requirements.check(options, True)
        options.user = requirements.account(options.user)
        runs = {}
        with scratch(options.folder) as folder:
            records = make_records(options.workload, scenario.records, scenario.seed, folder)
            for name in options.systems:
                print(f"{time.strftime('%H:%M:%S')} {scenario.title}: {name} …", file=sys.stderr, flush=True)
                runs[name] = measure(name, options, scenario, records, folder)
                print(json.dumps({name: runs[name]}), flush=True)
    except Failure as failure:
        print(f"bench/link/tracks.py: {failure}", file=sys.stderr)
        return 2
    if {"renkei", "cot"} <= runs.keys():
        ratio = runs["renkei"]["tracks younger than 60 s"] / max(1, runs["cot"]["tracks younger than 60 s"])
        print(f"ratio {ratio:.1f}, target at least 8")
    if options.json:
        options.json.write_text(json.dumps({"machine": machine(options.congestion), "runs": runs}, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
