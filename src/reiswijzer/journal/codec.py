"""Frozen values to plain JSON data and back, by their type.

The type says what is read; the data only fill it in, and what does not fit is refused. So what a reader brings from
elsewhere can never name a class, run anything or end up as something that the program does not expect. Of the types:
dataclasses, str, int, float, bool, None, enums, `Literal`, tuples, frozensets, mappings, unions, and `Any` for plain
data. A union of dataclasses, or a base type that is given its `kinds`, is written with the name of the kind.
"""

from __future__ import annotations

import collections.abc
import math
import types
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Kinds = Mapping[Any, tuple[type, ...]]

DEEPEST = 24
"""How many values may stand inside each other."""

LARGEST = 2**53
"""Beyond this a number is not the same in every language."""

_MAPPINGS = (dict, collections.abc.Mapping)
_PLAIN: dict[Any, Callable[[Any], bool]] = {
    str: lambda value: isinstance(value, str),
    bool: lambda value: isinstance(value, bool),
    int: lambda value: isinstance(value, int) and not isinstance(value, bool) and abs(value) <= LARGEST,
    float: lambda value: (
        isinstance(value, int | float)
        and not isinstance(value, bool)
        and math.isfinite(value)
        and abs(value) <= LARGEST
    ),
    type(None): lambda value: value is None,
}


class Unreadable(ValueError):  # noqa: N818 - what is wrong is that it cannot be read
    """What was read or is to be written does not fit its type; `path` says where and `problem` what."""

    def __init__(self, path: str, problem: str) -> None:
        super().__init__(f"{path or 'document'}: {problem}")
        self.path, self.problem = path, problem


def encode(value: Any, kind: Any, kinds: Kinds | None = None) -> Any:
    """Return a value of type `kind` as plain JSON data.

    Parameters
    ----------
    value : object
        What to write.
    kind : type
        Its type, as in an annotation.
    kinds : mapping of type to tuple of dataclasses, optional
        What may stand where a type of which there are several kinds is asked for.

    Raises
    ------
    Unreadable
        When the value does not fit the type, is too deep, or holds a number that JSON has not.
    """
    return _walk(value, kind, kinds or {}, "", write=True)


def decode(data: Any, kind: Any, kinds: Kinds | None = None) -> Any:
    """Return the value of type `kind` that `encode` wrote; a field that is not there takes its default.

    Raises
    ------
    Unreadable
        When the data do not fit the type.
    """
    return _walk(data, kind, kinds or {}, "", write=False)


def _walk(value: Any, kind: Any, kinds: Kinds, path: str, depth: int = 0, *, write: bool) -> Any:  # noqa: C901, PLR0911 - one line per kind of type
    """Turn one value into data (`write`) or back: both ways go along the type."""
    if depth > DEEPEST:
        raise Unreadable(path, "is too deep")

    def inside(one: Any, its_kind: Any, name: object) -> Any:
        return _walk(one, its_kind, kinds, f"{path}/{str(name)[:40]}", depth + 1, write=write)

    origin, arguments = get_origin(kind) or kind, get_args(kind)
    if kind in kinds:
        return _one_of(value, kinds[kind], path, inside, write=write)
    if origin in (Union, types.UnionType):
        return _union(value, arguments, path, inside, write=write)
    if kind is Any:
        return _any(value, path, inside, write=write)
    if kind in _PLAIN:
        _require(_PLAIN[kind](value), path, f"is no {kind.__name__}")
        return float(value) if kind is float else value
    if origin is Literal:
        _require(any(value == one and type(value) is type(one) for one in arguments), path, "is none of the choices")
        return value
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _enum(value, kind, path, write=write)
    if is_dataclass(kind) and isinstance(kind, type):
        return _dataclass(value, kind, path, inside, write=write)
    if origin is tuple:
        return _tuple(value, arguments, path, inside, write=write)
    if origin in (frozenset, collections.abc.Set):
        return _set(value, arguments, path, inside, write=write)
    if origin in _MAPPINGS:
        return _mapping(value, arguments, path, inside, write=write)
    raise Unreadable(path, f"is of a type that cannot be kept: {kind}")


def _require(fits: bool, path: str, problem: str) -> None:
    if not fits:
        raise Unreadable(path, problem)


@cache
def _hints(kind: type) -> dict[str, Any]:
    """Return the types of the fields; what is imported for type checking only is looked up in collections.abc."""
    return get_type_hints(kind, localns={name: getattr(collections.abc, name) for name in collections.abc.__all__})


