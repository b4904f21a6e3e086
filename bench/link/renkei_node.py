"""Renkei: an origin node and its partners as processes in the namespaces of a run."""
import glob
import http.client
import json
import os
import subprocess
import time
from datetime import datetime
from pathlib import Path

from failure import Failure
from place import run

HOME = Path(__file__).resolve().parents[2]
NODES = {"origin": "JPN/origin", "P1": "USA/p1", "P2": "AUS/p2", "P3": "GBR/p3"}
"""Nations that have an information protection agreement with Japan in the register every node ships with."""
API, LINK = 8081, 9081
"""Ports; of the API the first, as several nodes may share the loopback of one namespace."""
AGREEMENT = "jpn-usa-information-protection-2007"
BATCH = 500
"""Records in one commit at the origin."""
SETTINGS = """renkei:
  node: {node}
  name: {{en: "{node}", ja: "{node}"}}
  data: data
  api: {{address: 127.0.0.1, port: {api}}}
  link: {{address: {address}, port: {link}, transports: [{transports}]}}
  partners:{partners}
"""
PARTNER = """
    - card: {card}
      fingerprint: "{fingerprint}"
      clearance: SECRET
      caveats: []
      purposes: []"""


class RenkeiNode:
    """Origin and partners as Renkei nodes; urgent records overtake by their precedence, without being told how."""

    title = "Renkei"
    names = NODES
    lanes = ("own stream",)
    """One lane: a FLASH record is sent like any other and finds its own way."""
    counted = lanes
    """Lanes whose urgent records `received` counts among the others."""

    def __init__(self, options):
        self.command = [options.renkei or HOME / "renkei"]
        self.transports = os.environ.get("RENKEI_BENCH_TRANSPORTS", "quic, tcp")
        self.psql = find_psql(options.postgres_bin)
        self.ids = {}

    def facts(self):
        """What is on: version, transport, durability, verification, release, timers; asked of the nodes while they run."""
        link = self._links()[0].get("traffic")
        return {"version": run([*self.command, "--version"]).strip(),
                "transport": " ".join(str(link.get(key)) for key in ("transport", "cipher", "keyAgreement")) if link else "no link",
                "durability": "PostgreSQL with fsync and synchronous_commit on at both sides",
                "verification": "every batch under a checkpoint signed with Ed25519 and ML-DSA-65, both verified",
                "release": "decided for every record and partner when it is stored, with reasons and audit",
                "timers": "as shipped"}

    def prepare(self, origin, partners, place):
        """Starts the nodes, lets every link come up once, and pauses the links at the origin."""
        self.origin, self.partners = origin, partners
        sites = [origin, *partners]
        cards = {site.name: self._card(site) for site in sites}
        for site in sites:
            others = partners if site is origin else [origin]
            self._write_settings(site, [cards[each.name] for each in others])
        for site in sites:
            self._start(site)
        for site in sites:
            self._track_commits(site)
        wait("every link is up", 120, lambda: all(each["state"] == "up" for each in self._links()))
        for each in self._links():
            self._call(origin, "POST", f"/api/v1/links/{each['party']}/pause")

    def load(self, records):
        """Commits records at the origin, without their `sig`; returns once all are durable there."""
        for first in range(0, len(records), BATCH):
            some = records[first:first + BATCH]
            answer = self._call(self.origin, "POST", "/api/v1/records/batch", {"drafts": [draft(each) for each in some]})
            for record, outcome in zip(some, answer["outcomes"]):
                if outcome["outcome"] != "stored":
                    raise Failure(f"a record was not stored: {outcome}")
                self.ids[outcome["id"]] = record.id

    def connect(self):
        """Lets the partners begin to take."""
        for each in self._links():
            self._call(self.origin, "POST", f"/api/v1/links/{each['party']}/resume")

    def submit(self, record, lane):
        """Commits one urgent record at the origin; returns whether it leaves for the first partner."""
        answer = self._call(self.origin, "POST", "/api/v1/records", draft(record))
        self.ids[answer["id"]] = record.id
        return any(each["party"] == "USA" and "ledgerPosition" in each for each in answer["decisions"])

    def suspend(self):
        """Suspends the agreement with the first partner, over a connection of its own beside other requests; returns
        how many records the answer says were taken back."""
        connection = connect(self.origin)
        try:
            answer = call(connection, self.origin, "POST", f"/api/v1/agreements/{AGREEMENT}/suspend",
                          {"reason": "benchmark"})
        finally:
            connection.close()
        return answer["recalled"].get("USA", 0)

    def undecided(self):
        """What is still to be decided again at the origin: pages of records."""
        return int(self._ask(self.origin, "select count(*) from release.redecision"))

    def taken_back(self):
        """Recalls in the ledger for the first partner."""
        return int(self._ask(self.origin, "select count(*) from ledger.entry where party = 'USA' and type = 'recall'"))

    def removed(self):
        """Records of which the first partner has only the fact."""
        return int(self._ask(self.partners[0], "select count(*) from records.record where not own and state = 'recalled'"))

    def received(self):
        """How many records each partner has stored durably."""
        return [int(self._ask(site, "select count(*) from records.record where not own")) for site in self.partners]

    def arrivals(self, partner):
        """Seconds since the epoch at which the transaction of each record was committed, by the workload's id."""
        rows = self._ask(self.partners[partner], "select id || ' ' || extract(epoch from pg_xact_commit_timestamp(xmin)) "
                                                 "from records.record where not own")
        return {self.ids.get(name, name): float(when) for name, when in (row.split() for row in rows.splitlines())}

    def close(self):
        """Ends what this program holds open; the nodes end with their namespace."""
        for site in [getattr(self, "origin", None), *getattr(self, "partners", [])]:
            if site is not None:
                site.connection.close() if getattr(site, "connection", None) else None

    def _card(self, site):
        folder = site.make_folder()
        (folder / "node.yaml").write_text(self._settings(site, " []"))
        lines = run([*self.command, "keys", "--config", folder / "node.yaml"]).splitlines()
        return PARTNER.format(card=lines[1], fingerprint=lines[2])

    def _write_settings(self, site, partners):
        (site.folder / "node.yaml").write_text(self._settings(site, "".join(partners)))

    def _settings(self, site, partners):
        return SETTINGS.format(node=self.names[site.name], api=api_port(site), link=LINK, address=site.address,
                               transports=self.transports, partners=partners)

    def _start(self, site):
        environment = dict(os.environ, RENKEI_HEAP=os.environ.get("RENKEI_HEAP", "1g"))
        site.process = site.namespace.start([*self.command, "node", "--config", site.folder / "node.yaml"],
                                            site.folder / "log", env=environment)
        site.connection = None
        wait(f"{site.name} is ready", 90, lambda: self._is_ready(site))

    def _is_ready(self, site):
        try:
            return self._call(site, "GET", "/health")["status"] == "up"
        except (OSError, http.client.HTTPException, FileNotFoundError):
            site.connection = None
            return False

    def _track_commits(self, site):
        """Has PostgreSQL note when each transaction was committed: the node itself does not need that."""
        self._ask(site, "alter system set track_commit_timestamp = on")
        site.namespace.stop(site.process)
        self._start(site)

    def _links(self):
        return self._call(self.origin, "GET", "/api/v1/node")["links"]

    def _call(self, site, method, path, content=None):
        if getattr(site, "connection", None) is None or site.connection.sock is None:
            site.connection = connect(site)
        return call(site.connection, site, method, path, content)

    def _ask(self, site, query):
        port = (site.folder / "data" / "postgres" / "data" / "postmaster.pid").read_text().splitlines()[3]
        environment = dict(os.environ, PGPASSWORD=(site.folder / "data" / "postgres" / "password").read_text().strip())
        words = [self.psql, "-h", "127.0.0.1", "-p", port, "-U", "renkei", "-d", "postgres", "-At", "-c", query]
        return subprocess.run(site.namespace.command(words), env=environment, text=True, capture_output=True,
                              check=True).stdout.strip()


