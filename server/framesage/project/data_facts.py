"""Facts about what an application answers with besides pages, from the names of its files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

API, MODEL = "api-modules", "model-files"
FACTS = (API, MODEL)
_WORD = re.compile(r"[a-z]+")
_API_WORDS = frozenset(
    (
        *("api", "apis", "endpoint", "endpoints", "microservice", "microservices", "predict"),
        *("resource", "resources", "rest", "restapi", "schemas", "serializers", "service"),
        *("services", "webhook", "webhooks"),
    )
)
_MODELS = (".cbm", ".h5", ".joblib", ".keras", ".onnx", ".pkl", ".pmml", ".pt", ".pth", ".tflite")
"""The suffixes of trained models, for Keras, scikit-learn, PyTorch and so on."""


def data_facts(folder: tuple[str, ...], files: Sequence[str]) -> Iterator[str]:
    """Yield the facts that the files of a folder show, given from the project's root."""
    python = [name[:-3] for name in files if name.endswith(".py")]
    if python and any(map(_is_api, (*folder[-1:], *python))):
        yield API
    if any(name.lower().endswith(_MODELS) for name in files):
        yield MODEL


def _is_api(name: str) -> bool:
    return not _API_WORDS.isdisjoint(_WORD.findall(name.lower()))
