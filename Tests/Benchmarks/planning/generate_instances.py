#!/usr/bin/env python3
"""Makes synthetic curricula as JSON of the format curriculum-1: `generate_instances.py MODULES SEED > FILE`.

Competences stand in tracks at levels; each is taught by several modules, the shorter the more they ask for. Modules may
teach several competences; conditions are all, any and at least n over competences and modules, a share of them sideways or
upwards, so that there are true cycles. One module of each competence asks only for what stands below it, so that every
goal can be reached. Depends on nothing but the seed and Python's generator of random numbers.
"""

import json
import random
import sys


def generate(modules=1000, seed=1, alternatives=2.5, goals=None, known=0.05,
             p_any=0.30, p_nof=0.10, p_module=0.10, p_up=0.12, p_cross=0.25,
             p_bundle=0.30, depth=None, capacity=180):
    r = random.Random(f"curriculum-1/{modules}/{seed}")
    n_comp = max(6, int(modules / alternatives))
    depth = depth or max(4, min(14, 3 + int(round((n_comp / 10) ** 0.33))))
    tracks = max(2, int(round((n_comp / depth) ** 0.5)))
    # competency -> (track, level)
    place = [(r.randrange(tracks), min(depth - 1, int(depth * r.random() ** 1.15)))
             for _ in range(n_comp)]
    by = {}
    for c, tl in enumerate(place):
        by.setdefault(tl, []).append(c)
    by_level = {}
    for c, (_, l) in enumerate(place):
        by_level.setdefault(l, []).append(c)
    low = sorted(by_level)[0]

    def pick(track, level, strict):
        """A competency below `level` (or anywhere near when not strict)."""
        for _ in range(8):
            t = r.randrange(tracks) if r.random() < p_cross else track
            if not strict and r.random() < p_up:
                l = level + r.choice((0, 0, 1))
            else:
                l = level - 1 - (r.random() < 0.25) - (r.random() < 0.08)
            got = by.get((t, l))
            if got:
                return r.choice(got)
        ls = [l for l in by_level if l < level]
        return r.choice(by_level[r.choice(ls)]) if ls else None

    names = [f"c{c}" for c in range(n_comp)]
    mods, first_for = [], {}

    def atom(track, level, strict):
        c = pick(track, level, strict)
        if c is None:
            return None
        if r.random() < p_module and c in first_for:
            m = first_for[c]
            return {"m": f"m{m}"}
        return {"c": names[c]}

    def expr(track, level, width, strict):
        parts = []
        for _ in range(width):
            x = r.random()
            if x < p_any:
                sub = [atom(track, level, strict) for _ in range(r.choice((2, 2, 3)))]
                sub = dedupe(sub)
                parts.append({"any": sub} if len(sub) > 1 else (sub[0] if sub else None))
            elif x < p_any + p_nof:
                sub = dedupe([atom(track, level, strict) for _ in range(r.choice((3, 4, 5)))])
                if len(sub) > 2:
                    parts.append({"n": r.randrange(2, len(sub)), "of": sub})
                else:
                    parts.extend(sub)
            else:
                parts.append(atom(track, level, strict))
        parts = dedupe(parts)
        if not parts:
            return None
        return parts[0] if len(parts) == 1 else {"all": parts}

    def dedupe(xs):
        out, seen = [], set()
        for x in xs:
            if x is None:
                continue
            k = json.dumps(x, sort_keys=True)
            if k not in seen:
                seen.add(k)
                out.append(x)
        return out

    order = sorted(range(n_comp), key=lambda c: (place[c][1], c))
    plan = [(c, True) for c in order]                       # one sound module each
    extra = max(0, modules - n_comp)
    plan += [(r.randrange(n_comp), False) for _ in range(extra)]
    plan = plan[:modules]
    for i, (c, strict) in enumerate(plan):
        t, l = place[c]
        teaches = [c]
        while r.random() < p_bundle and len(teaches) < 4:   # bundle near neighbours
            near = by.get((t, l + r.choice((0, 0, 1))), [])
            if near:
                b = r.choice(near)
                if b not in teaches:
                    teaches.append(b)
        width = 0 if l == low else r.choice((1, 1, 2, 2, 3, 4))
        base = 30 + 18 * len(teaches) + 6 * l
        # fewer prerequisites -> longer module; lognormal spread
        minutes = int(round(base * r.lognormvariate(0, 0.35) * (1.35 - 0.12 * width) / 5) * 5)
        top = l if strict else l
        req = expr(t, top, width, strict) if width else None
        mods.append({"id": f"m{i}", "minutes": max(10, min(capacity, minutes)),
                     "teaches": [names[x] for x in sorted(teaches)], "requires": req})
        if strict:
            first_for[c] = i
    g = goals or max(3, int(round(2 * (n_comp ** 0.28))))
    high = [c for c in order if place[c][1] >= depth - 3]
    goal = sorted(r.sample(high, min(g, len(high))))
    lowc = [c for c in order if place[c][1] <= 1]
    has = sorted(r.sample(lowc, int(len(lowc) * known)))
    r.shuffle(mods)
    return {"format": "curriculum-1", "name": f"syn-{modules}-{seed}", "source": "synthetic",
            "seed": seed, "session_minutes": capacity, "competencies": names,
            "modules": mods, "has": [names[c] for c in has],
            "goal": {"all": [{"c": names[c]} for c in goal]}}


if __name__ == "__main__":
    json.dump(generate(int(sys.argv[1]), int(sys.argv[2])), sys.stdout, separators=(",", ":"))
