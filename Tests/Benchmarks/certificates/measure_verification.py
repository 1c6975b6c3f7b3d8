#!/usr/bin/env python3
"""Times the verification of JSON credentials: inside the process beside PyLD, and from start-up to verdict.

    measure_verification.py PASSERELLE
"""

import hashlib
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from openbadgeslib.ob3 import contexts as frozen
from pyld import jsonld

ROOT = Path(__file__).resolve().parents[3]
LOADER = frozen.document_loader()
ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
COUNT = 200
SEED = 20261123


def base58(text):
    number = 0
    for character in text:
        number = number * 58 + ALPHABET.index(character)
    return number.to_bytes((number.bit_length() + 7) // 8, "big")


def canonical(document):
    options = {"algorithm": "URDNA2015", "format": "application/n-quads", "documentLoader": LOADER}
    return hashlib.sha256(jsonld.normalize(document, options).encode()).digest()


def verify_by_pyld(text):
    """The proof alone: a reader in Python would check the schema, the dates and the trust besides."""
    document = json.loads(text)
    proof = document.pop("proof")
    value = proof.pop("proofValue")
    key = Ed25519PublicKey.from_public_bytes(base58(proof["verificationMethod"].partition("#")[2][1:])[2:])
    signed = canonical({**proof, "@context": document["@context"]}) + canonical(document)
    key.verify(base58(value[1:]).rjust(64, b"\0"), signed)


def milliseconds(action, *arguments):
    start = time.perf_counter()
    action(*arguments)
    return (time.perf_counter() - start) * 1000


def main():
    program = Path(sys.argv[1]).resolve()
    subprocess.run(["swift", "build", "-c", "release", "--product", "certificate-workload"], cwd=ROOT, check=True,
                   stdout=subprocess.DEVNULL)
    workload = program.parent / "certificate-workload"
    ours = json.loads(subprocess.run(
        [workload, "time", str(COUNT), str(SEED)], stdout=subprocess.PIPE, check=True).stdout)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([workload, "write", str(COUNT), str(SEED), folder], check=True)
        texts = [json.loads(line)["json"] for line in (Path(folder) / "credentials.jsonl").open(encoding="utf-8")]
        for text in texts[:5]:
            verify_by_pyld(text)
        theirs = [milliseconds(verify_by_pyld, text) for text in texts]
        file = Path(folder) / "one.json"
        file.write_text(texts[0], "utf-8")
        issuer = json.loads(texts[0])["issuer"]["id"]
        command = [program, "certificate", "verify", file, "--trust", issuer, "--format", "json"]

        def start_to_verdict():
            subprocess.run(command, stdout=subprocess.DEVNULL, check=True)

        start_to_verdict()
        starts = [milliseconds(start_to_verdict) for _ in range(30)]
    print(f"verification of {COUNT} credentials, once each")
    for form in ("json", "jwt"):
        median, slowest = (ours[form][name] / 1000 for name in ("median", "slowest"))
        print(f"  passerelle, {form:4} inside the process   median {median:7.3f} ms   slowest {slowest:7.3f} ms")
    print(f"  PyLD and cryptography, JSON          median {statistics.median(theirs):7.3f} ms   "
          f"slowest {max(theirs):7.3f} ms")
    print(f"  passerelle, start-up to verdict      median {statistics.median(starts):7.3f} ms   "
          f"slowest {max(starts):7.3f} ms")
    pages, sizes = ours["pdf"], ours["pdfBytes"]
    print(f"  a page as PDF, inside the process    median {pages['median'] / 1000:7.3f} ms   "
          f"slowest {pages['slowest'] / 1000:7.3f} ms   largest {sizes['slowest'] / 1000:.0f} KB")


main()
