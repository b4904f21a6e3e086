#!/usr/bin/env python3
"""Plays what people do on their screens over an emulated satellite line: real nodes, real browsers, one thin line."""
import argparse
import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

sys.dont_write_bytecode = True

import requirements
from doorway import Doorway
from failure import Failure
from link import Link
from main import scratch
from place import Site, undisturbed
from renkei_node import HOME, RenkeiNode, api_port, wait
from scenarios import ALL

LINE = next(each for each in ALL if each.name == "satcom-1006")


@dataclass(frozen=True)
class Node:
    """One node of a story: its name, whether it is beyond the line, its address, its partners, and the terms it has
    with each: nothing, `relay: true`, or by way of whom."""

    name: str
    beyond: bool
    address: str
    partners: dict


@dataclass(frozen=True)
class Story:
    """A browser test, and the nodes that it is played at by the names it gives them."""

    spec: str
    test: str
    nodes: dict


STORIES = {
    "fuel-at-sea": Story("e2e/acsa.spec.ts", "takes fuel at sea", {
        "JPN": Node("JPN/ship", True, "10.99.0.2", {"USA": ""}),
        "USA": Node("USA/yokota", False, "10.99.0.1", {"JPN": ""})}),
    "joint-post": Story("e2e/joint-post.spec.ts", "", {
        "JPN": Node("JPN/ichigaya", False, "10.99.0.1", {"USA": "relay: true", "POST": "relay: true"}),
        "USA": Node("USA/yokota", False, "127.0.0.3", {"JPN": "", "POST": "via: [JPN]"}),
        "POST": Node("JPN/kumamoto-jcp", True, "10.99.0.2", {"JPN": "", "USA": "via: [JPN/ichigaya]"})}),
}


class Nodes(RenkeiNode):
    """The nodes of one story, linked and ready, with doorways to their APIs."""

    def __init__(self, options, story, sites):
        super().__init__(options)
        self.names = {who: node.name for who, node in story.nodes.items()}
        self.story, self.sites, self.doorways = story, sites, []

    def begin(self):
        """Starts all of them and waits until every link is up."""
        cards = {who: self._card(site) for who, site in self.sites.items()}
        for who, site in self.sites.items():
            terms = self.story.nodes[who].partners
            self._write_settings(site, [cards[each] + (f"\n      {more}" if more else "") for each, more in terms.items()])
            self._start(site)
        for self.origin in self.sites.values():
            wait(f"every link of {self.origin.name} is up", 180, lambda: all(each["state"] == "up" for each in self._links()))
        for site in self.sites.values():
            self.doorways.append(Doorway(site.namespace, api_port(site)))

    def addresses(self):
        """Where each is reached from this machine, and its token."""
        return {who: {"url": f"http://127.0.0.1:{api_port(site)}", "token": site.token} for who, site in self.sites.items()}

    def close(self):
        """Ends doorways and connections; the nodes end with their namespaces."""
        for doorway in self.doorways:
            doorway.close()
        for site in self.sites.values():
            if getattr(site, "connection", None):
                site.connection.close()


def play(name, story, options, folder):
    """One story from the start of its nodes to its last step; returns its figures."""
    with Link(options.emulator, LINE, folder, "cubic") as line:
        sites = {who: Site(who, line.partner if node.beyond else line.origin, node.address, folder / name / who, options.user)
                 for who, node in story.nodes.items()}
        (folder / name).mkdir()
        nodes = Nodes(options, story, sites)
        try:
            nodes.begin()
            before, start = line.traffic(), time.time()
            passed = browse(story, nodes.addresses(), line, options)
            took, after = time.time() - start, line.traffic()
        finally:
            with undisturbed():
                nodes.close()
    return {"passed": passed, "seconds": round(took, 1),
            "bytes": {key: after[key] - before[key] for key in after}}


def browse(story, addresses, line, options):
    """Drives the screens; true when every step came to be."""
    words = ["npx", "vitest", "run", "--config", "vitest.e2e.config.ts", story.spec]
    words += ["--testNamePattern", story.test] if story.test else []
    environment = dict(os.environ, RENKEI_E2E=json.dumps(addresses), RENKEI_E2E_LINE=str(line.control))
    if options.shots:
        environment["RENKEI_SHOTS"] = str(options.shots.resolve())
    return subprocess.run(words, cwd=HOME / "web", env=environment, check=False).returncode == 0


def arguments(words):
    """The options of the command line."""
    parser = argparse.ArgumentParser(prog="renkei bench screens", description=__doc__)
    parser.add_argument("--emulator", help="the link emulator (default: linkem on PATH)")
    parser.add_argument("--story", default="all", choices=["all", *STORIES])
    parser.add_argument("--renkei", help="the command that starts a node (default: the source tree's)")
    parser.add_argument("--shots", type=Path, help="keep pictures of the screens in this folder")
    parser.add_argument("--folder", help="where nodes keep their data while it runs (default: the temporary folder)")
    parser.add_argument("--json", type=Path, help="write the figures here")
    options = parser.parse_args(words)
    options.workload, options.postgres_bin = None, None
    return options


def main(words):
    """The command; returns its exit status: 0 played, 1 a step did not come to be, 2 could not run."""
    options = arguments(words)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for name in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(name, lambda number, _: sys.exit(128 + number))
    try:
        requirements.check_line(options)
        options.user = requirements.account()
        figures = {}
        with scratch(options.folder) as folder:
            for name, story in STORIES.items():
                if options.story in ("all", name):
                    figures[name] = play(name, story, options, folder)
    except Failure as failure:
        print(f"renkei bench screens: {failure}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    print(f"\nover {LINE.title}:")
    for name, figure in figures.items():
        state = "played to its end" if figure["passed"] else "FAILED"
        print(f"  {name:<14} {state} in {figure['seconds']} s, {figure['bytes']['carried'] / 1000:,.0f} kB over the line")
    if options.json:
        options.json.write_text(json.dumps({"line": LINE.title, "stories": figures}, indent=2) + "\n", encoding="utf-8")
    return 0 if all(each["passed"] for each in figures.values()) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
