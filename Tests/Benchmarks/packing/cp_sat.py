#!/usr/bin/env python3
"""Packs one instance with OR-tools CP-SAT and prints JSON: the peer of the benchmark.

    cp_sat.py FILE SECONDS

A number of the session for each task, in order; the loads of sessions as a cumulative resource of one time unit each.
"""

import json
import sys

from ortools.sat.python import cp_model


def positional_sessions(minutes, before, cycle):
    """Sessions of a greedy order, as a first bound from above: longest first among what can start."""
    done, used, sessions = set(), 0, 1
    while len(done) < len(minutes):
        able = [j for j in range(len(minutes)) if j not in done and all(i in done for i in before[j])]
        fitting = [j for j in able if minutes[j] <= cycle - used]
        if not fitting:
            sessions, used = sessions + 1, 0
            continue
        task = max(fitting, key=lambda j: minutes[j])
        done.add(task)
        used += minutes[task]
    return sessions


def main():
    problem = json.load(open(sys.argv[1]))
    cycle = problem["session_minutes"]
    place = {module["id"]: number for number, module in enumerate(problem["modules"])}
    minutes = [module["minutes"] for module in problem["modules"]]
    before = [[place[part["m"]] for part in module["requires"]["all"]] for module in problem["modules"]]
    most = positional_sessions(minutes, before, cycle)
    model = cp_model.CpModel()
    session = [model.new_int_var(0, most - 1, f"s{j}") for j in range(len(minutes))]
    last = model.new_int_var(-(-sum(minutes) // cycle) - 1, most - 1, "last")
    intervals = [model.new_fixed_size_interval_var(session[j], 1, f"i{j}") for j in range(len(minutes))]
    model.add_cumulative(intervals, minutes, cycle)
    for j, early in enumerate(before):
        model.add(session[j] <= last)
        for i in early:
            model.add(session[i] <= session[j])
    model.minimize(last)
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = float(sys.argv[2])
    solver.parameters.num_workers = 8
    status = solver.solve(model)
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    print(json.dumps({
        "sessions": round(solver.objective_value) + 1 if found else None,
        "bound": round(solver.best_objective_bound) + 1, "seconds": solver.wall_time,
    }))


main()
