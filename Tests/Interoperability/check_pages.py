#!/usr/bin/env python3
"""Holds pages of certificates against what programs can check of PDF and of its accessibility.

    check_pages.py PASSERELLE [COUNT]

`certificate-workload`, which is built beside PASSERELLE, draws the pages: names in ten scripts, both languages, A4 and
Letter, with and without a logo, colours and words of an organisation, some of several pages. For each, qpdf, pdfua and
outloud must find nothing, every font must be embedded, the names must come out as text, and the code must be read from
the first page at 150 dots per inch and be a certificate by itself. Exits 0 if all is so, 1 otherwise.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

SEED = 20261123


def output(*command):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def accessibility(pages):
    """What pdfua and outloud find, a line each."""
    tools = Path(sys.executable).parent
    for page in pages:
        report = json.loads(output(tools / "pdfua", "check", "--format", "json", page).stdout)
        if report["summary"]["rules_run"] == 0:
            yield f"{page.name}: pdfua looked at nothing"
        for finding in report["findings"]:
            yield f"{page.name}: pdfua: {finding}"
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        done = output(tools / "outloud", "--quiet", "--json", file.name, *pages)
        report = json.load(file)
    if done.returncode != 0:
        yield f"outloud ended with {done.returncode}"
    if len(report["results"]) != len(pages):
        yield f"outloud looked at {len(report['results'])} of {len(pages)} pages"
    for result in report["results"]:
        for finding in result["findings"]:
            yield f"{result['path']}: outloud: {finding}"
        if result["error"] or result["verdict"] != "pass":
            yield f"{result['path']}: outloud: {result['verdict']} {result['error']}"


def page_problems(program, page, folder):
    """What is wrong with one page by qpdf, poppler and zbar."""
    checked = output("qpdf", "--check", page)
    if checked.returncode != 0:
        yield f"qpdf: {checked.stdout.decode()}"
    verified = json.loads(subprocess.run(
        [program, "certificate", "verify", page, "--format", "json"], stdout=subprocess.PIPE).stdout)
    trusted = json.loads(subprocess.run(
        [program, "certificate", "verify", page, "--trust", verified["issuer"], "--format", "json"],
        stdout=subprocess.PIPE).stdout)
    if trusted["verdict"] != "valid":
        yield f"verified as {trusted['verdict']}"
    text = " ".join(output("pdftotext", page, "-").stdout.decode().split())
    for name in verified["names"]:
        if name not in text:
            yield f"the name {name} does not come out"
    fonts = output("pdffonts", page).stdout.decode().splitlines()[2:]
    if not fonts or not all("yes yes yes" in line for line in fonts):
        yield f"fonts: {fonts}"
    described = output("pdfinfo", page).stdout.decode()
    if not all(line in described for line in ("Tagged:          yes", "JavaScript:      no", "Encrypted:       no")):
        yield described
    picture = folder / "page.png"
    with picture.open("wb") as file:
        subprocess.run(["pdftoppm", "-png", "-r", "150", "-f", "1", "-l", "1", page], stdout=file, check=True)
    code = subprocess.run(["zbarimg", "--quiet", "--nodbus", "--raw", picture], stdout=subprocess.PIPE).stdout.strip()
    short = folder / "code.jwt"
    short.write_bytes(code)
    scanned = json.loads(subprocess.run(
        [program, "certificate", "verify", short, "--format", "json"], stdout=subprocess.PIPE).stdout)
    if scanned["verdict"] != "untrusted" or scanned["names"] != verified["names"] or scanned["id"] != verified["id"]:
        yield f"the code on the page: {scanned}"


def main():
    if len(sys.argv) not in (2, 3):
        print(__doc__, file=sys.stderr)
        return 64
    program = Path(os.path.abspath(sys.argv[1]))
    subprocess.run(["swift", "build", "--product", "certificate-workload"], check=True, stdout=subprocess.DEVNULL,
                   cwd=Path(__file__).resolve().parents[2])
    count = sys.argv[2] if len(sys.argv) == 3 else "26"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run([program.parent / "certificate-workload", "pages", count, str(SEED), folder], check=True)
        pages = sorted(folder.glob("page-*.pdf"))
        problems = list(accessibility(pages))
        for page in pages:
            problems += [f"{page.name}: {problem}" for problem in page_problems(program, page, folder)]
    for problem in problems:
        print(f"FAIL {problem}")
    print(f"{len(pages)} pages looked at, {len(problems)} problems")
    return 1 if problems or not pages else 0


if __name__ == "__main__":
    sys.exit(main())
