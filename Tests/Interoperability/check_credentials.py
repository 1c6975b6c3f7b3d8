#!/usr/bin/env python3
"""Hands a seeded set of a thousand credentials to other people's verifiers, and forgeries of them.

    check_credentials.py PASSERELLE [COUNT]

`certificate-workload`, which is built beside PASSERELLE, writes the set: names in ten scripts, both languages, every shape
that a certificate can have. Each JSON must be accepted by PyLD with cryptography (canonicalized and verified step
by step), by openbadgeslib and by openvc-core; each JWT by openbadgeslib and joserfc. Our RDFC-1.0 is held against
PyLD's over generated graphs. Nothing asks a network: contexts are those that openbadgeslib carries. Exits 0 if each
is accepted and each forgery refused, 1 otherwise.
"""

import copy
import hashlib
import json
import multiprocessing
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from openbadgeslib.ob3 import OB3Verifier
from openbadgeslib.ob3 import contexts as frozen
from openbadgeslib.ob3.ldp import OB3LdpVerifier
from openvc.multibase import decode_multibase
from openvc.proof.data_integrity import DataIntegrityProofSuite
from pyld import canon, jsonld

from verify_jwt import by_joserfc

LOADER = frozen.document_loader()
OPEN_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
EXTRA = {OPEN_BADGES: LOADER(OPEN_BADGES, {})["document"]}
SEED = 20261123


def canonical(document):
    """The SHA-256 of a document's canonical RDF, by PyLD."""
    options = {"algorithm": "URDNA2015", "format": "application/n-quads", "documentLoader": LOADER}
    return hashlib.sha256(jsonld.normalize(document, options).encode()).digest()


def by_pyld(document):
    """The proof verified step by step, as the recommendation writes it."""
    proof = document["proof"]
    options = {name: value for name, value in proof.items() if name != "proofValue"}
    options["@context"] = document["@context"]
    unsecured = {name: value for name, value in document.items() if name != "proof"}
    did, _, fragment = proof["verificationMethod"].partition("#")
    if did != "did:key:" + fragment or did != document["issuer"]["id"]:
        raise ValueError("the key is not the issuer's")
    key = Ed25519PublicKey.from_public_bytes(decode_multibase(fragment)[2:])
    key.verify(decode_multibase(proof["proofValue"]), canonical(options) + canonical(unsecured))


def by_openbadgeslib(document):
    """Open Badges 3.0 as a whole, context validation included."""
    credential = OB3LdpVerifier.for_issuer_did(document["issuer"]["id"]).verify(document)
    if credential.id != document["id"]:
        raise ValueError("openbadgeslib read another id")


def by_openvc(document):
    """Data Integrity with context validation, by another implementation."""
    DataIntegrityProofSuite().verify(document, extra_contexts=EXTRA)


def forgery(document, number):
    """A copy of a credential that nobody signed, after its name; which one turns with the number."""
    changes = [
        ("another name", lambda d: d["credentialSubject"]["identifier"][0].update(identityHash="Somebody Else")),
        ("a later end", lambda d: d.update(validUntil="2199-01-01T00:00:00Z")),
        ("another title", lambda d: d["credentialSubject"]["achievement"].update(name="Something else")),
        ("a later proof", lambda d: d["proof"].update(created="2025-06-01T00:00:00Z")),
        ("no evidence", lambda d: d.pop("evidence", None) or d.update(name="x")),
    ]
    name, change = changes[number % len(changes)]
    forged = copy.deepcopy(document)
    change(forged)
    return name, forged


def count_statements_once():
    """Mends PyLD 3.3.0, which lists a statement twice under a node that it relates to itself.

    RDFC-1.0 lists it once under "each blank node that is a component" (section 4.4.3, step 2.1), and so do the
    other implementations. No certificate has such a statement.
    """
    first_degree = canon.URDNA2015.hash_first_degree_quads

    def mended(self, node):
        quads = self.blank_node_info[node]["quads"]
        self.blank_node_info[node]["quads"] = list({id(quad): quad for quad in quads}.values())
        return first_degree(self, node)

    canon.URDNA2015.hash_first_degree_quads = mended


def writes_otherwise(line):
    """Whether PyLD, mended, writes a generated graph otherwise than we do; what it was given."""
    graph = json.loads(line)
    options = {"algorithm": "URDNA2015", "inputFormat": "application/n-quads", "format": "application/n-quads"}
    return jsonld.normalize(graph["given"], options) != graph["canonical"], graph["given"]


def compare_canonicalization(workload, count, pool):
    """The number of generated graphs that PyLD, mended, writes otherwise than we do."""
    output = subprocess.run([workload, "graphs", str(count), str(SEED)], stdout=subprocess.PIPE, check=True).stdout
    different = [given for differs, given in pool.map(writes_otherwise, output.decode().splitlines()) if differs]
    for given in different:
        print(f"FAIL graph: {given!r}")
    print(f"{count} graphs canonicalized by PyLD and by us, {len(different)} different")
    return len(different)


def judge(numbered):
    """What others say of a credential and of a forgery of it: failures, the forgery, how many refused it."""
    number, line = numbered
    signed = json.loads(line)
    document = json.loads(signed["json"])
    failures, refused = [], 0
    checks = [(by_pyld, document), (by_openbadgeslib, document), (by_openvc, document),
              (OB3Verifier.for_issuer_did(json.loads(signed["payload"])["issuer"]["id"]).verify, signed["jwt"]),
              (by_joserfc, signed["jwt"])]
    for check, form in checks:
        try:
            check(form)
        except Exception as error:  # each library has its own family
            failures.append(f"FAIL {number}: {check.__qualname__}: {error!r}")
    name, forged = forgery(document, number)
    for check in (by_pyld, by_openbadgeslib, by_openvc) if number % 10 == 0 else ():
        try:
            check(forged)
            failures.append(f"FAIL {number}: {check.__name__} accepted {name}")
        except Exception:
            refused += 1
    return failures, json.dumps(forged, ensure_ascii=False), refused


def main():
    if len(sys.argv) not in (2, 3):
        print(__doc__, file=sys.stderr)
        return 64
    program = Path(os.path.abspath(sys.argv[1]))
    subprocess.run(["swift", "build", "--product", "certificate-workload"], check=True, stdout=subprocess.DEVNULL,
                   cwd=Path(__file__).resolve().parents[2])
    workload = program.parent / "certificate-workload"
    count = int(sys.argv[2]) if len(sys.argv) == 3 else 1000
    with tempfile.TemporaryDirectory() as folder, multiprocessing.Pool(initializer=count_statements_once) as pool:
        failures = compare_canonicalization(workload, 2000, pool)
        subprocess.run([workload, "write", str(count), str(SEED), folder], check=True)
        lines = (Path(folder) / "credentials.jsonl").read_text("utf-8").splitlines()
        forged_files, refused = [], 0
        for number, (said, forged, refusals) in enumerate(pool.map(judge, enumerate(lines))):
            failures += len(said)
            print(*said, sep="\n", end="\n" if said else "")
            forged_files.append(Path(folder) / f"forged-{number}.json")
            forged_files[-1].write_text(forged, "utf-8")
            refused += refusals
        result = subprocess.run(
            [program, "certificate", "verify", *forged_files, "--format", "json"], stdout=subprocess.PIPE)
        verdicts = [record["verdict"] for record in json.loads(result.stdout)]
        failures += sum(verdict != "refused" for verdict in verdicts)
        print(f"{len(verdicts)} forgeries, {verdicts.count('refused')} refused by us, {refused} refusals by others")
    print(f"{len(lines)} credentials in JSON and JWT, {failures} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