def connect(site):
    """A connection to the API of a node, within its namespace."""
    connection = http.client.HTTPConnection("127.0.0.1", api_port(site))
    connection.sock = site.namespace.connect("127.0.0.1", api_port(site))
    return connection


def call(connection, site, method, path, content=None):
    """The answer of a node as its administrator gets it; a refusal ends the run."""
    token = (site.folder / "data" / "admin.token").read_text().strip()
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    connection.request(method, path, json.dumps(content) if content is not None else None, headers)
    answer = connection.getresponse()
    text = answer.read()
    if answer.status >= 300:
        raise Failure(f"{method} {path}: {answer.status} {text[:400]!r}")
    return json.loads(text)


def api_port(site):
    """The port of a node's API, which no other node on the same host has."""
    return API + int(site.address.rpartition(".")[2])


def find_psql(folder):
    """Debian's psql, for looking at the partners' stores."""
    found = sorted(glob.glob(f"{folder or '/usr/lib/postgresql/*/bin'}/psql"))
    if not found:
        raise Failure("psql is missing: apt-get install postgresql-client")
    return found[-1]


def wait(what, patience, holds):
    """Waits until something holds."""
    deadline = time.monotonic() + patience
    while not holds():
        if time.monotonic() > deadline:
            raise Failure(f"this did not come to be within {patience} s: {what}")
        time.sleep(0.1)


def draft(record):
    """A record of the workload as a person would enter it: its fields in the body, its label and precedence as such."""
    body = record.body
    label = body.pop("label")
    partners = ", ".join(NODES[each].partition("/")[0] for each in label["rel"] if each in NODES)
    when = datetime.fromisoformat(body.pop("dtg").replace("Z", "+00:00"))
    del body["sig"]
    precedence, kind, author = body.pop("prec"), body.pop("kind"), body.pop("org")
    body |= {"time": int(when.timestamp() * 1000), "own": label["own"], "cav": label["cav"]}
    return {"kind": kind.lower().replace("_", "-"), "precedence": precedence, "author": author,
            "label": f"{label['cls']}//REL TO {partners}", "body": body}
