#!/usr/bin/env python3
"""Turns published assembly line instances into planning problems (modules are tasks, the goal is all of them).

    assembly_lines.py FILE [CYCLE] > PROBLEM

Reads `.IN2`, a precedence graph without a cycle time (Scholl, "Data of assembly line balancing problems", 1993), and
`.alb`, an instance with one (Otto, Otto and Scholl, 2013). The files are their authors' and no part of this project; of
the first set only the cycle times and the proved numbers of stations stand here, as Sewell and Jacobson, "A branch, bound,
and remember algorithm for the simple assembly line balancing problem", 2012, measure them: 269 instances of 25 graphs.
"""

import json
import sys
from pathlib import Path

# Cycle times, and the least number of stations for each.
KNOWN = {
    "ARC111": {
        5755: 27, 5785: 27, 6016: 26, 6267: 25, 6540: 24, 6837: 23, 7162: 22, 7520: 21, 7916: 20, 8356: 19, 8847: 18,
        9400: 17, 10027: 16, 10743: 15, 11378: 14, 11570: 13, 17067: 9},
    "ARC83": {
        3786: 21, 3985: 20, 4206: 19, 4454: 18, 4732: 17, 5048: 16, 5408: 15, 5824: 14, 5853: 14, 6309: 13, 6842: 12,
        6883: 12, 7571: 11, 8412: 10, 8898: 9, 10816: 8},
    "BARTHOL2": dict(zip(
        (84, 85, 87, 89, 91, 93, 95, 97, 99, 101, 104, 106, 109, 112, 115, 118, 121, 125, 129, 133, 137, 142, 146, 152,
         157, 163, 170), range(51, 24, -1))),
    "BARTHOLD": {403: 14, 434: 13, 470: 12, 513: 11, 564: 10, 626: 9, 705: 8, 805: 7},
    "BOWMAN8": {20: 5},
    "BUXEY": {27: 13, 30: 12, 33: 11, 36: 10, 41: 8, 47: 7, 54: 7},
    "GUNTHER": {41: 14, 44: 12, 49: 11, 54: 9, 61: 9, 69: 8, 81: 7},
    "HAHN": {2004: 8, 2338: 7, 2806: 6, 3507: 5, 4676: 4},
    "HESKIA": {138: 8, 205: 5, 216: 5, 256: 4, 324: 4, 342: 3},
    "JACKSON": {7: 8, 9: 6, 10: 5, 13: 4, 14: 4, 21: 3},
    "JAESCHKE": {6: 8, 7: 7, 8: 6, 10: 4, 18: 3},
    "KILBRID": {56: 10, 57: 10, 62: 9, 69: 8, 79: 7, 92: 6, 110: 6, 111: 5, 138: 4, 184: 3},
    "LUTZ1": {1414: 11, 1572: 10, 1768: 9, 2020: 8, 2357: 7, 2828: 6},
    "LUTZ2": {11: 49, 12: 44, 13: 40, 14: 37, 15: 34, 16: 31, 17: 29, 18: 28, 19: 26, 20: 25, 21: 24},
    "LUTZ3": {75: 23, 79: 22, 83: 21, 87: 20, 92: 19, 97: 18, 103: 17, 110: 15, 118: 14, 127: 14, 137: 13, 150: 12},
    "MANSOOR": {48: 4, 62: 3, 94: 2},
    "MERTENS": {6: 6, 7: 5, 8: 5, 10: 3, 15: 2, 18: 2},
    "MITCHELL": {14: 8, 15: 8, 21: 5, 26: 5, 35: 3, 39: 3},
    "MUKHERJE": dict(zip((176, 183, 192, 201, 211, 222, 234, 248, 263, 281, 301, 324, 351), range(25, 12, -1))),
    "ROSZIEG": {14: 10, 16: 8, 18: 8, 21: 6, 25: 6, 32: 4},
    "SAWYER30": {25: 14, 27: 13, 30: 12, 33: 11, 36: 10, 41: 8, 47: 7, 54: 7, 75: 5},
    "SCHOLL": {
        1394: 50, 1422: 50, 1452: 48, 1483: 47, 1515: 46, 1548: 46, 1584: 44, 1620: 44, 1659: 42, 1699: 42, 1742: 40,
        1787: 39, 1834: 38, 1883: 37, 1935: 36, 1991: 35, 2049: 34, 2111: 33, 2177: 32, 2247: 31, 2322: 30, 2402: 29,
        2488: 28, 2580: 27, 2680: 26, 2787: 25},
    "TONGE70": {
        160: 23, 168: 22, 176: 21, 185: 20, 195: 19, 207: 18, 220: 17, 234: 16, 251: 14, 270: 14, 293: 13, 320: 11,
        364: 10, 410: 9, 468: 8, 527: 7},
    "WARNECKE": {
        54: 31, 56: 29, 58: 29, 60: 27, 62: 27, 65: 25, 68: 24, 71: 23, 74: 22, 78: 21, 82: 20, 86: 19, 92: 17, 97: 17,
        104: 15, 111: 14},
    "WEE-MAG": {
        28: 63, 29: 63, 30: 62, 31: 62, 32: 61, 33: 61, 34: 61, 35: 60, 36: 60, 37: 60, 38: 60, 39: 60, 40: 60, 41: 59,
        42: 55, 43: 50, 45: 38, 46: 34, 47: 33, 49: 32, 50: 32, 52: 31, 54: 31, 56: 30},
}


