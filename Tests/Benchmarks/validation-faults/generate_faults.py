"""Puts single faults into valid documents, twelve kinds, with the truth about each.

Whether the result is invalid is not asked here: whoever scores drops what the grammar accepts.
"""

import string

from document import parse

KINDS = [
    "misspelt element", "misspelt attribute", "missing element", "missing attribute", "wrong order",
    "bad enumeration value", "bad datatype", "extra element", "stray text", "duplicate element", "extra attribute",
    "wrong namespace"]

WRONG_VALUES = {
    "integer": ["many", "-5", "45 min", "2.5", "1000000", "", "twenty"],
    "date": ["2026-14-01", "03/01/2026", "2026-02-31", "2026-4-9", "soon", "20260409"],
    "anyURI": ["http://[wrong", "%zy", "http://y.example/%"],
    "token": ["Two Words!", "§1", "-", ""],
}


class Fault:
    """A spoilt document and the truth: the places and names that a message must give, and how to judge a repair."""

    def __init__(self, kind, text, spans, things, truth, remedy=""):
        self.kind, self.text, self.spans, self.things, self.truth = kind, text, spans, things, truth
        self.remedy = remedy


def edited(text, edits):
    """The text after edits `(start, end, new)`, and where the first edit's new characters are."""
    for start, end, new in sorted(edits, key=lambda edit: edit[:2], reverse=True):
        text = text[:start] + new + text[end:]
    start, _, new = edits[0]
    shift = sum(len(n) - (e - s) for s, e, n in edits[1:] if s < start)
    return text, (start + shift, start + shift + len(new))


def misspelt(word, chance):
    """The word with one slip of the pen."""
    place, letter = chance.randrange(len(word)), chance.choice(string.ascii_lowercase)
    slips = [word[:place] + letter + word[place:], word[:place] + letter + word[place + 1:]]
    if place > 0:
        slips.append(word[:place - 1] + word[place] + word[place - 1] + word[place + 1:])
        if len(word) > 2:
            slips.append(word[:place] + word[place + 1:])
    slip = chance.choice(slips)
    return slip if slip != word else word + "s"


def single(values, element, attribute, lists):
    """The values that are one fault: in a list each word is a value, and two wrong words are two faults."""
    return [v for v in values if len(v.split()) == 1] if (element.name, attribute.name) in lists else values


def fault(kind, text, kinds_of_attributes, chance):
    """One fault of a kind at a random place; None where the place drawn has nothing to spoil."""
    root = parse(text)
    everything = list(root.everything())
    function = globals()["_" + kind.replace(" ", "_")]
    return function(text, root, everything, kinds_of_attributes, chance)


def _misspelt_element(text, root, everything, _, chance):
    element = chance.choice(everything)
    name = misspelt(element.name, chance)
    edits = [(*element.name_span, name)]
    if element.end_name_span:
        edits.append((*element.end_name_span, name))
    spoilt, span = edited(text, edits)
    return Fault("misspelt element", spoilt, [span], [name], ("everything",), element.name)


def _misspelt_attribute(text, root, everything, _, chance):
    candidates = [a for e in everything for a in e.attributes if not a.name.startswith("xmlns")]
    attribute = chance.choice(candidates)
    # A misspelt prefix would make the document ill-formed.
    name = "xml:" + misspelt("lang", chance) if attribute.name.startswith("xml:") else misspelt(attribute.name, chance)
    spoilt, span = edited(text, [(*attribute.name_span, name)])
    return Fault("misspelt attribute", spoilt, [span], [name], ("everything",), attribute.name)


def _missing_element(text, root, everything, _, chance):
    element = chance.choice(everything[1:])
    parent = element.parent
    spoilt, span = edited(text, [(*parent.name_span, parent.name), (*element.span, "")])
    return Fault("missing element", spoilt, [span], [element.name], ("children", parent.path()), element.name)


def _missing_attribute(text, root, everything, _, chance):
    element = chance.choice([e for e in everything if e.attributes])
    attribute = chance.choice([a for a in element.attributes if not a.name.startswith("xmlns")] or [None])
    if attribute is None:
        return None
    spoilt, span = edited(
        text, [(*element.name_span, element.name), (attribute.name_span[0], attribute.value_span[1] + 1, "")])
    return Fault("missing attribute", spoilt, [span], [attribute.name], ("attributes",), attribute.name)


