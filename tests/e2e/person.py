"""A person in front of an editor, who answers its messages and lets it apply edits."""

import asyncio

from lsprotocol import types

from e2e.wire import PATIENCE
from e2e.workspace_edits import make_edit
from framesage.rulebase import load_rule_base


class Person:
    """Chooses one title after another; None dismisses a message.

    A title may be a function, which is called with the message first and returns the title.
    """

    HIDE = object()
    """The person does not answer, and the editor hides the message."""
    ANSWERS = object()
    """The person answers all questions: "Yes" for ``needs``, and "No" for everything else."""

    def __init__(self, editor, *titles) -> None:
        self.editor = editor
        self.messages = []
        self.labels = []
        self.results = []
        self.problem = ""
        self.refuses = False
        self.needs = ()
        self.before_edit = None
        self._hidden = None
        self._titles = list(titles)
        self._told = len(editor.client.messages)
        editor.client.person = self

    def then(self, title):
        """Choose another title after the others."""
        self._titles.append(title)

    async def choose(self, params):
        self.messages.append(params)
        choice = self._titles.pop(0) if self._titles else "(nothing more was expected)"
        if choice is self.ANSWERS:
            if "Yes" in self.offered:
                self._titles.insert(0, choice)
                return types.MessageActionItem(self._answer())
            choice = self._titles.pop(0)
        title = choice(params) if callable(choice) else choice
        if title is self.HIDE:
            self._hidden = asyncio.get_running_loop().create_future()
            title = await self._hidden
        if title is None:
            return None
        if title not in self.offered:
            self.problem = f"no action {title!r} in {self.offered} for {params.message!r}"
            return None
        return types.MessageActionItem(title)

    def _answer(self):
        traits = load_rule_base().traits.values()
        texts = {trait.question.text: trait.id for trait in traits if trait.question}
        asked = {texts.get(line) for line in self.messages[-1].message.splitlines()}
        return "Yes" if asked & {*self.needs} else "No"

    def apply(self, params):
        self.labels.append(params.label)
        if self.before_edit:
            self.before_edit = self.before_edit()
        applied = not self.refuses and make_edit(self.editor, params.edit)
        self.results.append(applied)
        return types.ApplyWorkspaceEditResult(applied=applied)

    @property
    def offered(self):
        """The titles of the last message's actions."""
        return [action.title for action in self.messages[-1].actions]

    @property
    def told(self):
        """The texts of the messages without actions."""
        return [message.message for message in self.editor.client.messages[self._told :]]

    async def answer_hidden(self, title):
        """Answer the message that was hidden."""
        self._hidden.set_result(title)
        await asyncio.sleep(0.1)

    async def is_told(self, number=1):
        """Wait for a number of messages without actions."""
        await self._until(lambda: len(self.told) >= number)

    async def is_asked(self, number):
        """Wait for a number of messages with actions."""
        await self._until(lambda: len(self.messages) >= number)

    async def is_done(self):
        """Wait until every title was chosen."""
        await self._until(lambda: not self._titles)

    async def is_quiet(self):
        """Wait until no message has come for a while, although the server was not busy."""
        seen = None
        while seen != (len(self.messages), len(self.told)):
            seen = len(self.messages), len(self.told)
            for _ in range(2):
                await asyncio.sleep(0.25)
                await self._server_answers()
        assert not self.problem, self.problem

    async def _server_answers(self):
        request = {"textDocument": {"uri": "file:///none"}}
        await self.editor.client.protocol.send_request_async("framesage/status", request)

    async def _until(self, condition):
        async def done() -> None:
            while not (condition() or self.problem):
                await asyncio.sleep(0.002)

        await asyncio.wait_for(done(), PATIENCE)
        assert not self.problem, self.problem
