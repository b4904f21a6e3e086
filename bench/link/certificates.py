"""A throw-away authority and one certificate a site, for mutual TLS between the servers of a run."""
from dataclasses import dataclass
from pathlib import Path

from place import run

PLAIN = "[req]\ndistinguished_name = name\n[name]\n"


@dataclass(frozen=True)
class Identity:
    """Paths of a site's certificate and key, and of the authority that both sides trust."""

    certificate: Path
    key: Path
    authority: Path


class Authority:
    """Issues certificates with P-256 keys, valid for two days, known by IP address."""

    def __init__(self, folder):
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.settings = folder / "openssl.cnf"
        self.settings.write_text(PLAIN)
        self.certificate, self.key = folder / "authority.crt", folder / "authority.key"
        self._request("-subj", "/CN=link bench", "-addext", "basicConstraints=critical,CA:TRUE",
                      "-addext", "keyUsage=keyCertSign", "-keyout", self.key, "-out", self.certificate)

    def issue(self, site):
        """A certificate for the site's name and address, for both ends of a connection, owned by its account."""
        folder = site.make_folder()
        own = Identity(folder / "site.crt", folder / "site.key", folder / "authority.crt")
        self._request("-CA", self.certificate, "-CAkey", self.key, "-subj", f"/CN={site.name}",
                      "-addext", "basicConstraints=CA:FALSE", "-addext", f"subjectAltName=IP:{site.address}",
                      "-addext", "extendedKeyUsage=serverAuth,clientAuth", "-keyout", own.key, "-out", own.certificate)
        own.authority.write_bytes(self.certificate.read_bytes())
        for path in (own.certificate, own.key, own.authority):
            site.give(path, 0o600)
        return own

    def _request(self, *words):
        run(["openssl", "req", "-config", self.settings, "-x509", "-newkey", "ec", "-pkeyopt",
             "ec_paramgen_curve:prime256v1", "-nodes", "-sha256", "-days", "2", *words])
