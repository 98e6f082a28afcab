"""A session: folders on the disk, documents in an editor, and the actions that change them."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from framesage.lsp.workspace.folders import as_folders
from sessions.texts import EDITORS, LINKS, ROOTS, text_of

if TYPE_CHECKING:
    from sessions.client import Client

CREATED, CHANGED, DELETED = 1, 2, 3


class Session:
    """The state that both sides should agree on; each public method but ``reset`` is an action.

    An action that is impossible, such as to close a document that is not open, does nothing, so
    that a sequence from which some are left out is a sequence, too.
    """

    def __init__(self, base: Path, client: Client) -> None:
        self.base = base
        self.client = client
        self.texts: dict[Path, str] = {}
        self.editor: dict[str, object] = {}
        self.roots = ROOTS[0]
        self.folders = [base / root for root in self.roots]
        """The workspace folders, as the server takes them."""
        self.is_stale = False
        """Whether the disk has changed and the client has not reported everything."""
        self._scripts: set[Path] = set()
        self._last_events: list[dict[str, object]] = []
        self._delayed: list[dict[str, object]] | None = None
        self._versions = 1
        self._time = 1_700_000_000_000_000_000

    def is_inside(self, path: Path) -> bool:
        """Return whether a path is in a workspace folder."""
        return any(map(path.is_relative_to, self.folders))

    def scripts(self) -> list[Path]:
        """Return the scripts that are checked because they are or were open."""
        opened = (path for path in self.texts if path.suffix == ".py")
        return sorted({*opened, *filter(Path.is_file, self._scripts)})

    def open(self, name: str, choice: int) -> None:
        """Open a document with the text of the disk, or another one if there is none."""
        path = self.base / name
        if path in self.texts or path.is_dir():
            return
        text = path.read_text() if path.is_file() else text_of(name, choice)
        self._open(path, text)
        self.is_stale = False

    def change(self, name: str, choice: int) -> None:
        """Replace the text of an open document."""
        path = self.base / name
        if path in self.texts:
            self._versions += 1
            self.texts[path] = text = text_of(name, choice)
            self.client.wire.change(path.as_uri(), text, self._versions)

    def type(self, name: str, choice: int) -> None:
        """Insert a line into an open document, or replace one."""
        path = self.base / name
        if path not in self.texts:
            return
        lines = self.texts[path].split("\n")
        at = choice % len(lines)
        end = at + (choice % 2 if at + 1 < len(lines) else 0)
        line, _, _ = text_of(name, choice).partition("\n")
        self._versions += 1
        self.texts[path] = "\n".join([*lines[:at], line, *lines[end:]])
        self.client.wire.edit(path.as_uri(), (at, end), f"{line}\n", self._versions)

    def save(self, name: str) -> None:
        """Save an open document."""
        path = self.base / name
        if path in self.texts and self._write(path, self.texts[path]):
            self._notify("textDocument/didSave", path)
            self.is_stale = False

    def close(self, name: str) -> None:
        """Close an open document."""
        path = self.base / name
        if self.texts.pop(path, None) is not None:
            self._notify("textDocument/didClose", path)
            self.client.forget_documents()
            self.is_stale = False

    def write(self, name: str, choice: int) -> None:
        """Change a file by another program."""
        path = self.base / name
        if path not in self.texts:
            self._write(path, text_of(name, choice))

    def delete(self, name: str) -> None:
        """Delete a file by another program; it may be open."""
        path = self.base / name
        if path.is_file() or path.is_symlink():
            path.unlink()
            self._tell((path, DELETED))

    def link(self, choice: int) -> None:
        """Make a symbolic link."""
        name, target = LINKS[choice % len(LINKS)]
        path = self.base / name
        if not (os.path.lexists(path) or path in self.texts):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.symlink_to(target)
            self._tell((path, CREATED))

    def delete_folder(self, name: str) -> None:
        """Delete a folder, which one event reports."""
        path = self.base / name
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
            self._tell((path, DELETED))
            self._operation("didDeleteFiles", {"uri": path.as_uri()})

    def move_folder(self, name: str, target: str) -> None:
        """Rename a folder, in the editor if that reports it; there is an event for each name."""
        old, new = self.base / name, self.base / target
        if not old.is_dir() or os.path.lexists(new) or new.is_relative_to(old):
            return
        new.parent.mkdir(parents=True, exist_ok=True)
        old.rename(new)
        below = [new / folder for folder, _, files in os.walk(new) for _ in files]
        self._tell((old, DELETED), (new, CREATED))
        self.is_stale = self.is_stale or bool(below and self.client.profile.events == "no")
        if not self._operation("didRenameFiles", {"oldUri": old.as_uri(), "newUri": new.as_uri()}):
            return
        for path in [path for path in self.texts if path.is_relative_to(old)]:
            text = self.texts.pop(path)
            self._notify("textDocument/didClose", path)
            self._open(new / path.relative_to(old), text)
        self.client.forget_documents()

    def recreate_folder(self, name: str, choice: int) -> None:
        """Delete a folder and recreate it with a single file before any event is sent."""
        path = self.base / name
        if not path.is_dir() or path.is_symlink():
            return
        files = [Path(folder) / file for folder, _, names in os.walk(path) for file in names]
        shutil.rmtree(path)
        path.mkdir()
        kept = files[choice % len(files)] if files else path / "requirements.txt"
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(text_of(kept.relative_to(self.base).as_posix(), choice))
        gone = [(file, DELETED) for file in files if file != kept]
        self._tell(*gone, (kept, CHANGED if files else CREATED))

    def change_type(self, name: str, choice: int) -> None:
        """Replace a file with a folder of the same name, or a folder with a file."""
        path = self.base / name
        if path.is_symlink() or not path.exists():
            return
        if path.is_dir():
            shutil.rmtree(path)
            path.write_text(text_of(name, choice))
        else:
            path.unlink()
            path.mkdir()
        self._tell((path, DELETED), (path, CREATED))

    def delay_events(self) -> None:
        """Delay file events until the next comparison, as a slow watcher does."""
        self._delayed = self._delayed or []

    def send_delayed_events(self) -> None:
        """Send the delayed events in reverse order."""
        delayed, self._delayed = self._delayed or [], None
        self._send(delayed[::-1])

    def repeat_events(self) -> None:
        """Send the last events twice more: unchanged, and as changes."""
        self._send(self._last_events + [{**event, "type": CHANGED} for event in self._last_events])

    def configure(self, choice: int) -> None:
        """Change the settings of the editor."""
        self.editor = self.client.settings = EDITORS[choice % len(EDITORS)]
        pushed = None if self.client.profile.pulls_settings else {"framesage": self.editor}
        self.client.wire.notify("workspace/didChangeConfiguration", {"settings": pushed})

    def change_folders(self, choice: int) -> None:
        """Add and remove workspace folders."""
        new = ROOTS[choice % len(ROOTS)]
        added = [folder_item(self.base, root) for root in new if root not in self.roots]
        removed = [folder_item(self.base, root) for root in self.roots if root not in new]
        self.roots = new
        self.folders = list(as_folders(self.base / root for root in new))
        event = {"added": added, "removed": removed}
        self.client.wire.notify("workspace/didChangeWorkspaceFolders", {"event": event})
        self.client.settle()  # the server looks which of them are files

    def focus(self) -> None:
        """Come back to the editor."""
        self.client.wire.notify("framesage/didFocus", {})
        self.is_stale = False

    def reset(self) -> None:
        """Close and delete everything."""
        self.send_delayed_events()
        for path in list(self.texts):
            self.close(path.relative_to(self.base).as_posix())
        for path in (self.base / "one", self.base / "two"):
            path.mkdir(exist_ok=True)
            for inside in path.iterdir():
                name = inside.relative_to(self.base).as_posix()
                self.delete_folder(name) if _is_folder(inside) else self.delete(name)
        for path in filter(Path.is_file, self.base.iterdir()):
            self.delete(path.name)
        self._scripts.clear()
        self.configure(0)
        self.change_folders(0)
        self.client.settle()
        self.focus()
        self.client.wait_until_nothing_is_shown()

    def _open(self, path: Path, text: str) -> None:
        self._versions += 1
        self.texts[path] = text
        if path.suffix == ".py":
            self._scripts.add(path)
        self.client.wire.open(path.as_uri(), text, self._versions)

    def _write(self, path: Path, text: str) -> bool:
        """Write a file with a time of its own: the clock of a file system has few."""
        if path.is_dir():
            return False
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            kind = CHANGED if path.exists() else CREATED
            path.write_text(text)
            self._tell((path, kind))
            return True
        return False

    def _tell(self, *changes: tuple[Path, int]) -> None:
        """Send the events that the client sends of these changes."""
        for path, _ in changes:
            self._stamp(path)
        reported = [change for change in changes if self.client.is_told(*change)]
        self.is_stale = self.is_stale or len(reported) < len(changes)
        self._last_events = [{"uri": path.as_uri(), "type": kind} for path, kind in reported]
        if self._delayed is None:
            self._send(self._last_events)
        else:
            self._delayed += self._last_events

    def _send(self, events: list[dict[str, object]]) -> None:
        if events:
            self.client.wire.notify("workspace/didChangeWatchedFiles", {"changes": events})

    def _stamp(self, path: Path) -> None:
        self._time += 1_000_000
        for item in (path, path.parent):
            if item.exists():
                os.utime(item, ns=(self._time, self._time))

    def _operation(self, method: str, file: dict[str, str]) -> bool:
        if self.client.profile.tells_operations:
            self.client.wire.notify(f"workspace/{method}", {"files": [file]})
        return self.client.profile.tells_operations

    def _notify(self, method: str, path: Path) -> None:
        self.client.wire.notify(method, {"textDocument": {"uri": path.as_uri()}})


def folder_item(base: Path, root: str) -> dict[str, str]:
    """Return a workspace folder as clients describe it."""
    return {"uri": (base / root).as_uri(), "name": root or "base"}


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()
