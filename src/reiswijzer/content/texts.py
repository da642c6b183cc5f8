"""The Dutch texts of one exercise or control: what it is, steps, sentences by id, questions with replies, sources."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from string import Formatter
from typing import Any

from reiswijzer.content.choices import Choice, parse
from reiswijzer.content.files import ContentError, names, raw, require, toml, unique

EXERCISES, CONTROLS, JOURNAL, TOGETHER = "exercises", "regelaars", "verslag", "samen"
"""The folders with texts: of the exercises; without steps, of controls in essays, parts of the journal and groups."""


@dataclass(frozen=True)
class Step:
    """One screen of an exercise."""

    id: str
    label: str


@dataclass(frozen=True)
class Reference:
    """A source that an exercise names: `id` is its bibliography key or case id."""

    id: str
    label: str
    url: str


@dataclass(frozen=True)
class Texts:
    """Everything an exercise or control says.

    `data` holds whatever tables the exercise needs beyond sentences and questions (its own `[data]`).
    """

    id: str
    title: str
    insight: int
    minutes: int
    question: str
    shows: str
    models: tuple[str, ...]
    steps: tuple[Step, ...]
    sentences: dict[str, str]
    choices: dict[str, Choice]
    references: dict[str, Reference]
    data: dict[str, Any]
    folder: str = EXERCISES

    @property
    def file(self) -> str:
        """The file these texts come from."""
        return f"{self.folder}/{self.id}.toml"

    def __call__(self, ident: str, **values: object) -> str:
        """Return sentence `ident` with its `{placeholders}` filled in.

        Raises
        ------
        ContentError
            When there is no such sentence, or a placeholder gets no value.
        """
        if ident not in self.sentences:
            raise ContentError(self.file, ident, "there is no such text")
        sentence = self.sentences[ident]
        missing = {name for _, name, _, _ in Formatter().parse(sentence) if name} - values.keys()
        if missing:
            raise ContentError(self.file, ident, f"no value for {', '.join(sorted(missing))}")
        return sentence.format(**values)

    def choice(self, ident: str) -> Choice:
        """Return the question with this id; raise `ContentError` when there is none."""
        if ident not in self.choices:
            raise ContentError(self.file, ident, "there is no such question")
        return self.choices[ident]

    def reference(self, ident: str) -> Reference:
        """Return the source with this id; raise `ContentError` when there is none."""
        if ident not in self.references:
            raise ContentError(self.file, ident, "there is no such source")
        return self.references[ident]


@cache
def texts(ident: str, folder: str = EXERCISES) -> Texts:
    """Load and check the texts of exercise `ident`, or those in another folder."""
    file = f"{folder}/{ident}.toml"
    table = toml(file)
    require(file, ident, table, "title", "minutes", "question", "shows", "texts")
    if folder == EXERCISES:
        require(file, ident, table, "step")
    steps = table.get("step", [])
    for step in steps:
        require(file, str(step.get("id", "step without id")), step, "id", "label")
    unique(file, (step["id"] for step in steps))
    for reference in table.get("source", []):
        require(file, str(reference.get("id", "source without id")), reference, "id", "label", "url")
    for key, sentence in table["texts"].items():
        if not isinstance(sentence, str) or not sentence.strip():
            raise ContentError(file, key, "is empty or not a text")
    questions = [parse(file, item) for item in table.get("choice", [])]
    unique(file, (question.id for question in questions))
    known = {item["id"] for item in table.get("source", [])}
    for target in re.findall(r"\(bron:([\w-]+)\)", raw(file)):
        if target not in known:
            raise ContentError(file, target, "is named as a source in a text, but there is no [[source]] with this id")
    return Texts(
        id=ident,
        title=table["title"],
        insight=table.get("insight", 0),
        minutes=table["minutes"],
        question=table["question"].strip(),
        shows=table["shows"].strip(),
        models=tuple(table.get("models", ())),
        steps=tuple(Step(step["id"], step["label"]) for step in steps),
        sentences={key: sentence.strip() for key, sentence in table["texts"].items()},
        choices={question.id: question for question in questions},
        references={item["id"]: Reference(item["id"], item["label"], item["url"]) for item in table.get("source", [])},
        data=table.get("data", {}),
        folder=folder,
    )


def exercise_ids() -> tuple[str, ...]:
    """Return the ids of all exercises that have texts."""
    return names("exercises", ".toml")


def control_ids() -> tuple[str, ...]:
    """Return the ids of all controls that have texts."""
    return names(CONTROLS, ".toml")


def journal_ids() -> tuple[str, ...]:
    """Return the ids of all texts of the journal's pages."""
    return names(JOURNAL, ".toml")
