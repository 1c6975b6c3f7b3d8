#!/usr/bin/env python3
"""Solves a curriculum-1 problem for the least minutes with other people's solvers and prints JSON.

    peers.py cp-sat|highs|clingo FILE SECONDS

One model for all: a threshold graph of modules, competences and gates; each node that is used is supported by enough
of its children, and within a cycle every support comes earlier (Miller, Tucker and Zemlin). Seconds are those of the
solver alone, without making the model.
"""

import json
import sys
import time


class Graph:
    """Nodes that hold once `need` of their `children` do; what cannot hold or does not matter to the goal is left out."""

    def __init__(self, problem):
        self.need, self.children, self.minutes, self.name = [], [], [], []
        held = set(problem.get("has", []))
        passed = set(problem.get("done", []))
        for module in problem["modules"]:
            if module["id"] in passed:
                held |= set(module["teaches"])
        self.known = {("m", name): True for name in passed} | {("c", name): True for name in held}
        offered = [module for module in problem["modules"] if module["id"] not in passed]
        for module in offered:
            self.known["m", module["id"]] = self.add(1, [], module["minutes"], module["id"])
        teachers = {}
        for module in offered:
            for competence in module["teaches"]:
                teachers.setdefault(competence, []).append(self.known["m", module["id"]])
        for competence, nodes in teachers.items():
            if competence not in held:
                self.known["c", competence] = self.add(1, nodes)
        for module in offered:
            node = self.known["m", module["id"]]
            requires = True if module.get("requires") is None else self.condition(module["requires"])
            if requires is True:
                self.need[node] = 0
            elif requires is not False:
                self.children[node] = [requires]
        self.goal = self.condition(problem["goal"])
        if not isinstance(self.goal, bool):
            self.prune()

    def add(self, need, children, minutes=0, name=None):
        for part, value in zip((self.need, self.children, self.minutes, self.name), (need, children, minutes, name)):
            part.append(value)
        return len(self.need) - 1

    def condition(self, expression):
        for kind in "cm":
            if kind in expression:
                return self.known.get((kind, expression[kind]), False)
        parts = expression.get("all") if "all" in expression else expression.get("any", expression.get("of"))
        need = len(parts) if "all" in expression else expression.get("n", 1)
        settled = [self.condition(part) for part in parts]
        need -= sum(part is True for part in settled)
        nodes = [part for part in settled if not isinstance(part, bool)]
        if need <= 0:
            return True
        if need > len(nodes):
            return False
        if len(set(nodes)) < len(nodes):  # a node may count twice: give each count a node of its own
            nodes = [self.add(1, [node]) for node in nodes]
        return self.add(need, nodes)

    def holding(self, chosen=None):
        """Which nodes come to hold when these modules may be taken."""
        users = [[] for _ in self.need]
        for node, children in enumerate(self.children):
            for child in children:
                users[child].append(node)
        may = [chosen is None or name is None or name in chosen for name in self.name]
        left = list(self.need)
        holds = [False] * len(left)
        stack = [node for node in range(len(left)) if left[node] <= 0 and may[node]]
        while stack:
            node = stack.pop()
            if holds[node]:
                continue
            holds[node] = True
            for user in users[node]:
                left[user] -= 1
                if left[user] <= 0 and may[user] and not holds[user]:
                    stack.append(user)
        return holds

    def prune(self):
        holds = self.holding()
        if not holds[self.goal]:
            self.goal = False
            return
        wanted, stack = {self.goal}, [self.goal]
        while stack:
            for child in self.children[stack.pop()]:
                if holds[child] and child not in wanted:
                    wanted.add(child)
                    stack.append(child)
        self.nodes = sorted(wanted)
        self.children = [
            [child for child in children if child in wanted] if node in wanted else []
            for node, children in enumerate(self.children)]

    def component(self):
        """The strongly connected component of each node (Tarjan 1972, without recursion)."""
        index, low, component, stack = {}, {}, {}, []
        for root in self.nodes:
            if root in index:
                continue
            work = [(root, iter(self.children[root]))]
            index[root] = low[root] = len(index)
            stack.append(root)
            while work:
                node, rest = work[-1]
                for child in rest:
                    if child not in index:
                        index[child] = low[child] = len(index)
                        stack.append(child)
                        work.append((child, iter(self.children[child])))
                        break
                    if child not in component:
                        low[node] = min(low[node], index[child])
                else:
                    work.pop()
                    if work:
                        low[work[-1][0]] = min(low[work[-1][0]], low[node])
                    if low[node] == index[node]:
                        while component.get(node) is None:
                            component[stack.pop()] = node
        return component


