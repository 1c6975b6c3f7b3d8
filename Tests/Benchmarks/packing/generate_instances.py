#!/usr/bin/env python3
"""Writes assembly line instances as planning problems (modules are tasks, the goal is all of them).

    generate_instances.py FOLDER [--tasks 20 50 100] [--seeds 2]

In the shapes of Otto, Otto and Scholl, "Systematic data generation and test design for solution algorithms on the
example of SALBPGen for assembly line balancing", 2013: cycle time 1,000; order strength 0.2, 0.6 or 0.9; task times
small (around a tenth of the cycle), large (around half of it) or mixed (both). Made anew from seeds; no instance of
theirs is used.
"""

import argparse
import itertools
import json
import random
from pathlib import Path

CYCLE = 1000
STRENGTHS = (0.2, 0.6, 0.9)
TIMES = ("small", "large", "mixed")


def task_time(kind, dice):
    """A task time: normal around the kind's peak, cut off below 1 and above the cycle."""
    while True:
        small = kind == "small" or kind == "mixed" and dice.random() < 0.5
        value = round(dice.gauss(0.1 * CYCLE, 0.05 * CYCLE) if small else dice.gauss(0.5 * CYCLE, 0.05 * CYCLE))
        if 1 <= value <= CYCLE:
            return value


def precedence(count, strength, dice):
    """Direct predecessors of each task, such that the share of ordered pairs is about `strength`."""
    wanted = strength * count * (count - 1) / 2
    before = [0] * count  # All predecessors, as bits.
    after = [0] * count
    ordered = 0
    pairs = [(i, j) for j in range(count) for i in range(j)]
    dice.shuffle(pairs)
    # Near pairs first: they make chains and trees, as real graphs are, rather than one dense middle.
    pairs.sort(key=lambda pair: (pair[1] - pair[0]) * dice.random())
    for i, j in pairs:
        if ordered >= wanted:
            break
        if before[j] >> i & 1:
            continue
        for late in [j] + [k for k in range(count) if after[j] >> k & 1]:
            new = (before[i] | 1 << i) & ~before[late]
            before[late] |= new
            ordered += new.bit_count()
            for early in range(count):
                if new >> early & 1:
                    after[early] |= 1 << late
    direct = []
    for j in range(count):
        early = [i for i in range(count) if before[j] >> i & 1]
        direct.append([i for i in early if not any(before[k] >> i & 1 for k in early)])
    return direct, ordered / (count * (count - 1) / 2)


def instance(count, strength, kind, seed):
    """One instance in the format curriculum-1."""
    dice = random.Random(f"{count} {strength} {kind} {seed}")
    direct, _ = precedence(count, strength, dice)
    names = [f"t{number:03}" for number in range(count)]
    modules = [
        {
            "id": names[j], "minutes": task_time(kind, dice), "teaches": [],
            "requires": {"all": [{"m": names[i]} for i in direct[j]]},
        }
        for j in range(count)
    ]
    return {
        "session_minutes": CYCLE, "competencies": [], "has": [], "modules": modules,
        "goal": {"all": [{"m": name} for name in names]},
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--tasks", type=int, nargs="*", default=[20, 50, 100])
    parser.add_argument("--seeds", type=int, default=2)
    wanted = parser.parse_args()
    wanted.folder.mkdir(parents=True, exist_ok=True)
    for count, strength, kind, seed in itertools.product(wanted.tasks, STRENGTHS, TIMES, range(wanted.seeds)):
        name = f"{count:03}-{strength}-{kind}-{seed}.json"
        (wanted.folder / name).write_text(json.dumps(instance(count, strength, kind, seed)))


if __name__ == "__main__":
    main()
