"""PostgreSQL logical replication: one publication with a row filter a partner, and a second one for urgent records."""
import glob

from certificates import Authority
from failure import Failure
from place import run
from postgres_server import Server

BATCH = 100
"""Records in one commit at the origin."""


def find_binaries(folder=None):
    """The folder with initdb and postgres: the one given, or the newest that Debian installed."""
    found = [folder] if folder else sorted(glob.glob("/usr/lib/postgresql/*/bin"), key=lambda p: int(p.split("/")[-2]))
    for each in reversed(found):
        if glob.glob(f"{each}/initdb") and glob.glob(f"{each}/postgres"):
            return each
    raise Failure("PostgreSQL's server binaries are missing: apt-get install postgresql, or give --postgres-bin")


class PostgresPeer:
    """Origin and partners as PostgreSQL servers; each partner subscribes to its own two publications."""

    lanes = ("same stream", "own stream")
    counted = ("same stream",)
    """Lanes whose urgent records `received` counts among the others."""

    def __init__(self, options):
        self.binaries = find_binaries(options.postgres_bin)
        self.version = run([f"{self.binaries}/postgres", "--version"]).split()[2]
        self.title = f"PostgreSQL {self.version} logical replication, row filters"
        self.partners = []

    def facts(self):
        """What is on, and what is not."""
        return {"version": self.version, "transport": "TLS 1.3, certificates on both sides, no compression",
                "durability": "fsync and synchronous_commit on at the origin and in every subscription",
                "verification": "none beyond TLS; sig is carried in every record",
                "release": "row filter on label.rel, one publication a partner",
                "timers": "replication and authentication timers raised to minutes"}

    def prepare(self, origin, partners, place):
        """Starts the servers and makes tables, publications and (disabled) subscriptions; the link must be up."""
        authority = Authority(origin.folder.parent / "authority")
        self.origin = Server(origin, self.binaries, authority.issue(origin)).start().session()
        self.origin.ask("CREATE ROLE partner LOGIN REPLICATION;")
        for table in ("record", "urgent"):
            self.origin.ask(f"CREATE TABLE {table} (id uuid PRIMARY KEY, body jsonb NOT NULL);")
        for site in partners:
            server = Server(site, self.binaries, authority.issue(site)).start()
            session = server.session()
            for table in ("record", "urgent"):
                self.origin.ask(f"CREATE PUBLICATION {table}_{site.name} FOR TABLE {table} "
                                f"WHERE (body -> 'label' -> 'rel' ? '{site.name}') WITH (publish = 'insert');")
                session.ask(f"CREATE TABLE {table} (id uuid PRIMARY KEY, body jsonb NOT NULL, "
                            "arrived timestamptz NOT NULL DEFAULT clock_timestamp());")
                session.ask(f"CREATE SUBSCRIPTION {table}_{site.name} CONNECTION '{conninfo(origin, server)}' "
                            f"PUBLICATION {table}_{site.name} WITH (enabled = false, create_slot = true, "
                            "copy_data = false, binary = true, synchronous_commit = on);")
            self.partners.append((site, session))

    def load(self, records):
        """Commits records at the origin, a hundred a commit; returns once all are durable there."""
        for start in range(0, len(records), BATCH):
            self.origin.copy("record (id, body)", [(each.id, each.line) for each in records[start:start + BATCH]])
        self.origin.settle()

    def connect(self):
        """Lets the partners begin to take."""
        for site, session in self.partners:
            session.ask(f"BEGIN; ALTER SUBSCRIPTION urgent_{site.name} ENABLE; "
                        f"ALTER SUBSCRIPTION record_{site.name} ENABLE; COMMIT;")

    def submit(self, record, lane):
        """Commits one urgent record, into the stream of the backlog or into its own."""
        self.origin.copy("urgent (id, body)" if lane == "own stream" else "record (id, body)", [(record.id, record.line)])
        self.origin.settle()

    def received(self):
        """How many records each partner has in the stream of the backlog."""
        return [int(session.ask("SELECT count(*) FROM record;")[0]) for _, session in self.partners]

    def arrivals(self, partner):
        """Seconds since the epoch at which each record was applied, by id; its commit follows at once."""
        rows = self.partners[partner][1].ask(
            "SELECT id || ' ' || extract(epoch FROM arrived) FROM record "
            "UNION ALL SELECT id || ' ' || extract(epoch FROM arrived) FROM urgent;")
        return {name: float(when) for name, when in (row.split() for row in rows)}

    def close(self):
        """Ends the sessions; the servers end with their namespace."""
        for session in [session for _, session in self.partners] + [getattr(self, "origin", None)]:
            if session:
                session.close()


def conninfo(origin, server):
    """How a partner's server reaches the origin: TLS, both certificates verified."""
    own = server.identity
    return (f"host={origin.address} port=5432 dbname=postgres user=partner sslmode=verify-full "
            f"sslcert={own.certificate} sslkey={own.key} sslrootcert={own.authority}")
