"""Renkei: an origin node and its partners as processes in the namespaces of a run."""


class RenkeiNode:
    """Origin and partners as Renkei nodes; urgent records overtake by their precedence, without being told how."""

    title = "Renkei"
    lanes = ("own stream",)
    """One lane: a FLASH record is sent like any other and finds its own way."""

    def __init__(self, options):
        """`options.renkei` is the command that starts a node (default: the tree's ./renkei); a missing build is a Failure."""
        raise NotImplementedError("Renkei's nodes are not part of this harness yet")

    def facts(self):
        """What is on: version, transport, durability, verification, release, timers."""
        raise NotImplementedError("facts")

    def prepare(self, origin, partners, place):
        """Starts the nodes at their sites (namespace.start, site.make_folder) and joins them by agreements.

        Returns once records can be loaded at the origin while partners do not take: with the partner's node stopped,
        or the link cut (place.cut, where the place has a link).
        """
        raise NotImplementedError("prepare")

    def load(self, records):
        """Commits records at the origin, without their `sig`; returns once all are durable there."""
        raise NotImplementedError("load")

    def connect(self):
        """Lets the partners begin to take; returns at once."""
        raise NotImplementedError("connect")

    def submit(self, record, lane):
        """Commits one urgent record at the origin."""
        raise NotImplementedError("submit")

    def received(self):
        """How many records each partner has stored durably; cheap, asked four times a second."""
        raise NotImplementedError("received")

    def arrivals(self, partner):
        """Seconds since the epoch at which each record was durable at a partner (its index), by the workload's id."""
        raise NotImplementedError("arrivals")

    def close(self):
        """Ends what this program holds open; the nodes end with their namespace."""
