#!/usr/bin/env python3
"""Times a whole cohort through the program: issuing, and writing a thousand certificates as PDF.

    measure_cohort.py PASSERELLE [COUNT]
"""

import csv
import io
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
PASSED = ["ld-contract", "ld-mentor-stance", "dt-passwords", "dt-phishing", "sm-account-safe", "ld-listen",
          "sm-landscape"]
NOW = "2026-11-23T10:00:00Z"


def table(rows):
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue()


def main():
    program = Path(sys.argv[1]).resolve()
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    with tempfile.TemporaryDirectory() as folder:
        space = Path(folder) / "space"
        shutil.copytree(ROOT / "Curricula", space)

        def run(*arguments):
            start = time.perf_counter()
            done = subprocess.run([program, *arguments], cwd=space, stdout=subprocess.PIPE, text=True)
            if done.returncode != 0:
                sys.exit(f"{arguments} ended with {done.returncode}")
            return done.stdout, time.perf_counter() - start

        run("person", "add", "Awa Diallo")
        run("person", "add", "Étienne Lefèvre")
        run("pair", "add", "one", "--junior", "awa", "--senior", "etienne", "--curriculum", "digital-presence",
            "--now", "2026-05-25T10:00:00Z")
        run("record", "held", "one", "--minutes", "345", *(word for module in PASSED for word in ("--passed", module)),
            "--now", "2026-06-08T10:00:00Z")
        recorded = list(csv.DictReader(io.StringIO(run("export", "--pair", "one")[0])))
        kept = [row for row in recorded if row["kind"] != "enrolled"]
        columns = [name for name in recorded[0] if name not in ("event", "recorded", "registration")]
        (space / "people.csv").write_text(table(
            [["id", "name"]] + [[f"{who}{number}", f"{name} {number}"] for number in range(count)
                                for who, name in (("j", "Éloïse Lefèvre-Ñuñez"), ("s", "Bernard d’Aurevilly"))]), "utf-8")
        (space / "pairs.csv").write_text(table(
            [["id", "junior", "senior", "curriculum", "began"]]
            + [[f"p{number}", f"j{number}", f"s{number}", "digital-presence", "2026-05-25"]
               for number in range(count)]), "utf-8")
        rows = [columns]
        for number in range(count):
            names = {"one": f"p{number}", "awa": f"j{number}", "etienne": f"s{number}"}
            rows += [[names.get(row[column], row[column]) for column in columns] for row in kept]
        (space / "events.csv").write_text(table(rows), "utf-8")
        run("person", "import", "people.csv")
        run("pair", "import", "pairs.csv")
        run("import", "events.csv")
        cohort = ["--all", "--now", NOW]
        issued, issuing = run("certificate", "issue", *cohort)
        print(f"issuing for {count} pairs: {issuing:.1f} s; {issued.splitlines()[-1]}")
        _, listing = run("certificate", "list", "--now", NOW)
        print(f"listing them: {listing:.1f} s")
        _, writing = run("certificate", "export", *cohort, "--output", folder + "/pages")
        sizes = [entry.stat().st_size for entry in os.scandir(folder + "/pages")]
        print(f"writing {len(sizes)} PDF: {writing:.1f} s, {writing / len(sizes) * 1000:.1f} s per 1,000 "
              f"(wanted: 20 s); largest {max(sizes) / 1000:.0f} KB (wanted: 150 KB)")


main()
