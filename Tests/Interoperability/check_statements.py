#!/usr/bin/env python3
"""Exports a ledger with every kind of event as xAPI statements and hands them to ralph-malph's models of xAPI.

    check_statements.py PASSERELLE

The statements come back into a second ledger, which must export the same. Exits 0 if every statement is accepted,
every damaged one refused, and nothing was lost on the way; 1 otherwise.
"""

import copy
import csv
import io
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from pydantic import ValidationError
from ralph.models.xapi.base.statements import BaseXapiStatement

CURRICULA = Path(__file__).resolve().parent.parent.parent / "Curricula"
# What cmi5 (sections 9.3 and 9.5) asks of its defined statements: verb, then what the result must say.
CMI5 = {
    "http://adlnet.gov/expapi/verbs/completed": {"completion": True},
    "http://adlnet.gov/expapi/verbs/passed": {"success": True},
    "http://adlnet.gov/expapi/verbs/failed": {"success": False},
    "https://w3id.org/xapi/adl/verbs/waived": {},
}
REASON = "https://w3id.org/xapi/cmi5/result/extensions/reason"
REASONS = {"Tested Out", "Equivalent", "Outside", "Administrative"}


def run(folder, *arguments):
    done = subprocess.run(
        [PROGRAM, *arguments, "--now", "2026-11-23T10:00:00Z"] if arguments[0] != "export" else [PROGRAM, *arguments],
        cwd=folder, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(arguments)}: {done.stderr}")
    return done.stdout


def refusal(statement):
    try:
        BaseXapiStatement.model_validate(statement)
    except (ValidationError, ValueError) as error:
        return str(error)
    return None


def damaged(statement):
    """Copies of a statement, each broken in one place."""
    for path, value in [
        (("id",), "not-a-uuid"), (("actor",), {"objectType": "Agent"}), (("verb", "id"), "passed"),
        (("timestamp",), "yesterday"), (("version",), "2"), (("object", "id"), "no iri"),
    ]:
        copied = copy.deepcopy(statement)
        place = copied
        for name in path[:-1]:
            place = place[name]
        place[path[-1]] = value
        yield ".".join(path), copied


def happen(folder):
    """Lets everything happen that a ledger can tell of."""
    run(folder, "person", "import", "roster/people.csv")
    run(folder, "import", "roster/history.csv")
    held = next(line.split(",")[0] for line in run(folder, "export").splitlines() if ",held,kwame-olena," in line)
    run(folder, "record", "correct", held, "--minutes", "50", "--reason", "Typo")
    missed = next(line.split(",")[0] for line in run(folder, "export").splitlines() if ",missed," in line)
    run(folder, "record", "void", missed, "--reason", "They did meet, « si » ;\nand said so")


def facts(table):
    """The rows of a table but for what each ledger says of people when they are added."""
    rows = csv.DictReader(io.StringIO(table, newline=""))
    return sorted(tuple(row.items()) for row in rows if row["kind"] != "described")


def main():
    problems = []
    with tempfile.TemporaryDirectory() as base:
        first, second = Path(base, "first"), Path(base, "second")
        for folder in (first, second):
            shutil.copytree(CURRICULA, folder)
        happen(first)
        text = run(first, "export", "--format", "xapi")
        statements = [json.loads(line) for line in text.splitlines()]
        verbs = set()
        for statement in statements:
            verbs.add(statement["verb"]["id"])
            if problem := refusal(statement):
                problems.append(f"{statement['verb']['id']}: {problem}")
            wanted = CMI5.get(statement["verb"]["id"])
            if wanted is None:
                continue
            result = statement.get("result", {})
            if any(result.get(name) is not value for name, value in wanted.items()):
                problems.append(f"{statement['id']}: the result does not say {wanted}")
            if statement["verb"]["id"].endswith("/waived") and result.get("extensions", {}).get(REASON) not in REASONS:
                problems.append(f"{statement['id']}: no reason of cmi5's")
            if "module" in statement["object"]["id"] and "registration" not in statement["context"]:
                problems.append(f"{statement['id']}: no registration")
        if missing := set(CMI5) - {"http://adlnet.gov/expapi/verbs/completed"} - verbs:
            problems.append(f"no statement with {missing}")
        for name, copied in damaged(next(s for s in statements if s["verb"]["id"].endswith("/passed"))):
            if refusal(copied) is None:
                problems.append(f"a statement with a wrong {name} was accepted")
        run(second, "person", "import", "roster/people.csv")
        table = run(first, "export")
        Path(second, "all.csv").write_text(table, newline="")
        run(second, "import", "all.csv")
        run(second, "import", "all.csv")
        if facts(run(second, "export")) != facts(table):
            problems.append("the table does not come back whole")
        Path(first, "all.json").write_text("[" + ",".join(text.splitlines()) + "]")
        if "new" in run(first, "import", "all.json", "--lang", "en"):
            problems.append("our own statements are taken for new ones")
    print(f"{len(statements)} statements with {len(verbs)} verbs, {len(problems)} problems")
    for problem in problems[:20]:
        print(problem)
    return 1 if problems else 0


PROGRAM = str(Path(sys.argv[1]).resolve())
sys.exit(main())
