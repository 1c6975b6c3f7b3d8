"""Which attributes of a RELAX NG grammar hold listed words, which a datatype and which a list, read from the grammar."""

import xml.etree.ElementTree as ElementTree

RNG = "{http://relaxng.org/ns/structure/1.0}"


def attributes(path):
    """For each (element, attribute): "listed", or the name of its datatype with its parameters; and those of lists."""
    grammar = ElementTree.parse(path).getroot()
    defines = {}
    for define in grammar.iter(RNG + "define"):
        defines.setdefault(define.get("name"), []).extend(define)
    found, lists = {}, set()
    for element in grammar.iter(RNG + "element"):
        for attribute in within(element, defines, RNG + "attribute"):
            kinds = {kind(part) for part in within(attribute, defines, RNG + "value", RNG + "data")}
            if len(kinds) == 1:
                found[element.get("name"), attribute.get("name")] = kinds.pop()
            if any(within(attribute, defines, RNG + "list")):
                lists.add((element.get("name"), attribute.get("name")))
    return found, lists


def kind(part):
    if part.tag == RNG + "value":
        return "listed"
    return " ".join([part.get("type"), *(p.get("name") for p in part.iter(RNG + "param"))])


def within(pattern, defines, *wanted, seen=()):
    """The patterns of these kinds that belong to a pattern itself, definitions followed, other elements not entered."""
    for part in pattern:
        if part.tag in wanted:
            yield part
        elif part.tag == RNG + "ref":
            if part.get("name") not in seen:
                yield from within(
                    defines.get(part.get("name"), []), defines, *wanted, seen=(*seen, part.get("name")))
        elif part.tag not in (RNG + "element", RNG + "attribute"):
            yield from within(part, defines, *wanted, seen=seen)
