"""A PostgreSQL server of a run, and a session with it through psql over its own Unix socket."""
import contextlib
import os
import signal
import subprocess
import time
from pathlib import Path

from failure import Failure
from place import run

SETTINGS = """
listen_addresses = '{address}'
unix_socket_directories = '{folder}'
ssl = on
ssl_cert_file = '{identity.certificate}'
ssl_key_file = '{identity.key}'
ssl_ca_file = '{identity.authority}'
ssl_min_protocol_version = 'TLSv1.3'
wal_level = logical
max_wal_senders = 16
max_replication_slots = 16
max_logical_replication_workers = 16
max_worker_processes = 24
wal_retrieve_retry_interval = 100ms
wal_sender_timeout = 10min
wal_receiver_timeout = 10min
authentication_timeout = 5min
"""
ACCESS = """
local all all trust
hostssl all all 0.0.0.0/0 cert map=sites
"""


class Server:
    """One server in its site: durable as Debian ships it (fsync and synchronous_commit on), TLS 1.3 both ways."""

    def __init__(self, site, binaries, identity):
        self.site, self.binaries, self.identity = site, Path(binaries), identity
        self.data = site.folder / "data"

    def start(self):
        """Makes the cluster and starts it; returns once it answers."""
        user, folder = self.site.user, self.site.make_folder()
        run(["setpriv", "--reuid", user, "--regid", user, "--clear-groups", self.binaries / "initdb", "-D", self.data,
             "-U", "bench", "-A", "trust", "-E", "UTF8", "--locale=C"], cwd=folder)
        with open(self.data / "postgresql.conf", "a") as settings:
            settings.write(SETTINGS.format(address=self.site.address, folder=folder, identity=self.identity))
        (self.data / "pg_hba.conf").write_text(ACCESS)
        (self.data / "pg_ident.conf").write_text("sites /^P[0-9]$ partner\n")
        process = self.site.namespace.start([self.binaries / "postgres", "-D", self.data], folder / "log", user,
                                            stop=signal.SIGQUIT, cwd=folder)
        deadline = time.monotonic() + 60
        while subprocess.run([self.binaries / "pg_isready", "-q", "-h", folder]).returncode:
            if process.poll() is not None or time.monotonic() > deadline:
                raise Failure(f"PostgreSQL did not start in {folder}: {(folder / 'log').read_text()[-800:]}")
            time.sleep(0.1)
        return self

    def session(self):
        """A new session with the server."""
        return Session(self)


class Session:
    """A psql that stays open, so that a statement costs no start of a process."""

    END = "-- end of answer --"

    def __init__(self, server):
        self.log = server.site.folder / "psql.log"
        words = [server.binaries / "psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", server.site.folder,
                 "-U", "bench", "-d", "postgres"]
        self.process = subprocess.Popen(["setpriv", "--pdeathsig", "TERM", *map(str, words)], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=open(self.log, "ab"), text=True, bufsize=1 << 16,
                                        env={**os.environ, "PGOPTIONS": "-c client_min_messages=warning"},
                                        start_new_session=True)

    def ask(self, statement=""):
        """Runs statements and returns the lines they answered."""
        self.tell(statement)
        return self.settle()

    def tell(self, text):
        """Hands text to psql without waiting for its effect."""
        try:
            self.process.stdin.write(text + "\n")
        except BrokenPipeError:
            self._fail()

    def settle(self):
        """Waits until all that was told has been done; returns the lines that were answered."""
        self.tell(f"\\echo {self.END}")
        try:
            self.process.stdin.flush()
        except BrokenPipeError:
            self._fail()
        lines = []
        for line in self.process.stdout:
            if line.rstrip("\n") == self.END:
                return lines
            lines.append(line.rstrip("\n"))
        self._fail()

    def copy(self, table, rows):
        """Tells one COPY, which is one commit, of rows given as tuples of text."""
        self.tell(f"COPY {table} FROM STDIN;")
        for row in rows:
            self.process.stdin.write("\t".join(value.replace("\\", "\\\\") for value in row) + "\n")
        self.tell("\\.")

    def close(self):
        """Ends the session."""
        if self.process.poll() is None:
            self.process.terminate()
        self.process.wait()
        with contextlib.suppress(BrokenPipeError):
            self.process.stdin.close()

    def _fail(self):
        raise Failure(f"psql ended: {self.log.read_text()[-800:]}")
