"""The drain: a backlog waits at the origin, the partner begins to take, and urgent records are sent meanwhile."""
import time

from measures import latency


def drain(system, place, sites, scenario, records, urgent):
    """Measures one system on one link; returns the figures of the run as a dictionary.

    The clock starts when the partner is told to begin and stops when the last record of the backlog is in its store.
    An urgent record is sent every `urgent_every` seconds while the backlog drains, on its own stream; every tenth also
    within the stream of the backlog. An urgent record that never arrived counts with the time it has been waited for.
    """
    origin, partners = sites
    name = scenario.partners[0]
    backlog = {each.id for each in records if name in each.partners}
    system.prepare(origin, partners, place)
    system.load(records)
    settle(place)
    before, start = place.traffic(), time.time()
    system.connect()
    sent, supply = {lane: {} for lane in system.lanes}, iter(urgent)
    received = watch(system, scenario, start, len(backlog), sent, supply)
    after = place.traffic()
    wait_for_urgent(system, scenario, sent)
    arrivals, end = system.arrivals(0), time.time()
    there = [arrivals[each] for each in backlog if each in arrivals]
    finished = len(there) == len(backlog)
    carried = after["carried"] - before["carried"]
    figures = {
        "records": len(backlog), "received": len(there), "finished": finished,
        "seconds": round(max(there) - start, 2) if finished else None, "watched": round(received[1] - start, 2),
        "megabytes": carried / 1e6 if finished else None,
        "bytes": {key: after[key] - before[key] for key in after},
        "bytes per record": round(carried / len(there)) if there else None,
    }
    for lane in system.lanes:
        waits = [arrivals.get(each, end) - when for each, (when, durable) in sent[lane].items()]
        figures[f"urgent, {lane}"] = latency(waits) | {
            "missing": sum(each not in arrivals for each in sent[lane]),
            "second sent, seconds to be durable at the origin, seconds waited": [
                [round(when - start, 2), round(durable - when, 3), round(arrivals.get(each, end) - when, 3)]
                for each, (when, durable) in sent[lane].items()]}
    return figures


def settle(place, quiet=2.0, patience=60.0):
    """Waits until what the preparation left on the link has passed: no more than 500 bytes in two seconds."""
    end, last, since = time.time() + patience, sum(place.traffic().values()), time.time()
    while time.time() < min(end, since + quiet):
        time.sleep(0.1)
        now = sum(place.traffic().values())
        if now - last > 500:
            last, since = now, time.time()


def watch(system, scenario, start, wanted, sent, supply):
    """Sends urgent records and looks at the partner until it has all, stalls or the limit is over."""
    probe, round_number = start + scenario.urgent_after, 0
    look, count, moved = start, 0, start
    while True:
        now = time.time()
        if now >= look:
            latest = system.received()[0]
            moved = now if latest > count else moved
            count, look = latest, now + 0.25
            if count >= wanted + sum(len(sent[lane]) for lane in system.counted if lane in sent):
                return count, now
            if now - start > scenario.limit or now - moved > scenario.patience:
                return count, now
        if now >= probe and count < wanted:
            for lane in system.lanes:
                if lane != "same stream" or round_number % 10 == 0:
                    record = next(supply)
                    when = time.time()
                    sent[lane][record.id] = when, when
                    system.submit(record, lane)
                    sent[lane][record.id] = when, time.time()
            round_number, probe = round_number + 1, probe + scenario.urgent_every
        time.sleep(max(0.0, min(look, probe if count < wanted else look) - time.time()))


def wait_for_urgent(system, scenario, sent):
    """Gives the last urgent records the time of a few round trips to arrive."""
    wanted = {each for lane in sent.values() for each in lane}
    deadline = time.time() + 4 * scenario.urgent_after
    while time.time() < deadline and not wanted <= system.arrivals(0).keys():
        time.sleep(0.5)
