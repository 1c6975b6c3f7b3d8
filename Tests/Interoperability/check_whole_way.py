#!/usr/bin/env python3
"""Goes the whole way with the program, as a lead would, and hands its certificates to other people's verifiers.

    check_whole_way.py PASSERELLE

A pair passes what `plan` proposes for each certificate of the curriculum; every certificate is issued and exported
in both languages. Exits 0 if each is accepted by every verifier and each forgery refused, and 1 otherwise.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from datetime import datetime, timedelta, timezone
from pathlib import Path

HERE = Path(__file__).resolve().parent
CURRICULA = HERE.parent.parent / "Curricula"
CURRICULUM = "digital-presence"
NAMES = {
    "en": {"junior": "Awa Diallo", "senior": "Étienne Lefèvre-Ñúñez"},
    "fr": {"junior": "Łukasz Żółty", "senior": "Ελένη Παπαδάκη"},
}


class Workspace:
    def __init__(self, program, folder):
        self.program, self.folder = program, folder

    def run(self, *arguments, lang="en"):
        result = subprocess.run(
            [self.program, *arguments, "--lang", lang], cwd=self.folder, stdout=subprocess.PIPE, check=True)
        return result.stdout.decode()

    def json(self, *arguments):
        return json.loads(self.run(*arguments, "--format", "json"))


def certificates(workspace):
    """The certificates of the curriculum with whom they are for, read from the XML by other means than ours."""
    import xml.etree.ElementTree as tree

    space = {"p": "urn:passerelle:1"}
    root = tree.parse(CURRICULA / "curricula" / f"{CURRICULUM}.xml").getroot()
    for certificate in root.findall("p:certificate", space):
        titles = {
            title.get("{http://www.w3.org/XML/1998/namespace}lang", root.get("{http://www.w3.org/XML/1998/namespace}lang")):
            re.sub("[ \t\r\n]+", " ", "".join(title.itertext())).strip()
            for title in certificate.findall("p:title", space)
        }
        yield certificate.get("id"), certificate.get("for"), titles


def go(workspace, pair, lang):
    """One pair's way in one language: the exported certificates with what they must say."""
    start = datetime.now(timezone.utc) - timedelta(days=400)
    for role, name in NAMES[lang].items():
        workspace.run("person", "add", name, "--id", f"{role}-{lang}")
    workspace.run("pair", "add", pair, "--junior", f"junior-{lang}", "--senior", f"senior-{lang}",
                  "--curriculum", CURRICULUM, "--now", start.strftime("%Y-%m-%dT%H:%M:%SZ"))
    for session in range(1, 27):
        moment = (start + timedelta(days=14 * session)).strftime("%Y-%m-%dT%H:%M:%SZ")
        plan = workspace.json("plan", "--pair", pair, "--now", moment)
        if not plan["sessions"]:
            break
        passed = [word for part in plan["sessions"][0]["parts"] for word in ("--passed", part["module"])]
        workspace.run("record", "held", pair, *passed, "--now", moment)
    for certificate, holder, titles in certificates(workspace):
        issued = json.loads(workspace.run("certificate", "issue", pair, certificate, "--format", "json", lang=lang))
        path = Path(workspace.folder) / f"{pair}-{certificate}.jwt"
        workspace.run("certificate", "export", issued["id"], "--format", "jwt", "--output", str(path))
        names = list(NAMES[lang].values()) if holder == "pair" else [NAMES[lang][holder]]
        yield path, names, titles[lang], issued["issuers"][1]


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 64
    program = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(CURRICULA, folder, dirs_exist_ok=True)
        workspace = Workspace(program, folder)
        failures = 0
        for lang in ("en", "fr"):
            for path, names, title, issuer in go(workspace, f"pair-{lang}", lang):
                named = [word for name in names for word in ("--name", name)]
                failures += subprocess.run(
                    [sys.executable, HERE / "verify_jwt.py", *named, "--title", title, "--issuer", issuer, path]
                ).returncode
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
