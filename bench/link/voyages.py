#!/usr/bin/env python3
"""Aircraft that fly straight on, each with a new position every ten seconds; the same for every system.

`voyages.py feed PORT TRACKS` sends them as BaseStation lines to a UDP port of this machine.
"""
import math
import socket
import sys
import time
from dataclasses import dataclass
from datetime import datetime, timezone

EVERY = 10.0
"""Seconds between two positions of one aircraft."""
FIRST = 0x840000
METRES = 111_320.0


@dataclass(frozen=True)
class Place:
    """Where an aircraft was when it last said so; feet, degrees, metres a second."""

    address: str
    time: float
    latitude: float
    longitude: float
    altitude: int
    course: float
    speed: float


def place(number, now):
    """The newest position of an aircraft; the aircraft take turns within the ten seconds."""
    turn = (number * 0.618034) % 1.0 * EVERY
    when = math.floor((now - turn) / EVERY) * EVERY + turn
    course, speed = number * 37.0 % 360, 120 + number % 130
    way = speed * (when % 3_600)
    latitude = 25 + number % 140 / 10 + way * math.cos(math.radians(course)) / METRES
    longitude = 125 + number // 140 / 3 + way * math.sin(math.radians(course)) / METRES / math.cos(math.radians(latitude))
    return Place(f"{FIRST + number:06X}", when, latitude, longitude, 10_000 + number % 280 * 100, course, speed)


def feed(port, tracks):
    """Each new position as a line."""
    told = {}
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sink:
        while True:
            for number in range(tracks):
                at = place(number, time.time())
                if told.get(number) != at.time:
                    told[number] = at.time
                    sink.sendto(line(at), ("127.0.0.1", port))
            time.sleep(0.05)


def line(at):
    """MSG,3 of the BaseStation protocol."""
    day, clock = datetime.fromtimestamp(at.time, timezone.utc).strftime("%Y/%m/%d,%H:%M:%S.%f")[:-3].split(",")
    return (f"MSG,3,1,1,{at.address},1,{day},{clock},{day},{clock},,{at.altitude},,,"
            f"{at.latitude:.5f},{at.longitude:.5f},,,0,0,0,0\r\n").encode()


if __name__ == "__main__":
    feed(int(sys.argv[2]), int(sys.argv[3]))
