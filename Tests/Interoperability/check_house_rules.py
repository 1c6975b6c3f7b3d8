#!/usr/bin/env python3
"""Runs each fixture of the house rules in our program and in lxml's isoschematron, and compares the verdicts.

    check_house_rules.py PASSERELLE

A fixture is a folder of Tests/HouseRulesTests/Fixtures: rules.sch, a document that passes, one that fails, and perhaps
others to look things up in.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from lxml import etree, isoschematron

FIXTURES = Path(__file__).resolve().parent.parent / "HouseRulesTests" / "Fixtures"
PROGRAMME = """<programme xmlns="urn:passerelle:1" id="small" xml:lang="fr">
  <title>Petit</title><title xml:lang="en">Small</title>
  <languages default="fr" fallback="fr en"/>
  <issuer name="Acme" url="https://acme.example"/>
  <theme id="tools"><name>Outils</name><name xml:lang="en">Tools</name></theme>
  <house-rules href="rules.sch"{phase}/>
</programme>
"""


def ours(program, folder):
    result = subprocess.run([program, "check", "--format", "json"], cwd=folder, stdout=subprocess.PIPE)
    findings = [one for one in json.loads(result.stdout)["diagnostics"]]
    strangers = [one for one in findings if not one["id"].startswith("house:")]
    assert not strangers, strangers
    return not [one for one in findings if one["file"] == "document.xml"]


def theirs(folder, phase):
    os.chdir(folder)
    # lxml compiles rules from memory, where a path has nothing to be relative to but the document.
    text = Path("rules.sch").read_text("utf-8").replace("document('other.xml')", "document('other.xml', /)")
    rules = isoschematron.Schematron(
        etree.fromstring(text.encode()), error_finder=isoschematron.Schematron.ASSERTS_AND_REPORTS, phase=phase)
    return rules.validate(etree.parse("document.xml"))


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 64
    program = os.path.abspath(sys.argv[1])
    differences = 0
    fixtures = sorted(path for path in FIXTURES.iterdir() if path.is_dir())
    for fixture in fixtures:
        phase = "publish" if fixture.name == "phase" else None
        for name in ("pass.xml", "fail.xml"):
            with tempfile.TemporaryDirectory() as folder:
                for other in fixture.iterdir():
                    if other.name not in ("pass.xml", "fail.xml"):
                        shutil.copy(other, folder)
                text = (fixture / name).read_text("utf-8").replace("⟦", "").replace("⟧", "")
                (Path(folder) / "document.xml").write_text(text, "utf-8")
                verdict = theirs(folder, phase)
                (Path(folder) / "programme.xml").write_text(
                    PROGRAMME.format(phase=f' phase="{phase}"' if phase else ""), "utf-8")
                own = ours(program, folder)
                os.chdir("/")
            if not (own == verdict == (name == "pass.xml")):
                print(f"{fixture.name}/{name}: ours {own}, lxml {verdict}")
                differences += 1
    print(f"house rules: {len(fixtures)} features, {2 * len(fixtures)} verdicts, {differences} differ from lxml's")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
