#!/usr/bin/env python3
"""Has verifiers that are not ours check certificates as JWT, and forgeries of them.

    verify_jwt.py [--name NAME ...] [--title TITLE] [--issuer DID] FILE.jwt ...

Every FILE must be accepted by each verifier, and every forgery made from it refused by each. Nothing asks a
network: the issuer's key is in its did:key. Exits 0 if all goes well and 1 otherwise.
"""

import argparse
import base64
import json
import sys
from datetime import datetime, timezone
from pathlib import Path

import jwt as pyjwt
from joserfc import jws
from joserfc.jwk import ECKey
from openbadgeslib.ob3 import OB3Verifier
from openvc.did.did_key import DidKeyResolver
from openvc.keys import verify_signature

CONTEXTS = [
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
]


def decoded(part):
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def encoded(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def claimed(token):
    """The header and the payload of a token, unverified."""
    header, payload, _ = token.split(".")
    return json.loads(decoded(header)), json.loads(decoded(payload))


def require(condition, sentence):
    if not condition:
        raise ValueError(sentence)


def issuer_key(token):
    """The issuer's public key as openvc-core reads it out of the did:key, which the header must repeat."""
    header, payload = claimed(token)
    issuer = payload["issuer"]["id"]
    method = DidKeyResolver().resolve(issuer).verification_methods[0]
    key = method.public_key_jwk
    require(header["kid"] == method.id, "kid is not the did:key's verification method")
    require(header["jwk"] == {name: key[name] for name in ("kty", "crv", "x", "y")}, "jwk is not the did:key's key")
    return key


def by_openbadgeslib(token):
    """Open Badges 3.0 as a whole: signature, types, registered claims, period of validity."""
    _, payload = claimed(token)
    credential = OB3Verifier.for_issuer_did(payload["issuer"]["id"]).verify(token)
    require(credential.id == payload["id"], "openbadgeslib read another id")
    require(
        [identity.identity_hash for identity in credential.identifiers]
        == [identity["identityHash"] for identity in payload["credentialSubject"]["identifier"]],
        "openbadgeslib read other names")


def by_pyjwt(token):
    """The signature, exp and nbf."""
    key = pyjwt.PyJWK(issuer_key(token), algorithm="ES256")
    pyjwt.decode(token, key, algorithms=["ES256"], options={"require": ["iss", "sub", "jti", "nbf"]})


def by_joserfc(token):
    """The signature, by another implementation of JOSE."""
    key = ECKey.import_key(issuer_key(token))
    jws.deserialize_compact(token, key, algorithms=["ES256"])


def by_openvc(token):
    """The signature by the key in the did:key. Its VC-JWT wants the vc claim of the older data model."""
    header, payload, signature = token.split(".")
    require(claimed(token)[0]["alg"] == "ES256", "alg")
    require(
        verify_signature(
            alg="ES256", public_jwk=issuer_key(token), signing_input=f"{header}.{payload}".encode("ascii"),
            signature=decoded(signature)),
        "openvc-core refuses the signature")


def by_the_specification(token):
    """Open Badges 3.0, section 8.2.6.1, written out: what the claims repeat."""
    _, payload = claimed(token)

    def seconds(text):
        return int(datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=timezone.utc).timestamp())

    require(payload["@context"] == CONTEXTS, "@context")
    require(payload["type"] == ["VerifiableCredential", "OpenBadgeCredential"], "type")
    require(payload["iss"] == payload["issuer"]["id"], "iss")
    require(payload["jti"] == payload["id"], "jti")
    require(payload["sub"] == payload["credentialSubject"]["id"], "sub")
    require(payload["nbf"] == seconds(payload["validFrom"]), "nbf")
    require(("exp" in payload) == ("validUntil" in payload), "exp")
    require("exp" not in payload or payload["exp"] == seconds(payload["validUntil"]), "exp")
    achievement = payload["credentialSubject"]["achievement"]
    require(achievement["achievementType"] == "CertificateOfCompletion", "achievementType")
    require(bool(achievement["criteria"]["narrative"]), "criteria")


VERIFIERS = [by_openbadgeslib, by_openvc, by_pyjwt, by_joserfc]


def forgeries(token):
    """Copies of a token that nobody signed, each with its name."""
    header, payload, signature = token.split(".")
    for index, part in enumerate((header, payload, signature)):
        parts = [header, payload, signature]
        data = bytearray(decoded(part))
        data[len(data) // 2] ^= 1
        parts[index] = encoded(bytes(data))
        yield f"one bit of part {index + 1}", ".".join(parts)
    changed = json.loads(decoded(payload))
    changed["credentialSubject"]["identifier"][0]["identityHash"] = "Somebody Else"
    yield "another name", f"{header}.{encoded(json.dumps(changed).encode())}.{signature}"
    none = encoded(json.dumps({**json.loads(decoded(header)), "alg": "none"}).encode())
    yield "alg none", f"{none}.{payload}."
    yield "no signature", f"{header}.{payload}."


def check(path, arguments):
    """The number of things that went wrong with one file."""
    token = path.read_text("ascii").strip()
    failures = 0

    def report(good, verifier, sentence):
        nonlocal failures
        failures += not good
        print(f"{'ok  ' if good else 'FAIL'} {path.name}: {verifier.__name__}: {sentence}")

    for verifier in VERIFIERS + [by_the_specification]:
        try:
            verifier(token)
            report(True, verifier, "accepted")
        except Exception as error:  # each library has its own family
            report(False, verifier, f"refused: {error!r}")
    for name, forged in forgeries(token):
        for verifier in VERIFIERS:
            try:
                verifier(forged)
                report(False, verifier, f"accepted a forgery: {name}")
            except Exception:
                report(True, verifier, f"refused a forgery: {name}")

    _, payload = claimed(token)
    subject = payload["credentialSubject"]
    names = [identity["identityHash"] for identity in subject["identifier"]]
    for option, expected, found in [
        ("--name", arguments.name, names),
        ("--title", arguments.title, subject["achievement"]["name"]),
        ("--issuer", arguments.issuer, payload["issuer"]["id"]),
    ]:
        if expected and expected != found:
            failures += 1
            print(f"FAIL {path.name}: {option}: expected {expected!r}, found {found!r}")
    return failures


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--name", action="append", help="a holder's name, once for each, in order")
    parser.add_argument("--title", help="the achievement's title")
    parser.add_argument("--issuer", help="the issuer's did:key")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    arguments = parser.parse_args()
    failures = sum(check(path, arguments) for path in arguments.files)
    print(f"{len(arguments.files)} certificates, {failures} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