def _dataclass(value: Any, kind: type, path: str, inside: Any, *, write: bool) -> Any:
    hints = _hints(kind)
    own = [field for field in fields(kind) if field.init]
    if write:
        _require(type(value) is kind, path, f"is no {kind.__name__}")
        return {field.name: inside(getattr(value, field.name), hints[field.name], field.name) for field in own}
    _require(isinstance(value, dict), path, "is no object")
    unknown = value.keys() - {field.name for field in own}
    _require(not unknown, path, f"has unknown fields: {', '.join(sorted(map(repr, unknown)))[:80]}")
    for field in own:
        needed = field.default is MISSING and field.default_factory is MISSING
        _require(field.name in value or not needed, path, f"has no {field.name}")
    found = {
        field.name: inside(value[field.name], hints[field.name], field.name) for field in own if field.name in value
    }
    try:
        return kind(**found)
    except (ValueError, TypeError) as error:
        raise Unreadable(path, str(error)) from error


def _one_of(value: Any, kinds: tuple[type, ...], path: str, inside: Any, *, write: bool) -> Any:
    named = {kind.__name__: kind for kind in kinds}
    if write:
        name = type(value).__name__
        _require(named.get(name) is type(value), path, "is of an unknown kind")
        return {name: inside(value, named[name], name)}
    _require(isinstance(value, dict) and len(value) == 1, path, "is not one kind")
    ((name, content),) = value.items()
    _require(name in named, path, "is of an unknown kind")
    return inside(content, named[name], name)


def _union(value: Any, arguments: tuple[Any, ...], path: str, inside: Any, *, write: bool) -> Any:
    if type(None) in arguments and value is None:
        return None
    rest = tuple(one for one in arguments if one is not type(None))
    if len(rest) == 1:
        return inside(value, rest[0], "?")
    classes = tuple(one for one in rest if is_dataclass(one) and isinstance(one, type))
    named = {one.__name__ for one in classes}
    written = not write and isinstance(value, dict) and len(value) == 1 and next(iter(value)) in named
    if classes and (written or type(value) in classes):
        return _one_of(value, classes, path, inside, write=write)
    for one in sorted((one for one in rest if one not in classes), key=lambda one: one is float):
        try:
            return inside(value, one, "?")
        except Unreadable:
            continue
    raise Unreadable(path, "fits none of its types")


def _enum(value: Any, kind: type[Enum], path: str, *, write: bool) -> Any:
    if write:
        _require(isinstance(value, kind), path, f"is no {kind.__name__}")
        return value.name
    _require(isinstance(value, str) and value in kind.__members__, path, "is none of the choices")
    return kind[value]


def _tuple(value: Any, arguments: tuple[Any, ...], path: str, inside: Any, *, write: bool) -> Any:
    _require(isinstance(value, tuple if write else list), path, "is no list")
    if len(arguments) == 2 and arguments[1] is ...:  # noqa: PLR2004 - tuple[kind, ...]
        arguments = (arguments[0],) * len(value)
    arguments = () if arguments == ((),) else arguments
    _require(len(value) == len(arguments), path, f"has {len(value)} items, not {len(arguments)}")
    found = [inside(one, kind, place) for place, (one, kind) in enumerate(zip(value, arguments, strict=True))]
    return found if write else tuple(found)


def _set(value: Any, arguments: tuple[Any, ...], path: str, inside: Any, *, write: bool) -> Any:
    (kind,) = arguments or (Any,)
    _require(isinstance(value, frozenset if write else list), path, "is no list")
    found = [inside(one, kind, place) for place, one in enumerate(value)]
    if write:
        return sorted(found, key=repr)
    try:
        made = frozenset(found)
    except TypeError as error:
        raise Unreadable(path, "holds what cannot be in a set") from error
    _require(len(made) == len(found), path, "holds something twice")
    return made


def _mapping(value: Any, arguments: tuple[Any, ...], path: str, inside: Any, *, write: bool) -> Any:
    """Write names as the names of a JSON object, any other keys as a list of pairs."""
    key_kind, kind = arguments or (str, Any)
    if key_kind is str:
        _require(isinstance(value, collections.abc.Mapping if write else dict), path, "is no object")
        return {inside(name, str, "name"): inside(one, kind, name) for name, one in value.items()}
    if write:
        _require(isinstance(value, collections.abc.Mapping), path, "is no mapping")
        return [[inside(name, key_kind, "key"), inside(one, kind, name)] for name, one in value.items()]
    pair = types.GenericAlias(tuple, (key_kind, kind))
    pairs = _tuple(value, (pair, ...), path, inside, write=False)
    try:
        made = dict(pairs)
    except TypeError as error:
        raise Unreadable(path, "has a key that cannot be one") from error
    _require(len(made) == len(pairs), path, "has a key twice")
    return made


def _any(value: Any, path: str, inside: Any, *, write: bool) -> Any:
    """Take plain data as they are: lists come back as tuples, as all that is kept is frozen."""
    if isinstance(value, tuple if write else list):
        return _tuple(value, (Any, ...), path, inside, write=write)
    if isinstance(value, collections.abc.Mapping):
        return _mapping(value, (str, Any), path, inside, write=write)
    _require(any(fits(value) for fits in _PLAIN.values()), path, "is no plain value")
    return value