def cp_sat(graph, seconds, workers=8):
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    used = {node: model.new_bool_var(f"u{node}") for node in graph.nodes}
    component = graph.component()
    order = {node: model.new_int_var(0, len(graph.nodes), f"o{node}") for node in graph.nodes}
    for node in graph.nodes:
        supports = []
        for child in graph.children[node]:
            support = model.new_bool_var("")
            model.add_implication(support, used[child])
            supports.append(support)
            if component[child] == component[node]:
                model.add(order[child] + 1 <= order[node]).only_enforce_if(support)
        if graph.need[node] > 0:
            model.add(sum(supports) >= graph.need[node]).only_enforce_if(used[node])
    model.add(used[graph.goal] == 1)
    model.minimize(sum(graph.minutes[node] * used[node] for node in graph.nodes if graph.minutes[node]))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = workers
    status = solver.solve(model)
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    return round(solver.objective_value) if found else None, round(solver.best_objective_bound), solver.wall_time


def highs(graph, seconds):
    import highspy

    model = highspy.Highs()
    model.silent()
    model.setOptionValue("time_limit", float(seconds))
    # No absolute or relative gap: a proof is wanted.
    model.setOptionValue("mip_rel_gap", 0.0)
    used = {node: model.addBinary(obj=graph.minutes[node]) for node in graph.nodes}
    component = graph.component()
    size = {}
    for node in graph.nodes:
        size[component[node]] = size.get(component[node], 0) + 1
    order = {node: model.addVariable(0, size[component[node]]) for node in graph.nodes}
    for node in graph.nodes:
        if graph.need[node] <= 0:
            continue
        supports = []
        for child in graph.children[node]:
            isCyclic = component[child] == component[node]
            if graph.need[node] == len(graph.children[node]):
                support = used[node]
            else:
                support = model.addBinary()
            model.addConstr(support <= used[child])
            supports.append(support)
            if isCyclic:
                most = size[component[node]] + 1
                model.addConstr(order[child] + 1 <= order[node] + most * (1 - support))
        if graph.need[node] < len(graph.children[node]):
            model.addConstr(sum(supports[1:], supports[0] + 0) >= graph.need[node] * used[node])
    model.addConstr(used[graph.goal] >= 1)
    start = time.monotonic()
    model.minimize()
    took = time.monotonic() - start
    info = model.getInfo()
    hasPlan = info.primal_solution_status == 2
    return round(info.objective_function_value) if hasPlan else None, info.mip_dual_bound, took


def clingo(graph, seconds):
    import clingo as asp

    rules = ["{take(M)} :- module(M)."]
    for node in graph.nodes:
        body = [f"holds({child})" for child in graph.children[node]]
        condition = f"{graph.need[node]} {{ {'; '.join(body)} }}" if graph.need[node] > 0 else "#true"
        if graph.minutes[node]:
            rules.append(f"module({node}). minutes({node},{graph.minutes[node]}).")
            condition += f", take({node})"
        rules.append(f"holds({node}) :- {condition}.")
    rules.append(f":- not holds({graph.goal}).")
    rules.append("#minimize { T,M : take(M), minutes(M,T) }.")
    control = asp.Control(["--opt-strategy=usc"])
    control.add("base", [], "\n".join(rules))
    control.ground([("base", [])])
    best = None

    def note(model):
        nonlocal best
        best = sum(model.cost)

    start = time.monotonic()
    with control.solve(on_model=note, async_=True) as handle:
        if not handle.wait(seconds):
            handle.cancel()
        isProved = handle.get().exhausted
    return best, best if isProved and best is not None else 0, time.monotonic() - start


SOLVERS = {"cp-sat": cp_sat, "highs": highs, "clingo": clingo}


def main():
    graph = Graph(json.load(open(sys.argv[2])))
    if isinstance(graph.goal, bool):
        found = (0 if graph.goal else None, 0, 0.0)
    else:
        found = SOLVERS[sys.argv[1]](graph, float(sys.argv[3]))
    print(json.dumps(dict(zip(("minutes", "bound", "seconds"), found))))


if __name__ == "__main__":
    main()