def _wrong_order(text, root, everything, _, chance):
    parent = chance.choice([e for e in everything if len(e.children) > 1] or [None])
    if parent is None:
        return None
    origin, goal = chance.sample(range(len(parent.children)), 2)
    moved, target = parent.children[origin], parent.children[goal]
    place = target.span[0] if goal < origin else target.span[1]
    spoilt, span = edited(text, [(place, place, text[slice(*moved.span)]), (*moved.span, "")])
    start = span[0] + 1
    spans, things = [(start, start + len(moved.name))], [moved.name]
    passed = parent.children[goal:origin] if goal < origin else parent.children[origin + 1:goal + 1]
    others = [element for element in passed if element.name != moved.name]
    if len(others) == 1:
        # Two neighbours that change places, the moved one's like not counted: either has moved.
        length = moved.span[1] - moved.span[0]
        start = others[0].name_span[0] + (length if goal < origin else -length)
        spans.append((start, start + len(others[0].name)))
        things.append(others[0].name)
    return Fault("wrong order", spoilt, spans, things, ("names",), moved.name)


def _bad_enumeration_value(text, root, everything, kinds, chance):
    kinds, lists = kinds
    candidates = [
        (e, a) for e in everything for a in e.attributes if kinds.get((e.name, a.name)) == "listed" and a.value]
    if not candidates:
        return None
    element, attribute = chance.choice(candidates)
    word = chance.choice(attribute.value.split())
    start = attribute.value_span[0] + attribute.value.index(word)
    slip = chance.randrange(5) > 0
    value = misspelt(word, chance) if slip else chance.choice(single(["unknown", "none yet", "7"], element, attribute, lists))
    spoilt, span = edited(text, [(start, start + len(word), value)])
    truth = ("everything",) if slip else ("value",)
    return Fault("bad enumeration value", spoilt, [span], [value], truth, word)


def _bad_datatype(text, root, everything, kinds, chance):
    kinds, lists = kinds
    candidates = [
        (e, a, kinds[e.name, a.name].split()[0]) for e in everything for a in e.attributes
        if kinds.get((e.name, a.name), "listed") != "listed"]
    candidates = [(e, a, wanted) for e, a, wanted in candidates if wanted in WRONG_VALUES]
    if not candidates:
        return None
    element, attribute, wanted = chance.choice(candidates)
    value = chance.choice(single(WRONG_VALUES[wanted], element, attribute, lists))
    spoilt, span = edited(text, [(*attribute.value_span, value)])
    return Fault("bad datatype", spoilt, [span], [value], ("value",))


def _extra_element(text, root, everything, _, chance):
    parent = chance.choice(everything)
    own = {child.name for element in everything if element.name == parent.name for child in element.children}
    name = chance.choice(sorted({"comment", "audio", "y", "session", "rights", "groups", "cell", "teacher"} - own))
    place = gap(parent, chance)
    if place is None:
        return None
    spoilt, span = edited(text, [(place, place, f"<{name}/>")])
    return Fault(
        "extra element", spoilt, [(span[0] + 1, span[0] + 1 + len(name))], [name], ("everything",), name)


def _stray_text(text, root, everything, _, chance):
    parent = chance.choice(everything)
    place = gap(parent, chance)
    if place is None:
        return None
    spoilt, span = edited(text, [(place, place, chance.choice(["see below", "Un mot, là.", "z"]))])
    return Fault("stray text", spoilt, [span], [parent.name], ("everything",), parent.name)


def _duplicate_element(text, root, everything, _, chance):
    element = chance.choice(everything[1:])
    end = element.span[1]
    spoilt, span = edited(text, [(end, end, text[slice(*element.span)])])
    start = span[0] + 1
    return Fault(
        "duplicate element", spoilt, [(start, start + len(element.name))], [element.name], ("everything",),
        element.name)


def _extra_attribute(text, root, everything, _, chance):
    element = chance.choice(everything)
    name = chance.choice(["note", "size", "teacher", "y"])
    end = element.name_span[1]
    spoilt, span = edited(text, [(end, end, f' {name}="1"')])
    return Fault(
        "extra attribute", spoilt, [(span[0] + 1, span[0] + 1 + len(name))], [name], ("everything",), name)


def _wrong_namespace(text, root, everything, _, chance):
    declaration = next(a for a in root.attributes if a.name == "xmlns")
    if chance.randrange(2):
        wrong = misspelt(declaration.value, chance)
        spoilt, span = edited(text, [(*declaration.value_span, wrong)])
        return Fault("wrong namespace", spoilt, [span], [wrong], ("everything",), declaration.value)
    # Forgotten: the attribute is taken away with the space before it.
    spoilt, span = edited(
        text, [(*root.name_span, root.name), (declaration.name_span[0] - 1, declaration.value_span[1] + 1, "")])
    return Fault("wrong namespace", spoilt, [span], [root.name], ("everything",), declaration.value)


def gap(parent, chance):
    """A place between, before or behind the children of an element."""
    if parent.end_name_span is None:
        return None
    return chance.choice([parent.tag_span[1]] + [child.span[1] for child in parent.children])
