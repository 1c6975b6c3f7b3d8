#!/usr/bin/env python3
"""Talks to the language server through pygls, whose lsprotocol holds each message against the protocol's own model.

    check_language_server.py PASSERELLE

The talk takes place in a copy of the shipped curricula: findings while typing, a quick fix, completion, hover, definition,
references and a rename over several files, each carried out as an editor would.
"""

import asyncio
import os
import shutil
import sys
import tempfile
from pathlib import Path

from lsprotocol import types
from pygls.lsp.client import LanguageClient

CURRICULA = Path(__file__).resolve().parents[2] / "Curricula"


def applied(text, edits):
    """The text with edits made whose positions count UTF-16 code units."""
    lines = [line.encode("utf-16-le") for line in text.splitlines(keepends=True)] + [b""]
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    whole = b"".join(lines)
    place = lambda position: starts[position.line] + 2 * position.character
    for edit in sorted(edits, key=lambda edit: place(edit.range.start), reverse=True):
        whole = whole[: place(edit.range.start)] + edit.new_text.encode("utf-16-le") + whole[place(edit.range.end) :]
    return whole.decode("utf-16-le")


def position(text, words, offset=0):
    """The protocol's position of some words in a text."""
    before = text[: text.index(words) + offset]
    line = before.count("\n")
    return types.Position(line, len(before.rsplit("\n", 1)[-1].encode("utf-16-le")) // 2)


async def talk(program, folder):
    client = LanguageClient("check", "1")
    published, waiting = {}, asyncio.Event()

    @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    def _(parameters):
        published[parameters.uri] = parameters.diagnostics
        waiting.set()

    async def findings(uri, wanted):
        while [one.code for one in published.get(uri, [])] != wanted:
            waiting.clear()
            await asyncio.wait_for(waiting.wait(), 30)

    await client.start_io(program, "language-server", "--now", "2026-11-23T10:00:00Z")
    answer = await client.initialize_async(
        types.InitializeParams(capabilities=types.ClientCapabilities(), locale="en-GB", root_uri=folder.as_uri()))
    assert answer.capabilities.position_encoding == types.PositionEncodingKind.Utf16
    client.initialized(types.InitializedParams())
    path = folder / "modules" / "ld-listen.xml"
    uri, text = path.as_uri(), path.read_text("utf-8")
    document = types.TextDocumentIdentifier(uri)
    client.text_document_did_open(types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, "xml", 1, text)))

    # A slip of the pen behind a character that UTF-16 counts twice, found and mended.
    broken = text.replace("<summary>", "<summary>🦊 ", 1).replace('lead="', 'laed="', 1)
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(version=2, uri=uri), [types.TextDocumentContentChangeWholeDocument(broken)]))
    await findings(uri, ["UnknownAttribute"])
    found = published[uri][0]
    assert found.range.start == position(broken, 'laed="'), found
    fixes = await client.text_document_code_action_async(
        types.CodeActionParams(document, found.range, types.CodeActionContext([found])))
    mended = applied(broken, fixes[0].edit.changes[uri])
    assert mended == broken.replace("laed", "lead"), fixes[0]
    place = position(broken, "laed")
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(version=3, uri=uri),
            [types.TextDocumentContentChangePartial(
                range=types.Range(place, types.Position(place.line, place.character + 4)), text="lead")]))
    await findings(uri, [])

    where = lambda words, offset: dict(text_document=document, position=position(mended, words, offset))
    identifiers = await client.text_document_completion_async(
        types.CompletionParams(**where('passed module="', len('passed module="'))))
    labels = [item.label for item in identifiers.items]
    assert "sm-first-post" in labels and "digcomp-3.0" not in labels, labels
    hover = await client.text_document_hover_async(types.HoverParams(**where("<objectives>", 3)))
    assert "objectives" in hover.contents.value, hover
    module = await client.text_document_hover_async(types.HoverParams(**where('passed module="', len('passed module="') + 1)))
    assert module.contents.value.startswith("**"), module
    definition = await client.text_document_definition_async(
        types.DefinitionParams(**where('passed module="', len('passed module="') + 1)))
    target = Path(definition[0].uri.removeprefix("file://"))
    assert target.parent == folder / "modules" and target.exists(), definition

    at_id = where(' id="ld-listen"', 6)
    references = await client.text_document_references_async(
        types.ReferenceParams(context=types.ReferenceContext(include_declaration=True), **at_id))
    edit = await client.text_document_rename_async(types.RenameParams(new_name="ld-listen-well", **at_id))
    assert sum(len(edits) for edits in edit.changes.values()) == len(references) + 1, edit
    assert len(edit.changes) > 1, edit
    for changed, edits in edit.changes.items():
        file = Path(changed.removeprefix("file://"))
        before = mended if changed == uri else file.read_text("utf-8")
        file.write_text(applied(before, edits), "utf-8")
    await client.shutdown_async(None)
    client.exit(None)
    await asyncio.wait_for(client._server.wait(), 10)
    assert client._server.returncode == 0
    await client.stop()
    return len(references), len(edit.changes)


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 64
    program = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as base:
        folder = Path(base).resolve() / "Curricula"
        shutil.copytree(CURRICULA, folder)
        places, documents = asyncio.run(talk(program, folder))
        # What the editor wrote is a sound library, and the module is known by its old identifier, too.
        assert os.spawnv(os.P_WAIT, program, [program, "check", "--no-cache", "--workspace", str(folder)]) == 0
        assert 'formerly="ld-listen"' in (folder / "modules" / "ld-listen.xml").read_text("utf-8")
    print(f"language server: a talk with pygls, a rename of {places} places in {documents} documents that stays sound")
    return 0


if __name__ == "__main__":
    sys.exit(main())
