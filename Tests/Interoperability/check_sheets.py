#!/usr/bin/env python3
"""Holds session sheets on paper against what programs can check of PDF and of its accessibility.

    check_sheets.py PASSERELLE

Sheets of every shipped curriculum, in both languages, for both together and for each alone, at the first session and at
a later one after a missed session; and of a pair that has reached its goal. For each, qpdf, pdfua and outloud must find
nothing, every font must be embedded and the pages be tagged. Exits 0 if all is so, 1 otherwise.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

from check_pages import accessibility, output

CURRICULA = Path(__file__).resolve().parent.parent.parent / "Curricula"


def draw(program, workspace, folder):
    """The sheets' files."""
    def run(*arguments):
        done = subprocess.run([program, *arguments], cwd=workspace, capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"{' '.join(map(str, arguments))}: {done.stderr}")
        return done.stdout

    def sheets(pair, name, day, readers=((), ("--for", "junior"), ("--for", "senior"))):
        for language in ("en", "fr"):
            for place, reader in enumerate(readers):
                page = folder / f"{pair}-{name}-{language}-{place}.pdf"
                run("next", pair, "--format", "pdf", "--output", page, "--lang", language, "--at", "14:00",
                    "--now", f"{day}T10:00:00Z", *reader)
                yield page

    for name in ("Awa Ndiaye", "Étienne L’Hôpital–Nguyễn"):
        run("person", "add", name, "--id", name.split()[0].lower().replace("é", "e"))
    for curriculum in sorted(path.stem for path in (workspace / "curricula").glob("*.xml")):
        run("pair", "add", curriculum, "--junior", "awa", "--senior", "etienne", "--curriculum", curriculum)
        yield from sheets(curriculum, "first", "2026-12-01")
        sheet = json.loads(run("next", curriculum, "--format", "json", "--now", "2026-12-01T10:00:00Z"))
        run(*sheet["commands"][0].split()[1:], "--now", "2026-12-01T11:00:00Z")
        run("record", "missed", curriculum, "--now", "2026-12-15T10:00:00Z")
        yield from sheets(curriculum, "later", "2026-12-15")
    for session in range(20):
        day = date(2027, 1, 4) + timedelta(weeks=2 * session)
        sheet = json.loads(run("next", "digital-presence", "--format", "json", "--now", f"{day}T10:00:00Z"))
        if sheet["outcome"] == "reached":
            yield from sheets("digital-presence", "reached", day, ((),))
            return
        run(*sheet["commands"][0].split()[1:], "--now", f"{day}T10:00:00Z")
    sys.exit("digital-presence never comes to its end")


def problems_of(page):
    """What is wrong with one sheet by qpdf and poppler."""
    checked = output("qpdf", "--check", page)
    if checked.returncode != 0:
        yield f"qpdf: {checked.stdout.decode()}"
    fonts = output("pdffonts", page).stdout.decode().splitlines()[2:]
    if not fonts or not all("yes yes yes" in line for line in fonts):
        yield f"fonts: {fonts}"
    described = output("pdfinfo", page).stdout.decode()
    for line in ("Tagged:          yes", "JavaScript:      no", "Encrypted:       no"):
        if line not in described:
            yield described


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 64
    program = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as name:
        workspace, folder = Path(name) / "workspace", Path(name) / "sheets"
        shutil.copytree(CURRICULA, workspace)
        folder.mkdir()
        pages = list(draw(program, workspace, folder))
        problems = list(accessibility(pages))
        for page in pages:
            problems += [f"{page.name}: {problem}" for problem in problems_of(page)]
    for problem in problems:
        print(f"FAIL {problem}")
    print(f"{len(pages)} sheets looked at, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
