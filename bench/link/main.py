#!/usr/bin/env python3
"""Measures federation over bad links: Renkei beside PostgreSQL logical replication and NATS JetStream."""
import argparse
import contextlib
import os
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path

sys.dont_write_bytecode = True

import report
import requirements
import scenarios
from chart import draw
from drain import drain
from failure import Failure
from link import Link, Loopback
from measures import compare, machine
from nats_peer import NatsPeer
from place import Site, undisturbed
from postgres_peer import PostgresPeer
from records import make_records, make_urgent
from renkei_node import RenkeiNode
from throughput import throughput

SYSTEMS = {"renkei": RenkeiNode, "postgres": PostgresPeer, "nats": NatsPeer}


def arguments(words):
    """The options of the command line."""
    parser = argparse.ArgumentParser(prog="renkei bench link", description=__doc__)
    parser.add_argument("--emulator", help="the link emulator (default: linkem on PATH)")
    parser.add_argument("--workload", help="the tool that makes the records (default: workload on PATH)")
    parser.add_argument("--scenario", default="all", choices=["all", "satcom", *(each.name for each in scenarios.ALL)])
    parser.add_argument("--systems", default="renkei,postgres,nats", help="which, with commas (default: %(default)s)")
    parser.add_argument("--records", type=int, help="size of the backlog instead of the scenario's; drops the targets")
    parser.add_argument("--partner", default="P1", choices=["P1", "P2", "P3"], help="who drains: 100, 40 or 5 %% of all")
    parser.add_argument("--quick", action="store_true", help="small backlogs: shows that it works, measures nothing")
    parser.add_argument("--congestion", default="cubic", help="TCP congestion control on the link (default: %(default)s)")
    parser.add_argument("--postgres-bin", help="folder of initdb and postgres (default: Debian's newest)")
    parser.add_argument("--nats-server", help="the nats-server to run (default: the one on PATH)")
    parser.add_argument("--renkei", help="the command that starts a node (default: the source tree's)")
    parser.add_argument("--user", help="account the servers run under (default: postgres, else nobody)")
    parser.add_argument("--folder", help="where servers keep their data while it runs (default: the temporary folder)")
    parser.add_argument("--json", type=Path, help="write the figures here")
    parser.add_argument("--chart", type=Path, help="write a chart (SVG) here")
    options = parser.parse_args(words)
    options.systems = options.systems.split(",")
    for name in options.systems:
        if name not in SYSTEMS:
            parser.error(f"--systems: '{name}' is not one of {', '.join(SYSTEMS)}")
    return options


@contextlib.contextmanager
def scratch(parent):
    """A folder for the length of a run that any account may enter."""
    folder = Path(tempfile.mkdtemp(prefix="renkei-link-", dir=parent))
    os.chmod(folder, 0o755)
    try:
        yield folder
    finally:
        with undisturbed():
            shutil.rmtree(folder, ignore_errors=True)


def measure(name, scenario, options, records, urgent, folder):
    """One system in one scenario, in places of its own that are gone afterwards."""
    system = SYSTEMS[name](options)
    place = Link(options.emulator, scenario, folder, options.congestion) if scenario.emulated else Loopback()
    with place:
        site = lambda who, where, address: Site(who, where, address, folder / name / who, options.user)
        origin = site("origin", place.origin, place.origin_address)
        partners = [site(*each) for each in zip(scenario.partners, place.partners, place.partner_addresses)]
        (folder / name).mkdir()
        try:
            if scenario.emulated:
                figures = drain(system, place, (origin, partners), scenario, records, urgent)
            else:
                figures = throughput(system, place, (origin, partners), scenario, records, urgent)
            facts = system.facts()
        finally:
            system.close()
    shutil.rmtree(folder / name, ignore_errors=True)
    totals = {"link totals": place.totals} if scenario.emulated else {}
    return {"title": system.title, "facts": facts} | figures | totals


def run(options):
    """All systems in all scenarios chosen; returns the measures and the runs by scenario."""
    chosen = scenarios.choose(options.scenario, options.records, options.quick, options.partner)
    requirements.check(options, any(each.emulated for each in chosen))
    options.user = requirements.account(options.user)
    for name in options.systems:
        SYSTEMS[name](options)  # refuses now what would fail after an hour
    measures, runs = [], {}
    with scratch(options.folder) as folder:
        for scenario in chosen:
            records = make_records(options.workload, scenario.warm + scenario.records + scenario.paced, scenario.seed, folder)
            urgent = make_urgent(options.workload, scenario.seed, folder)
            runs[scenario.name] = {}
            for name in options.systems:
                print(f"{time.strftime('%H:%M:%S')} {scenario.name} ({scenario.title}): {name} …", file=sys.stderr, flush=True)
                runs[scenario.name][name] = measure(name, scenario, options, records, urgent, folder)
            measures += compare(scenario, runs[scenario.name])
    return chosen, measures, runs


def main(words):
    """The command; returns its exit status."""
    options = arguments(words)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for name in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(name, lambda number, _: sys.exit(128 + number))
    try:
        chosen, measures, runs = run(options)
    except (Failure, NotImplementedError) as failure:
        print(f"renkei bench link: {failure}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    conditions = machine(options.congestion)
    report.show(conditions, chosen, runs, measures)
    if options.json:
        report.write(options.json, conditions, measures, runs)
    if options.chart:
        options.chart.write_text(draw(chosen, runs), encoding="utf-8")
    return 1 if any(each.met is False for each in measures) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
