"""What stops a run: a condition the reader can mend, said in words."""


class Failure(Exception):
    """A run cannot start or go on; the message says why and what to do."""
