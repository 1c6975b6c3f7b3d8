"""Documents that parsers fall over, each with what `check` must find."""

HEAD = b'<?xml version="1.0" encoding="UTF-8"?>\n'
NAMESPACE = b'xmlns="urn:passerelle:1"'


def module(body, attributes=b""):
    return HEAD + b"<module " + NAMESPACE + b' id="a" version="1.0.0" xml:lang="fr" ' + attributes + b">" + body + b"</module>"


def entities(declarations, use):
    return HEAD + b"<!DOCTYPE module [" + declarations + b"]><module>" + use + b"</module>"


def bomb():
    lines = [b'<!ENTITY a0 "ha">'] + [b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 20)]
    return entities(b"".join(lines), b"&a19;")


def documents(pipe, port):
    """Name, bytes and the id of the finding; None where the document is read like any other."""
    address = b"http://127.0.0.1:%d/x" % port
    text = "<title>É — déjà là</title>"
    return [
        ("entity bomb", bomb(), "DoctypeRefused"),
        ("one long entity, often", entities(b'<!ENTITY a "' + b"x" * 100_000 + b'">', b"&a;" * 50_000), "DoctypeRefused"),
        ("external entity, file", entities(b'<!ENTITY a SYSTEM "file://' + pipe + b'">', b"&a;"), "DoctypeRefused"),
        ("external entity, network", entities(b'<!ENTITY a SYSTEM "' + address + b'">', b"&a;"), "DoctypeRefused"),
        ("parameter entity", entities(b'<!ENTITY % a SYSTEM "file://' + pipe + b'"> %a;', b""), "DoctypeRefused"),
        ("external subset", HEAD + b'<!DOCTYPE module SYSTEM "' + address + b'"><module/>', "DoctypeRefused"),
        ("XInclude", module(b'<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="' + pipe + b'"/>'), "any"),
        ("schema location", module(
            b"", b'xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:schemaLocation="u ' + address + b'"'), "any"),
        ("200,000 attributes", module(b"", b" ".join(b'a%d=""' % n for n in range(200_000))), "LimitExceeded"),
        ("9,000 attributes in 64 kB", module(b"", b" ".join(b"a%d=''" % n for n in range(6_500))), "any"),
        ("20,000 namespaces", module(b"", b" ".join(b'xmlns:a%d="u"' % n for n in range(20_000))), "LimitExceeded"),
        ("depth 300,000", HEAD + b"<a>" * 300_000 + b"</a>" * 300_000, "LimitExceeded"),
        ("names of 60,000 characters", module(b"<%s %s=''/>" % (b"n" * 60_000, b"m" * 60_000)), "NotWellFormed"),
        ("names of 40,000 characters", module(b"<%s %s=''/>" % (b"n" * 40_000, b"m" * 40_000)), "any"),
        ("100,000 different names", module(b"".join(b"<n%d/>" % n for n in range(100_000))), "any"),
        ("100,000 misspelt elements", module(b"<titel/>" * 100_000), "any"),
        ("12 MB of text", module(b"<title>" + b"x" * 12_000_000 + b"</title>"), "LimitExceeded"),
        ("8 MB of text", module(b"<title>" + b"x" * 8_000_000 + b"</title>"), "any"),
        ("8 MB of a value", module(b"", b'theme="' + b"x" * 8_000_000 + b'"'), "any"),
        ("8 MB of comments", module(b"<!-- x -->" * 800_000), "any"),
        ("8 MB of references", module(b"<title>" + b"&amp;" * 1_600_000 + b"</title>"), "any"),
        ("invalid UTF-8", module(b"<title>\xc3\x28</title>"), "EncodingNotReadable"),
        ("a NUL byte", module(b"<title>a\x00b</title>"), "NotWellFormed"),
        ("8 MB of NUL bytes", b"\x00" * 8_000_000, "NotXML"),
        ("UTF-16", module(text.encode()).decode().replace("UTF-8", "UTF-16").encode("utf-16"), "MissingElement"),
        ("Latin-1", module(text.replace("—", "-").encode()).decode().replace("UTF-8", "ISO-8859-1").encode("latin-1"),
         "MissingElement"),
        ("no end", HEAD + b"<module", "NotWellFormed"),
        ("nothing", b"", "EmptyDocument"),
    ]