def pair(line):
    first, second = line.split(",")
    return int(first), int(second)


def read_in2(text):
    """Task times and arcs between tasks, counted from 1."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    count = int(lines[0])
    times = [int(line) for line in lines[1:count + 1]]
    arcs = []
    for line in lines[count + 1:]:
        if pair(line) == (-1, -1):
            break
        arcs.append(pair(line))
    return times, arcs


def read_alb(text):
    """Task times and arcs between tasks, counted from 1, and the cycle time."""
    sections, title = {}, None
    for line in (line.strip() for line in text.splitlines()):
        if line.startswith("<"):
            title = line.strip("<>").lower()
            sections[title] = []
        elif line and title:
            sections[title].append(line)
    times = dict(map(int, line.split()) for line in sections["task times"])
    count = int(sections["number of tasks"][0])
    arcs = [pair(line) for line in sections["precedence relations"]]
    return [times[task] for task in range(1, count + 1)], arcs, int(sections["cycle time"][0])


def problem(times, arcs, cycle):
    """The instance in the format curriculum-1."""
    for first, second in arcs:
        if not (1 <= first <= len(times) and 1 <= second <= len(times)):
            raise ValueError(f"an arc {first},{second} among {len(times)} tasks")
    if not times or min(times) < 0 or max(times) > cycle:
        raise ValueError(f"task times up to {max(times, default=0)} within a cycle of {cycle}")
    names = [f"t{number:03}" for number in range(1, len(times) + 1)]
    early = [[] for _ in times]
    for first, second in arcs:
        early[second - 1].append(names[first - 1])
    return {
        "session_minutes": cycle, "competencies": [], "has": [],
        "modules": [
            {"id": name, "minutes": time, "teaches": [], "requires": {"all": [{"m": other} for other in before]}}
            for name, time, before in zip(names, times, early)
        ],
        "goal": {"all": [{"m": name} for name in names]},
    }


def instances(folder):
    """Title, problem and known least number of stations (None where not known) of what lies below a folder."""
    for path in sorted(Path(folder).rglob("*")):
        if path.suffix.lower() == ".in2":
            times, arcs = read_in2(path.read_text())
            for cycle, least in sorted(KNOWN.get(path.stem.upper(), {}).items()):
                yield f"{path.stem} {cycle}", problem(times, arcs, cycle), least
        elif path.suffix.lower() == ".alb":
            yield path.stem, problem(*read_alb(path.read_text())), None


def main():
    path = Path(sys.argv[1])
    if path.suffix.lower() == ".alb":
        print(json.dumps(problem(*read_alb(path.read_text()))))
    else:
        print(json.dumps(problem(*read_in2(path.read_text()), int(sys.argv[2]))))


if __name__ == "__main__":
    main()
