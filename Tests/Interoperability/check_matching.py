#!/usr/bin/env python3
"""Holds suggested pairs against SciPy's assignment.

    check_matching.py PASSERELLE

Generated organisations of several sizes, with and without languages that keep people apart: as many pairs and as many
points as SciPy finds on a table that was reckoned without the program; each pair suggested is worth what the table says.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "Benchmarks" / "matching"))
import organisation  # noqa: E402

CASES = [(2, 4), (5, 8), (20, 4), (80, 2)]


def main():
    program = os.path.abspath(sys.argv[1])
    checked = 0
    for count, seeds in CASES:
        for seed in range(1, seeds + 1):
            everybody = organisation.people(count, seed)
            with tempfile.TemporaryDirectory() as folder:
                shutil.copytree(HERE.parent.parent / "Curricula", folder, dirs_exist_ok=True)
                organisation.write(Path(folder) / "people.csv", everybody)
                subprocess.run([program, "person", "import", "people.csv"], cwd=folder, capture_output=True, check=True)
                for options in [[], ["--across-languages"]]:
                    values = organisation.values(everybody, bool(options))
                    told = json.loads(subprocess.run(
                        [program, "pair", "suggest", "--format", "json", *options, *organisation.arguments(everybody)],
                        cwd=folder, capture_output=True, text=True, check=True).stdout)
                    for pair in told["pairs"]:
                        assert pair["points"] == values[int(pair["junior"][1:])][int(pair["senior"][1:])] > 0, pair
                    table = Path(folder) / "values.json"
                    table.write_text(json.dumps(values))
                    peer = json.loads(subprocess.run(
                        [sys.executable, HERE.parent / "Benchmarks" / "matching" / "assign.py", table],
                        capture_output=True, text=True, check=True).stdout)
                    assert (len(told["pairs"]), told["points"]) == (peer["pairs"], peer["points"]), (count, seed, options)
                    checked += 1
    print(f"matching: {checked} organisations; as many pairs and points as SciPy")


main()
