"""A small NATS client: publish to JetStream with acknowledgements, ask its API, read a stream's times of storage."""
import json
import socket

from failure import Failure

WINDOW = 512
"""Publishes under way without an acknowledgement."""


class NatsClient:
    """One connection, used by one thread. Subjects and payloads are as in the NATS client protocol."""

    def __init__(self, connection, timeout=60.0):
        self.connection, self.buffer, self.inbox = connection, b"", "_INBOX.bench"
        connection.settimeout(timeout)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.info = json.loads(self._line().removeprefix(b"INFO "))
        self.asked = 0
        self._send(b'CONNECT {"verbose":false,"pedantic":false,"headers":true,"no_responders":true,"protocol":1}\r\n'
                   + f"SUB {self.inbox}.> 1\r\nPING\r\n".encode())
        while self._line() != b"PONG":
            pass

    def publish(self, messages):
        """Publishes (subject, payload) pairs into JetStream; returns when each has been acknowledged as stored."""
        open_acks, waiting = 0, bytearray()
        for subject, payload in messages:
            waiting += f"PUB {subject} {self.inbox}.ack {len(payload)}\r\n".encode() + payload + b"\r\n"
            open_acks += 1
            if open_acks % (WINDOW // 8) == 0:
                self._send(bytes(waiting))
                waiting.clear()
            while open_acks >= WINDOW:
                self._acknowledged()
                open_acks -= 1
        self._send(bytes(waiting))
        for _ in range(open_acks):
            self._acknowledged()

    def api(self, name, body=None):
        """Asks the JetStream API ($JS.API.name) and returns its answer; an error in it is a failure."""
        reply = self._ask(name, body)
        while True:
            subject, _, answer = self._message()
            if subject == reply:
                return checked(name, answer)

    def count(self, stream):
        """How many messages a stream holds."""
        return self.api(f"STREAM.INFO.{stream}")["state"]["messages"]

    def stored_at(self, stream):
        """When each message of a stream was stored, in its order, in seconds since the epoch."""
        if not self.count(stream):
            return []
        deliver = f"_READ.bench.{self.asked}"  # a push consumer heeds only a subscription to the exact subject
        self._send(f"SUB {deliver} 2\r\n".encode())
        created = self._ask(f"CONSUMER.CREATE.{stream}", {"stream_name": stream, "config": {
            "deliver_subject": deliver, "deliver_policy": "all", "ack_policy": "none", "replay_policy": "instant",
            "headers_only": True}})
        times = []
        while True:
            subject, reply, answer = self._message()
            if subject == created:
                checked(f"reading {stream}", answer)
            elif reply and reply.startswith("$JS.ACK."):  # the subject is the record's, not that of the delivery
                words = reply.split(".")
                late = 2 if len(words) > 9 else 0  # newer servers put a domain and an account first
                times.append(int(words[7 + late]) / 1e9)
                if words[8 + late] == "0":
                    self._send(b"UNSUB 2\r\n")
                    return times

    def close(self):
        """Ends the connection."""
        self.connection.close()

    def _ask(self, name, body):
        self.asked += 1
        reply = f"{self.inbox}.api.{self.asked}"
        payload = json.dumps(body).encode() if body is not None else b""
        self._send(f"PUB $JS.API.{name} {reply} {len(payload)}\r\n".encode() + payload + b"\r\n")
        return reply

    def _acknowledged(self):
        while True:
            subject, _, answer = self._message()
            if subject == f"{self.inbox}.ack":
                return checked("storing a record", answer)

    def _message(self):
        """The next message: subject, reply subject or None, payload without headers."""
        while True:
            words = self._line().split(b" ")
            if words[0] == b"PING":
                self._send(b"PONG\r\n")
            elif words[0] == b"MSG":
                payload = self._take(int(words[-1]) + 2)[:-2]
                return words[1].decode(), words[3].decode() if len(words) == 5 else None, payload
            elif words[0] == b"HMSG":
                payload = self._take(int(words[-1]) + 2)[int(words[-2]):-2]
                return words[1].decode(), words[3].decode() if len(words) == 6 else None, payload
            elif words[0] == b"-ERR":
                raise Failure(f"NATS: {b' '.join(words[1:]).decode()}")

    def _send(self, data):
        if data:
            self.connection.sendall(data)

    def _line(self):
        while b"\r\n" not in self.buffer:
            self._more()
        line, _, self.buffer = self.buffer.partition(b"\r\n")
        return line

    def _take(self, size):
        while len(self.buffer) < size:
            self._more()
        taken, self.buffer = self.buffer[:size], self.buffer[size:]
        return taken

    def _more(self):
        try:
            more = self.connection.recv(1 << 16)
        except TimeoutError:
            raise Failure("NATS did not answer in time") from None
        if not more:
            raise Failure("NATS closed the connection")
        self.buffer += more


def checked(what, answer):
    """What the server answered, which is JSON; an error in it, or nobody to answer, is a failure."""
    told = json.loads(answer or b'{"error":{"description":"nobody answers"}}')
    if "error" in told:
        raise Failure(f"NATS: {what}: {told['error'].get('description')}")
    return told
