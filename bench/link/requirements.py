"""What a run needs from the machine, checked before anything is started."""
import os
import pwd
import shutil
import sys
from pathlib import Path

from failure import Failure

COMMANDS = {"ip": "iproute2", "setpriv": "util-linux", "openssl": "openssl"}


def check(options, emulated):
    """Refuses with every reason at once."""
    reasons = of_the_machine()
    if emulated:
        of_the_line(options, reasons)
    options.workload = tool(options.workload, "workload", "--workload", reasons)
    refuse(reasons)


def check_line(options):
    """The same for what needs the emulated line and no records."""
    reasons = of_the_machine()
    of_the_line(options, reasons)
    refuse(reasons)


def of_the_machine():
    """What is missing to start nodes in namespaces."""
    reasons = []
    if sys.version_info < (3, 11):
        reasons.append("Python 3.11 or newer is needed")
    if os.geteuid() != 0:
        reasons.append("network namespaces need root: run it with sudo")
    for command, package in COMMANDS.items():
        if not shutil.which(command):
            reasons.append(f"'{command}' is missing: apt-get install {package}")
    return reasons


def of_the_line(options, reasons):
    """What is missing to emulate a line."""
    if not os.access("/dev/net/tun", os.R_OK | os.W_OK):
        reasons.append("/dev/net/tun is missing: modprobe tun (in a container, hand the device in)")
    options.emulator = tool(options.emulator, "linkem", "--emulator", reasons)


def refuse(reasons):
    """With all of them."""
    if reasons:
        raise Failure("; ".join(reasons))


def tool(path, name, option, reasons):
    """The tool at the path given, or on PATH under its own name."""
    found = Path(path) if path else Path(shutil.which(name) or name)
    if not found.is_file():
        reasons.append(f"no file {found}: give {option} PATH, or put '{name}' on PATH")
    return found.resolve()


def account(wish=None):
    """The unprivileged account the servers run under: the one asked for, postgres, or nobody."""
    for name in [wish] if wish else ["postgres", "nobody"]:
        try:
            pwd.getpwnam(name)
            return name
        except KeyError:
            continue
    raise Failure(f"there is no account '{wish or 'nobody'}': give --user NAME")
