"""Certificates for servers on this machine, from an authority made for one test run."""

import ssl
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from wareloom.kit import clock

_PEM = serialization.Encoding.PEM
_MAY_SIGN = x509.KeyUsage(
    digital_signature=True,
    content_commitment=False,
    key_encipherment=False,
    data_encipherment=False,
    key_agreement=False,
    key_cert_sign=True,
    crl_sign=True,
    encipher_only=False,
    decipher_only=False,
)


@dataclass(frozen=True)
class Authority:
    key: ec.EllipticCurvePrivateKey
    own: x509.Certificate

    @property
    def certificate(self) -> str:
        return self.own.public_bytes(_PEM).decode()

    def server(self, name: str) -> ssl.SSLContext:
        """What a server of that name speaks with."""
        key = ec.generate_private_key(ec.SECP256R1())
        names = x509.SubjectAlternativeName([x509.DNSName(name)])
        signed = _signed(name, self.own.subject, key.public_key(), self.key, names)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        with TemporaryDirectory() as folder:
            file = Path(folder) / "server.pem"
            private = key.private_bytes(_PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
            file.write_bytes(private + signed.public_bytes(_PEM))
            context.load_cert_chain(file)
        return context


def authority() -> Authority:
    key = ec.generate_private_key(ec.SECP256R1())
    name = _name("Wareloom tests")
    own = x509.BasicConstraints(ca=True, path_length=None)
    return Authority(key, _signed("Wareloom tests", name, key.public_key(), key, own))


def _signed(
    name: str,
    issuer: x509.Name,
    key: ec.EllipticCurvePublicKey,
    signer: ec.EllipticCurvePrivateKey,
    extension: x509.ExtensionType,
) -> x509.Certificate:
    now = clock.now()
    drawn = x509.CertificateBuilder().subject_name(_name(name)).issuer_name(issuer).public_key(key)
    dated = drawn.serial_number(x509.random_serial_number()).not_valid_before(now - timedelta(hours=1))
    whole = dated.not_valid_after(now + timedelta(days=1)).add_extension(extension, critical=True)
    # Newer Pythons check what RFC 5280 asks for, and so refuse a certificate that does not name its keys.
    whole = whole.add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
    issuers = x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key())
    whole = whole.add_extension(issuers, critical=False)
    if isinstance(extension, x509.BasicConstraints):
        whole = whole.add_extension(_MAY_SIGN, critical=True)
    return whole.sign(signer, hashes.SHA256())


def _name(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
