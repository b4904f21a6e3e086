"""The places of a run: two namespaces joined by the emulated link, or one namespace with a loopback for all."""
import json
import os
import select
import signal
import subprocess
from pathlib import Path

from failure import Failure
from place import Namespace, run, undisturbed


class Link:
    """Two namespaces (`origin`, `partner`) joined by the emulator for as long as the context lasts.

    IP bytes are those **carried**, both ways: whole IP packets that left the link at the other end, lost and dropped
    ones not counted. What both ends **offered**, lost packets included, is told beside it. Both are read from the
    counters of the link's devices, so a phase can be told from the whole; the emulator's own totals, printed when it
    ends, are kept in `totals` after the context.
    """

    def __init__(self, emulator, scenario, folder, congestion):
        self.emulator, self.scenario, self.congestion = emulator, scenario, congestion
        self.control = Path(folder) / "control"
        self.origin = Namespace(f"rl{os.getpid()}a")
        self.partner = Namespace(f"rl{os.getpid()}b")
        self.process, self.totals = None, None

    origin_address, partner_addresses = "10.99.0.1", ["10.99.0.2"]

    @property
    def partners(self):
        return [self.partner]

    def __enter__(self):
        wish = self.scenario
        self.process = subprocess.Popen(
            ["setpriv", "--pdeathsig", "TERM", str(self.emulator), "up", "--a", self.origin.name, "--b", self.partner.name,
             "--rate", wish.rate, "--rtt", wish.rtt, "--loss", str(wish.loss), "--queue", wish.queue,
             "--seed", str(wish.link_seed), "--control", str(self.control)],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)
        try:
            ready, _, _ = select.select([self.process.stdout], [], [], 20)
            line = self.process.stdout.readline() if ready else ""
            if not line.startswith("{"):
                self.process.kill()
                raise Failure(f"the emulator did not start: {self.process.stderr.read().strip()[-600:]}")
            for namespace in (self.origin, self.partner):
                namespace.run(["ip", "route", "change", "10.99.0.0/24", "dev", "wan0", "congctl", self.congestion])
        except BaseException:
            self.__exit__()
            raise
        return self

    def cut(self):
        """The link carries nothing from now on (within 0.1 s)."""
        self.control.write_text("down")

    def restore(self):
        """The link carries again (within 0.1 s)."""
        self.control.write_text("up")

    def traffic(self):
        """IP bytes so far, as {'carried', 'offered', 'to_partner', 'to_origin'}; the last two are carried ones."""
        to_origin, from_origin = self.origin.traffic()
        to_partner, from_partner = self.partner.traffic()
        return {"carried": to_origin + to_partner, "offered": from_origin + from_partner,
                "to_partner": to_partner, "to_origin": to_origin}

    def __exit__(self, *_):
        with undisturbed():
            for namespace in (self.partner, self.origin):
                namespace.close()
            if self.process.poll() is None:
                self.process.send_signal(signal.SIGTERM)
            try:
                printed, _ = self.process.communicate(timeout=20)
                lines = [line for line in printed.splitlines() if line.startswith("{")]
                self.totals = json.loads(lines[-1]) if lines else None
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.communicate()
            for namespace in (self.origin, self.partner):
                remove(namespace)
            self.control.unlink(missing_ok=True)


class Loopback:
    """One namespace of its own in which the origin and three partners meet on the loopback device."""

    def __init__(self):
        self.origin = Namespace(f"rl{os.getpid()}l")

    origin_address, partner_addresses = "127.0.0.1", ["127.0.0.2", "127.0.0.3", "127.0.0.4"]

    @property
    def partners(self):
        return [self.origin] * 3

    def __enter__(self):
        run(["ip", "netns", "add", self.origin.name])
        try:
            run(["ip", "-n", self.origin.name, "link", "set", "lo", "up"])
        except BaseException:
            self.__exit__()
            raise
        return self

    def traffic(self):
        """IP bytes over the loopback device, where sent and received are the same."""
        received, _ = self.origin.traffic("lo")
        return {"carried": received, "offered": received, "to_partner": received, "to_origin": 0}

    def __exit__(self, *_):
        with undisturbed():
            self.origin.close()
            remove(self.origin)


def run_in(namespace, command, **options):
    """Runs a command in a namespace to its end and returns what it printed."""
    return namespace.run(command, **options)


def remove(namespace):
    """Deletes a namespace that is still there; the emulator deletes its own when it ends in order."""
    if os.path.exists(f"/run/netns/{namespace.name}"):
        subprocess.run(["ip", "netns", "del", namespace.name], check=False)
