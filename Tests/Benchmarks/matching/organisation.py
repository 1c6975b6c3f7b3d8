"""An organisation whose people are to be paired, and what each two of them would gain, reckoned without the program.

`people` follows from a number and a seed. `values` says what pairing a junior and a senior is worth by the rule of the
manual: a want counts 12 points times its place (4 for the first, then 3, 2 and 1 for all others) where the other has the
level, and in proportion, rounded down, where the other has a lower one; both must gain; nobody is paired with anybody
above or below them, nor across languages.
"""

import csv
import random

DIGITAL = [f"digcomp-3.0:{code}" for code in (
    "1.1", "1.2", "1.3", "2.1", "2.2", "2.4", "2.5", "2.6", "3.1", "3.3", "4.1", "4.2", "5.3")]
LEADING = [f"lifecomp-2020:{code}" for code in ("L1", "L2", "L3", "P1", "S1", "S2", "S3")] + [
    f"entrecomp-2016:{code}" for code in (
        "coping-with-uncertainty", "financial-and-economic-literacy", "mobilising-others", "planning-and-management",
        "learning-through-experience", "valuing-ideas")]


def people(count, seed):
    """So many juniors and as many seniors, each a dict of the columns of `person import`."""
    chance = random.Random(seed * 1_000_003 + count)

    def digital(few, many):
        return {name: chance.randint(1, 5) for name in chance.sample(DIGITAL, chance.randint(few, many))}

    def leading(few, many):
        return {name: 0 for name in chance.sample(LEADING, chance.randint(few, many))}

    found = []
    for place, number in ((place, number) for place in ("j", "s") for number in range(count)):
        above = f"s{chance.randrange(max(1, number // 2))}" if number and chance.random() < 0.9 else ""
        wants, haves = (leading(1, 4), digital(1, 6)) if place == "j" else (digital(1, 4), leading(1, 6))
        found.append({
            "id": f"{place}{number}", "name": f"Person {place}{number}", "language": chance.choice(["en", "en", "en", "fr"]),
            "wants": wants, "haves": haves, "reports-to": above})
    return found


def write(path, everybody):
    """The table that `person import` takes."""
    def cell(competences):
        return " ".join(name if level == 0 else f"{name}={level}" for name, level in competences.items())

    with open(path, "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "name", "language", "wants", "haves", "reports-to"])
        for person in everybody:
            writer.writerow([person["id"], person["name"], person["language"], cell(person["wants"]),
                             cell(person["haves"]), person["reports-to"]])


def gain(learner, teacher):
    points = 0
    for place, (name, level) in enumerate(learner["wants"].items()):
        if name in teacher["haves"]:
            whole = 12 * max(1, 4 - place)
            points += whole if level == 0 else whole * min(level, teacher["haves"][name]) // level
    return points


def chain(person, known):
    """Everybody above somebody."""
    above = set()
    while person["reports-to"] and person["reports-to"] not in above:
        above.add(person["reports-to"])
        person = known[person["reports-to"]]
    return above


def values(everybody, across_languages=False):
    """What each junior (rows) and senior (columns) are worth as a pair; 0 where they cannot be one."""
    known = {person["id"]: person for person in everybody}
    juniors = [person for person in everybody if person["id"][0] == "j"]
    seniors = [person for person in everybody if person["id"][0] == "s"]
    above = {person["id"]: chain(person, known) for person in everybody}
    table = []
    for junior in juniors:
        row = []
        for senior in seniors:
            learnt, given = gain(junior, senior), gain(senior, junior)
            apart = (senior["id"] in above[junior["id"]] or junior["id"] in above[senior["id"]]
                     or not across_languages and junior["language"] != senior["language"])
            row.append(0 if apart or not learnt or not given else learnt + given)
        table.append(row)
    return table


def arguments(everybody):
    """Where each is to be paired, as options of `pair suggest`."""
    return [word for person in everybody
            for word in ("--junior" if person["id"][0] == "j" else "--senior", person["id"])]
