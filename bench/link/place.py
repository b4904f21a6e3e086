"""Network namespaces, the processes that run in them, and the sites (origin, partners) that live there."""
import contextlib
import ctypes
import os
import signal
import socket
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from failure import Failure

CLONE_NEWNET = 0x40000000
PATIENCE = 10.0
"""Seconds a process gets to end before it is killed."""


@contextlib.contextmanager
def undisturbed():
    """Keeps a second Ctrl-C or SIGTERM from interrupting a clean-up."""
    names = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = [signal.signal(name, signal.SIG_IGN) for name in names]
    try:
        yield
    finally:
        for name, handler in zip(names, before):
            signal.signal(name, handler)


def run(words, **options):
    """Runs a command to its end and returns what it printed; a failure carries its last words."""
    done = subprocess.run([str(word) for word in words], text=True, capture_output=True, **options)
    if done.returncode:
        raise Failure(f"{' '.join(map(str, words))}: {(done.stderr or done.stdout).strip()[-600:]}")
    return done.stdout


class Namespace:
    """One network namespace, and every process started in it, which ends with it."""

    def __init__(self, name):
        self.name = name
        self.processes = []

    def command(self, words, user=None, death=signal.SIGTERM):
        """The words that run a command here; the command ends when this program does, however it ends."""
        account = ["--reuid", user, "--regid", user, "--clear-groups"] if user else []
        death_name = signal.Signals(death).name.removeprefix("SIG")
        return ["ip", "netns", "exec", self.name, "setpriv", "--pdeathsig", death_name, *account, *map(str, words)]

    def run(self, words, user=None, **options):
        """Runs a command here to its end and returns what it printed."""
        return run(self.command(words, user), **options)

    def start(self, words, log, user=None, stop=signal.SIGTERM, **options):
        """Starts a process here, its output going to a file; `stop` is the signal that ends it."""
        with open(log, "ab") as out:
            process = subprocess.Popen(self.command(words, user, stop), stdin=subprocess.DEVNULL, stdout=out,
                                       stderr=out, start_new_session=True, **options)
        process.stop_signal = stop
        self.processes.append(process)
        return process

    def stop(self, process):
        """Ends one process: by its signal, and by force when that does not help."""
        if process.poll() is None:
            process.send_signal(process.stop_signal)
            try:
                process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        if process in self.processes:
            self.processes.remove(process)

    def connect(self, address, port, timeout=30.0):
        """A TCP connection from inside this namespace, held by this program. Nothing on it waits to be sent together
        with more: a request whose head and body are two writes would wait 40 ms for a confirmation."""
        libc = ctypes.CDLL(None, use_errno=True)
        with open("/proc/self/ns/net") as home, open(f"/run/netns/{self.name}") as there:
            if libc.setns(there.fileno(), CLONE_NEWNET):
                raise OSError(ctypes.get_errno(), f"cannot enter namespace {self.name}")
            try:
                connection = socket.create_connection((address, port), timeout)
                connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                return connection
            finally:
                if libc.setns(home.fileno(), CLONE_NEWNET):
                    raise SystemExit("cannot leave the namespace again")

    def traffic(self, device="wan0"):
        """IP bytes this namespace has (received, sent) on a device."""
        for line in self.run(["cat", "/proc/net/dev"]).splitlines():
            name, _, figures = line.partition(":")
            if name.strip() == device:
                words = figures.split()
                return int(words[0]), int(words[8])
        raise Failure(f"namespace {self.name} has no device {device}: is the emulator still running?")

    def close(self):
        """Ends all processes started here, and any that those left behind."""
        for process in list(reversed(self.processes)):
            self.stop(process)
        left = subprocess.run(["ip", "netns", "pids", self.name], text=True, capture_output=True).stdout.split()
        for pid in left:
            with contextlib.suppress(ProcessLookupError):
                os.kill(int(pid), signal.SIGKILL)
        deadline = time.monotonic() + PATIENCE
        while any(os.path.exists(f"/proc/{pid}") for pid in left) and time.monotonic() < deadline:
            time.sleep(0.05)


@dataclass
class Site:
    """Where one node lives: its name (origin, P1 …), namespace, address and folder, and the account it runs under."""

    name: str
    namespace: Namespace
    address: str
    folder: Path
    user: str

    def make_folder(self):
        """The folder, made and given to the account."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self.give(self.folder)
        return self.folder

    def give(self, path, mode=None):
        """Makes a file the account's own."""
        run(["chown", f"{self.user}:", path])
        if mode is not None:
            os.chmod(path, mode)
        return path
