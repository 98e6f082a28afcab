"""Apply a ``WorkspaceEdit`` to the documents of an editor."""

from pathlib import Path

from lsprotocol import types
from pygls.uris import to_fs_path

from framesage.fixes import Edit, apply_edits
from framesage.text import Position, Range, Source


def make_edit(editor, edit):
    """Apply an edit as an editor does; return whether it was for the current versions.

    Files that are not open are opened for it.
    """
    changes = [change for change in _changes(edit) if not isinstance(change, types.CreateFile)]
    if any(_is_outdated(editor, change.text_document) for change in changes):
        return False
    for change in changes:
        uri = change.text_document.uri
        if uri not in editor.texts:
            path = Path(to_fs_path(uri))
            editor.open("", path.read_text("utf-8") if path.exists() else "", uri)
        editor.replace(uri, after(editor, uri, change.edits))
    return True


def _changes(edit):
    return edit.document_changes or [
        types.TextDocumentEdit(types.OptionalVersionedTextDocumentIdentifier(uri), edits)
        for uri, edits in (edit.changes or {}).items()
    ]


def _is_outdated(editor, document):
    texts = editor.texts.get(document.uri)
    return texts is not None and document.version not in (None, len(texts))


def after(editor, uri, edits):
    source = Source(editor.root / "any", editor.texts[uri][-1])
    converted = [
        Edit(source.path, of_client(editor, source, edit.range), edit.new_text) for edit in edits
    ]
    return apply_edits(source, converted)


def of_client(editor, source, span):
    """Return a range in code points; the two encodings differ only after an emoji."""
    return Range(*(_position(editor, source, at) for at in (span.start, span.end)))


def _position(editor, source, at):
    line = source.line(at.line)
    codec, width = ("utf-8", 1) if editor.client.encoding == "utf-8" else ("utf-16-le", 2)
    return Position(at.line, len(line.encode(codec)[: at.character * width].decode(codec)))
