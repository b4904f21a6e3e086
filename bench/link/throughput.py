"""Throughput to three partners at once over the loopback, and the latency at a steady thousand records a second."""
import threading
import time

from failure import Failure
from measures import latency

STEP = 0.01
"""Seconds between two small commits of the paced run."""
RATE = 1_000


def throughput(system, place, sites, scenario, records, urgent):
    """Measures one system; returns the figures of the run as a dictionary.

    The first of `urgent`, released to all, opens the way to every partner before the clock, and the first `warm`
    records show every program what to compile; their rate is told as well. The clock starts with the first record
    after them handed to the origin and stops when the last of the three partners has stored all that it may have; a
    record counts once, however many partners take it. Then, on the idle nodes,
    `paced` records are sent at 1,000 a second; each one's latency ends when the partner that gets all has stored it.
    """
    origin, partners = sites
    warm, records = records[:scenario.warm], records[scenario.warm:]
    many, few = records[:scenario.records], records[scenario.records:]
    system.prepare(origin, partners, place)
    system.connect()
    system.load(urgent[:1])
    if wait(system, [1] * len(partners), time.time() + 60) != [1] * len(partners):
        raise Failure(f"{system.title}: the first record did not reach every partner")
    begun = time.time()
    system.load(warm)
    wanted = counted(scenario, [1] * len(partners), warm)
    if wait(system, wanted, begun + scenario.limit) != wanted:
        raise Failure(f"{system.title}: the records before the clock did not reach every partner")
    cold = len(warm) / (time.time() - begun)
    wanted = counted(scenario, wanted, many)
    before, start = place.traffic(), time.time()
    system.load(many)
    loaded = time.time()
    received = wait(system, wanted, start + scenario.limit)
    after = place.traffic()
    ids = [{each.id for each in many if name in each.partners} for name in scenario.partners]
    finished = received == wanted
    figures = {"records": len(many), "throughput before the clock": cold, "finished": finished, "received": received,
               "seconds to load": round(loaded - start, 2),
               "bytes": {key: after[key] - before[key] for key in after}}
    if finished:
        last = max(max(when for name, when in system.arrivals(i).items() if name in ids[i]) for i in range(len(ids)))
        figures |= {"seconds in all": round(last - start, 2), "throughput": len(many) / (last - start)}
        figures["latency"] = paced(system, scenario, few, wanted)
        if hasattr(system, "suspend"):
            figures["suspension"] = suspension(system, iter(urgent[1:]))
    return figures


def counted(scenario, before, records):
    """How many records each partner has once it has these besides what it had before."""
    return [had + sum(name in each.partners for each in records) for had, name in zip(before, scenario.partners)]


def suspension(system, urgent):
    """The agreement with the partner that gets all is suspended: everything is decided again, and the partner's node
    removes what rested on it. From the first moment on one urgent record is sent each second; those count that may
    still go."""
    start, tried, sent = time.time(), 0, {}
    answer, decided, removed, wanted = {}, None, None, None
    suspending = threading.Thread(target=lambda: answer.update(recalled=system.suspend(), at=time.time()))
    suspending.start()
    while (decided is None or removed is None) and time.time() - start < 600:
        now = time.time()
        if decided is None and answer and system.undecided() == 0:
            decided, wanted = now, system.taken_back()
        if wanted is not None and system.removed() >= wanted:
            removed = now
        if tried < now - start:
            tried, record = tried + 1, next(urgent)
            if system.submit(record, system.lanes[0]):
                sent[record.id] = now
        time.sleep(0.05)
    suspending.join()
    time.sleep(2)
    arrivals, end = system.arrivals(0), time.time()
    return {"recalled within the answer": answer["recalled"], "seconds to the answer": round(answer["at"] - start, 3),
            "recalled": wanted, "seconds to decide": decided and round(decided - start, 2),
            "seconds until removed": removed and round(removed - start, 2), "urgent sent": len(sent),
            "urgent meanwhile": latency([arrivals.get(each, end) - when for each, when in sent.items()])}


def paced(system, scenario, records, wanted):
    """Sends records at a steady rate in small commits; tells the latency to the partner that gets all of them."""
    sent, size, start = {}, int(RATE * STEP), time.time()
    for number, first in enumerate(range(0, len(records), size)):
        time.sleep(max(0.0, start + number * STEP - time.time()))
        batch, now = records[first:first + size], time.time()
        system.load(batch)
        sent.update((each.id, now) for each in batch)
    took = time.time() - start
    wait(system, [wanted[0] + len(records)], time.time() + 60)
    arrivals, end = system.arrivals(0), time.time()
    return latency([arrivals.get(each, end) - when for each, when in sent.items()]) | {"rate": round(len(sent) / took)}


def wait(system, wanted, deadline):
    """Waits until every partner has what it is to have; returns what they have."""
    while True:
        received = system.received()[:len(wanted)]
        if received == wanted or time.time() > deadline:
            return received
        time.sleep(0.1)
