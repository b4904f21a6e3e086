#!/usr/bin/env python3
"""The peer of the lane of tracks: Cursor on Target events over one TCP connection, made anew when there is room for one.

`cot.py send HOST PORT TRACKS` and `cot.py receive HOST PORT FIGURES`; the receiver writes every second how many tracks it
knows and how many of them are younger than a minute.
"""
import json
import re
import socket
import sys
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path

from voyages import place

EVENT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<event version="2.0" uid="ICAO-{address}" type="a-n-A-C-F" time="{time}" start="{time}" stale="{stale}" how="m-g">\
<point lat="{latitude:.6f}" lon="{longitude:.6f}" hae="{altitude:.1f}" ce="75.0" le="9999999.0"/>\
<detail><contact callsign="{address}"/><track course="{course:.1f}" speed="{speed:.1f}"/>\
<remarks>ICAO24 {address}</remarks><precisionlocation altsrc="GPS" geopointsrc="GPS"/></detail></event>"""
FRESH = 60.0


def instant(seconds):
    """As CoT writes a time."""
    return datetime.fromtimestamp(seconds, timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%fZ")[:-4] + "Z"


def event(number, now):
    """One event with the newest position of that aircraft."""
    at = place(number, now)
    stale = instant(at.time + timedelta(minutes=5).total_seconds())
    return EVENT.format(address=at.address, time=instant(at.time), stale=stale, latitude=at.latitude,
                        longitude=at.longitude, altitude=at.altitude * 0.3048, course=at.course, speed=at.speed).encode()


def send(host, port, tracks):
    """Every aircraft in turn: an event is made only when the connection has taken the one before."""
    with socket.create_connection((host, port), 60) as connection:
        connection.settimeout(None)
        told = {}
        while True:
            for number in range(tracks):
                now = time.time()
                newest = place(number, now).time
                if told.get(number) != newest:
                    connection.sendall(event(number, now))
                    told[number] = newest
            time.sleep(0.05)


def receive(host, port, figures):
    """Notes the newest event of each aircraft."""
    known, waiting, looked = {}, b"", 0.0
    with socket.create_server((host, port)) as server:
        connection, _ = server.accept()
        connection.settimeout(0.5)
        while True:
            try:
                waiting += connection.recv(65536)
            except TimeoutError:
                pass
            *whole, waiting = waiting.split(b"</event>")
            for each in whole:
                uid = re.search(rb'uid="([^"]+)"', each).group(1)
                when = re.search(rb'time="([^"]+)"', each).group(1).decode()
                known[uid] = datetime.fromisoformat(when.replace("Z", "+00:00")).timestamp()
            if time.time() - looked >= 1:
                looked = time.time()
                fresh = sum(looked - when < FRESH for when in known.values())
                scratch = Path(figures).with_suffix(".new")
                scratch.write_text(json.dumps({"known": len(known), "fresh": fresh}))
                scratch.replace(figures)


if __name__ == "__main__":
    if sys.argv[1] == "send":
        send(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
    else:
        receive(sys.argv[2], int(sys.argv[3]), sys.argv[4])
