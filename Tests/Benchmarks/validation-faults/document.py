"""A well-formed document as elements with their places: just what putting faults into it and judging repairs needs."""

import re

TOKEN = re.compile(
    r"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>"
    r"|</(?P<end>[^\s>]+)\s*>"
    r"|<(?P<start>[^\s/>!?]+)(?P<attributes>(?:\s+[^\s=]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*)\s*(?P<empty>/?)>",
    re.DOTALL)
ATTRIBUTE = re.compile(r"([^\s=]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.DOTALL)


class Element:
    """An element; every place is a pair of offsets in characters."""

    def __init__(self, name, name_span, tag_span, attributes, parent):
        self.name, self.name_span, self.tag_span = name, name_span, tag_span
        self.attributes, self.parent = attributes, parent
        self.children, self.pieces = [], []
        self.span, self.end_name_span = tag_span, None

    def everything(self):
        """This element and all within, in document order."""
        yield self
        for child in self.children:
            yield from child.everything()

    def path(self):
        """The positions among siblings that lead here from the root."""
        return [] if self.parent is None else self.parent.path() + [self.parent.children.index(self)]

    def at(self, path):
        """The element at a path; None where there is none."""
        element = self
        for place in path:
            if place >= len(element.children):
                return None
            element = element.children[place]
        return element


class Attribute:
    def __init__(self, name, name_span, value_span, value):
        self.name, self.name_span, self.value_span, self.value = name, name_span, value_span, value


def parse(text):
    """The root element."""
    root, open_elements, last = None, [], 0
    for token in TOKEN.finditer(text):
        if open_elements:
            open_elements[-1].pieces.append(text[last:token.start()])
        last = token.end()
        if token["start"]:
            offset = token.start("attributes")
            attributes = [
                Attribute(
                    found[1], (offset + found.start(1), offset + found.end(1)),
                    (offset + found.end() - 1 - len(found[2] or found[3] or ""), offset + found.end() - 1),
                    found[2] or found[3] or "")
                for found in ATTRIBUTE.finditer(token["attributes"])]
            parent = open_elements[-1] if open_elements else None
            element = Element(token["start"], token.span("start"), token.span(), attributes, parent)
            if parent:
                parent.children.append(element)
                parent.pieces.append(element)
            else:
                root = root or element
            if not token["empty"]:
                open_elements.append(element)
        elif token["end"] and open_elements:
            element = open_elements.pop()
            element.span = (element.tag_span[0], token.end())
            element.end_name_span = token.span("end")
    return root


def shape(element, detail):
    """A document without layout: its "names", with "attributes" too, or "everything".

    Where an element stood among its like before it was moved nobody can know, so likes are put in order of names.
    """
    own = []
    if detail != "names":
        own = sorted(a.name + ("=" + a.value if detail == "everything" else "") for a in element.attributes)
    pieces = []
    for piece in element.pieces:
        if isinstance(piece, Element):
            pieces.append((piece.name, shape(piece, detail)))
        elif detail == "everything" and piece.split():
            pieces.append(("", " ".join(piece.split())))
    if detail == "names":
        for index in range(1, len(pieces)):
            place = index
            while place and pieces[place - 1][0] == pieces[place][0] and pieces[place][1] < pieces[place - 1][1]:
                pieces[place - 1], pieces[place] = pieces[place], pieces[place - 1]
                place -= 1
    return "<" + " ".join([element.name, *own]) + ">" + "".join(text for _, text in pieces) + "</>"
