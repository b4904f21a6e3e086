"""NATS JetStream: a leaf node a partner, whose stream takes from the origin's stream as a source with a filter."""
import json
import re
import shutil
import signal
import time

from certificates import Authority
from failure import Failure
from nats_client import NatsClient
from place import run

PARTNERS = ("P1", "P2", "P3")
STREAMS = {"same stream": "RECORD", "own stream": "URGENT"}


def find_server(path=None):
    """The nats-server to run: the one given or the one installed."""
    found = shutil.which(path or "nats-server") or shutil.which("/usr/sbin/nats-server")
    if not found or (path and shutil.which(path) is None):
        raise Failure("nats-server is missing: apt-get install nats-server, or give --nats-server")
    return found


def subject(record, lane):
    """Where a record is published: the stream, then one token a partner, 1 for those it may go to."""
    tokens = ("1" if partner in record.partners else "0" for partner in PARTNERS)
    return f"{STREAMS[lane].lower()}.{'.'.join(tokens)}"


def filter_of(partner, lane):
    """The subjects a partner takes."""
    return f"{STREAMS[lane].lower()}.{'.'.join('1' if each == partner else '*' for each in PARTNERS)}"


class NatsPeer:
    """Origin and partners as NATS servers, each with JetStream in its own domain, joined by leaf connections."""

    lanes = ("same stream", "own stream")
    counted = ("same stream",)
    """Lanes whose urgent records `received` counts among the others."""

    def __init__(self, options):
        self.server = find_server(options.nats_server)
        self.version = re.search(r"\d+\.\d+\.\d+", run([self.server, "--version"]))[0]
        self.modern = tuple(map(int, self.version.split("."))) >= (2, 10, 0)
        self.title = f"NATS {self.version} JetStream, leaf and source"
        self.partners, self.published, self.origin = [], {lane: [] for lane in self.lanes}, None

    def facts(self):
        """What is on, and what is not."""
        return {"version": self.version,
                "transport": "TLS, certificates on both sides, " + (
                    "S2 compression" if self.modern else "no compression (the leaf's came with 2.10)"),
                "durability": "synced at every write" if self.modern else
                              "file storage, not synced at every write (that option came with 2.10)",
                "verification": "none beyond TLS; sig is carried in every record",
                "release": "subject with one token a partner, source with a filter subject",
                "timers": "write deadline, TLS and authentication timers raised to minutes"}

    def prepare(self, origin, partners, place):
        """Starts the servers and the origin's streams; waits a while for the leaf connections, which may not come."""
        authority = Authority(origin.folder.parent / "authority")
        self.sites = partners
        identity = authority.issue(origin)
        self.origin = self._start(origin, {"leafnodes": {
            "listen": f"{origin.address}:7422", "tls": tls(identity, timeout=120),
            "authorization": {"timeout": 120}, **self._compression()}})
        for lane in self.lanes:
            self._stream(self.origin, STREAMS[lane], subjects=[f"{STREAMS[lane].lower()}.>"])
        for site in partners:
            remote = {"url": f"tls://{origin.address}:7422", "tls": tls(authority.issue(site), timeout=120),
                      **self._compression()}
            self.partners.append(self._start(site, {"leafnodes": {"remotes": [remote]}}))
        self._wait_for_leaves()

    def load(self, records):
        """Publishes records at the origin; returns once all are acknowledged."""
        self.published["same stream"] += records
        self.origin.publish((subject(each, "same stream"), each.line.encode()) for each in records)

    def connect(self):
        """Lets the partners begin to take: makes their streams, with the origin's as source."""
        for lane in reversed(self.lanes):
            for site, client in zip(self.sites, self.partners):
                self._stream(client, STREAMS[lane], sources=[{
                    "name": STREAMS[lane], "filter_subject": filter_of(site.name, lane),
                    "external": {"api": "$JS.origin.API", "deliver": f"deliver.{site.name}.{STREAMS[lane]}"}}])

    def submit(self, record, lane):
        """Publishes one urgent record, into the stream of the backlog or into its own."""
        self.published[lane].append(record)
        self.origin.publish([(subject(record, lane), record.line.encode())])

    def received(self):
        """How many records each partner has in the stream of the backlog."""
        return [client.count(STREAMS["same stream"]) for client in self.partners]

    def arrivals(self, partner):
        """Seconds since the epoch at which each record was stored, by id: a source keeps the order of its stream."""
        name, found = self.sites[partner].name, {}
        for lane in self.lanes:
            sent = [each.id for each in self.published[lane] if name in each.partners]
            found.update(zip(sent, self.partners[partner].stored_at(STREAMS[lane])))
        return found

    def close(self):
        """Ends the clients; the servers end with their namespace."""
        for client in [*self.partners, self.origin]:
            if client:
                client.close()

    def _start(self, site, more):
        folder = site.make_folder()
        settings = {"server_name": site.name, "listen": f"{site.address}:4222", "write_deadline": "10m",
                    "ping_interval": "5m",
                    "jetstream": {"store_dir": str(folder / "store"), "domain": site.name,
                                  **({"sync_interval": "always"} if self.modern else {})}, **more}
        path = folder / "nats.conf"
        path.write_text(json.dumps(settings, indent=1))
        process = site.namespace.start([self.server, "-c", site.give(path)], folder / "log", site.user,
                                       stop=signal.SIGKILL)  # it has nothing to keep, and may linger on SIGTERM
        deadline = time.monotonic() + 30
        while True:
            try:
                return NatsClient(site.namespace.connect(site.address, 4222, 5.0))
            except OSError:
                if process.poll() is not None or time.monotonic() > deadline:
                    raise Failure(f"nats-server did not start: {(folder / 'log').read_text()[-800:]}") from None
                time.sleep(0.1)

    def _stream(self, client, name, **how):
        client.api(f"STREAM.CREATE.{name}", {"name": name, "storage": "file", "retention": "limits", **how})

    def _compression(self):
        return {"compression": "s2_best"} if self.modern else {}

    def _wait_for_leaves(self, patience=30.0):
        deadline = time.monotonic() + patience
        for partner in self.sites:
            log = partner.folder / "log"
            while "Leafnode connection created" not in log.read_text() and time.monotonic() < deadline:
                time.sleep(0.2)


def tls(identity, timeout):
    """Mutual TLS as nats-server's settings say it."""
    return {"cert_file": str(identity.certificate), "key_file": str(identity.key), "ca_file": str(identity.authority),
            "verify": True, "timeout": timeout}
