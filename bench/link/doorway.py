"""Lets programs of this machine reach the API of a node that lives in a network namespace."""
import contextlib
import socket
import socketserver
import threading

PIECE = 65_536


class Doorway(socketserver.ThreadingTCPServer):
    """Listens on 127.0.0.1 at the port of a node's API and hands every connection through to the node."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, namespace, port):
        self.namespace = namespace
        super().__init__(("127.0.0.1", port), Through)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def close(self):
        """Takes no more connections."""
        self.shutdown()
        self.server_close()


class Through(socketserver.BaseRequestHandler):
    """One connection, both ways at once."""

    def handle(self):
        with contextlib.suppress(OSError):
            with self.server.namespace.connect(*self.server.server_address) as inside:
                back = threading.Thread(target=pass_on, args=(inside, self.request), daemon=True)
                back.start()
                pass_on(self.request, inside)
                back.join()


def pass_on(source, sink):
    """Until the source ends; then the sink is told so."""
    with contextlib.suppress(OSError):
        while piece := source.recv(PIECE):
            sink.sendall(piece)
    with contextlib.suppress(OSError):
        sink.shutdown(socket.SHUT_WR)
