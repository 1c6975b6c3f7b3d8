#!/usr/bin/env python3
"""Holds least selections against other people's solvers.

    check_plans.py PASSERELLE

CP-SAT, HiGHS and clingo solve generated curricula; wherever one proves its plan, ours takes as many minutes. Each plan
of ours reaches the goal in the peers' own model, and each proof is accepted by `plan --verify-proof`.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "Benchmarks" / "planning"))
import generate_instances  # noqa: E402
import peers  # noqa: E402

INSTANCES = [(count, seed) for count, seeds in ((12, 40), (40, 20), (100, 6), (200, 2)) for seed in range(1, seeds + 1)]
SECONDS = 10


def main():
    passerelle = sys.argv[1]
    agreed = dict.fromkeys(peers.SOLVERS, 0)
    with tempfile.TemporaryDirectory() as folder:
        path, proof = Path(folder) / "problem.json", Path(folder) / "proof.json"
        for count, seed in INSTANCES:
            problem = generate_instances.generate(count, seed)
            path.write_text(json.dumps(problem))
            done = subprocess.run(
                [passerelle, "plan", "--problem", path, "--format", "json", "--proof", proof],
                capture_output=True, text=True, check=True)
            plan = json.loads(done.stdout)
            graph = peers.Graph(problem)
            if plan["outcome"] == "reached":
                assert graph.goal is True, (count, seed)
                continue
            assert plan["outcome"] == "optimal", (count, seed, plan["outcome"])
            chosen = {step["module"] for step in plan["steps"]}
            assert graph.holding(chosen)[graph.goal], (count, seed)
            subprocess.run(
                [passerelle, "plan", "--problem", path, "--verify-proof", proof], stdout=subprocess.DEVNULL, check=True)
            for name, solve in peers.SOLVERS.items():
                minutes, bound, _ = solve(graph, SECONDS)
                if minutes is not None and bound > minutes - 0.5:
                    assert minutes == plan["minutes"], (count, seed, name, minutes, plan["minutes"])
                    agreed[name] += 1
    print(f"plans: {len(INSTANCES)} problems; as many minutes as " + ", ".join(
        f"{name} where it proves ({count})" for name, count in agreed.items()))


main()
