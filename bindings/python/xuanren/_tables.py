"""check_table(): tables of cases, one row a case, one column a fact.

What a column may be called and hold: schema/table-reference.md in rules_folder(). Neither pyarrow, pandas,
polars nor duckdb is imported unless a table of theirs is given.
"""

from __future__ import annotations

import datetime
import decimal
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from xuanren import _core
from xuanren._check import book_or_national
from xuanren._values import Date, Days, Months, Outcome, Status, _unknown

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

OUTCOMES: tuple[str, ...] = tuple(each.value for each in Outcome)
"""The words of outcomes; where a table is a dict of numpy arrays, `outcome` holds positions in it."""

STATUSES: tuple[str, ...] = tuple(each.value for each in Status)
"""The words of statuses; where a table is a dict of numpy arrays, `status` holds positions in it."""

_counted = ("satisfied", "violated", "excepted", "undetermined", "judgement", "pending", "not_applicable", "failed")

_T = TypeVar("_T")


def check_table(
    data: _T,
    rulebook: _core.Rulebook | None = None,
    *,
    per: str = "appointment",
    counts: bool = True,
    columns: Mapping[str, str | None] | None = None,
    on: Date | None = None,
    law: Date | None = None,
    stage: str | None = None,
    include_unverified: bool = False,
    threads: int = 1,
) -> _T:
    """Judges a table of cases and answers a table of the same kind 批量审核.

    `data` is a pyarrow Table, RecordBatch or RecordBatchReader, a polars DataFrame, a pandas DataFrame, a DuckDB
    relation, anything else with `__arrow_c_stream__`, or a dict of numpy arrays; it is read where it lies as far as
    its layout allows. A RecordBatchReader is answered by one that judges a batch when it is read: any number of rows
    in the same memory. Of other kinds that speak Arrow the answer is a VerdictStream, which speaks it too.

    A column tells the fact of its name, in either language; `columns` names the fact of a column that is called
    otherwise, or None for one that is left out. A date may be an int32 of days since 1970-01-01. What has no column, None, NaN, NaT and NA are not known.

    A row of the answer is, by `per`:
    - "appointment": row (from 0), outcome, and unless `counts` is False how many rules came to each status;
    - "rule": row, rule, status, for every rule in force;
    - "finding": what is violated, undetermined, left to judgement or failed, a row for each test that decides: row,
      rule, status, fact, value, bound.
    pandas' answers have the index of the rows that they speak of. `on`, `law`, `stage` and `include_unverified` are
    those of check(). `threads` judge at a time; the answer is the same. The interpreter is free meanwhile.

    Errors: ReadError for columns that are no fact (with the nearest names), of the wrong kind, or that hold what
    their fact cannot be; TypeError for an argument of another type, named.
    """
    book = book_or_national(rulebook)
    if not isinstance(per, str):
        raise TypeError(f"per: a value of type {type(per).__name__} was given; str is taken")
    if isinstance(threads, bool) or not isinstance(threads, int) or not 1 <= threads <= 256:
        raise TypeError("threads: an int from 1 to 256 is taken")
    if columns is not None and not isinstance(columns, Mapping):
        raise TypeError(f"columns: a value of type {type(columns).__name__} was given; a dict is taken")
    if stage is not None and not isinstance(stage, str):
        raise TypeError(f"stage: a value of type {type(stage).__name__} was given; str is taken")
    names = None if columns is None else dict(columns)
    how = (on, law, stage, bool(include_unverified), threads)
    answer: Any
    module = type(data).__module__.partition(".")[0]
    if isinstance(data, Mapping):
        answer = _of_arrays(book, data, per, counts, names, how)
    elif module == "pandas" and type(data).__name__ == "DataFrame":
        answer = _of_pandas(book, data, per, counts, names, how)
    elif hasattr(data, "__arrow_c_stream__"):
        _must_be_columns(names, getattr(data, "column_names", None) or getattr(data, "columns", None))
        made = _core.stream(book, data.__arrow_c_stream__(), per, bool(counts), names, *how)
        answer = _as(module, data, made)
    elif hasattr(data, "__arrow_c_array__"):
        import pyarrow

        batch = pyarrow.record_batch(data)
        made = _core.stream(book, pyarrow.Table.from_batches([batch]).__arrow_c_stream__(), per, bool(counts), names, *how)
        answer = _as(module, data, made)
    else:
        raise TypeError(
            f"data: a value of type {type(data).__name__} was given; a table that speaks Arrow (pyarrow, polars, DuckDB), "
            "a pandas DataFrame or a dict of numpy arrays is taken"
        )
    return answer  # type: ignore[no-any-return]


def _must_be_columns(names: Mapping[str, str | None] | None, known: Any) -> None:
    if not names or known is None:
        return
    there = [str(each) for each in known]
    for name in names:
        if name not in there:
            raise KeyError(_unknown("column", name, there))


def _as(module: str, data: Any, made: _core.VerdictStream) -> Any:
    """The stream of verdicts as a table of the kind that was given."""
    try:
        if module == "polars":
            import polars

            return polars.DataFrame(made)
        if module in ("pyarrow", "duckdb", "_duckdb"):
            import pyarrow

            reader = pyarrow.RecordBatchReader.from_stream(made)
            if isinstance(data, pyarrow.RecordBatchReader):
                return reader
            table = reader.read_all()
            if isinstance(data, pyarrow.RecordBatch):
                batches = table.combine_chunks().to_batches()
                return batches[0] if batches else pyarrow.RecordBatch.from_pylist([], schema=table.schema)
            if module != "pyarrow":
                import duckdb

                return duckdb.from_arrow(table)
            return table
    except Exception:
        # The library that read the stream knows no more than that it failed.
        made._refuse()
        raise
    return made


# Columns as arrays: (name, form, array, mask of known rows or None, words of a dictionary).
_Column = tuple[str, str, Any, Any, Any]
_Options = tuple[Date | None, Date | None, str | None, bool, int]

_by_dtype = {"i1": "int8", "i2": "int16", "i4": "int32", "i8": "int64", "u1": "uint8", "u2": "uint16", "u4": "uint32", "f8": "float64"}


def _column_of(name: str, kind: str | None, given: Any) -> _Column:
    """One column from a numpy array; `kind` is that of its fact."""
    import numpy

    array = numpy.asarray(given)
    if array.ndim != 1:
        raise TypeError(f"data[{name!r}]: an array of {array.ndim} dimensions was given; of one is taken")
    known = None
    if isinstance(given, numpy.ma.MaskedArray):
        known = ~numpy.ma.getmaskarray(given)
    code = array.dtype.kind
    if code == "M":
        return _days_of(name, array, known)
    if code == "b":
        return name, "bytes", numpy.ascontiguousarray(array).view(numpy.uint8), _mask(known), None
    if code == "f":
        return _reals_of(name, kind, array, known)
    if code in "iu":
        if array.dtype == numpy.uint64:
            if array.size and int(array.max()) > numpy.iinfo(numpy.int64).max:
                raise TypeError(f"data[{name!r}]: a number is too large")
            array = array.astype(numpy.int64)
        array = numpy.ascontiguousarray(array, dtype=array.dtype.newbyteorder("="))
        if kind == "date" and array.dtype == numpy.int32:
            if array.size and not -719162 <= int(array.min()) <= int(array.max()) <= 2932896:
                raise TypeError(f"data[{name!r}]: a date lies outside the years 1 to 9999")
            return name, "days", array, _mask(known), None
        if kind == "boolean":
            if array.size and not bool(numpy.isin(array, (0, 1)).all()):
                raise TypeError(f"data[{name!r}]: the fact is a boolean, and numbers other than 0 and 1 were given")
            return name, "bytes", array.astype(numpy.uint8), _mask(known), None
        return name, _by_dtype[array.dtype.str[1:]], array, _mask(known), None
    if code in "OUST":
        return _objects_of(name, kind, array, known)
    raise TypeError(f"data[{name!r}]: an array of {array.dtype} was given; booleans, numbers, datetime64 and text are taken")


def _mask(known: NDArray[Any] | None) -> Any:
    import numpy

    return None if known is None or bool(known.all()) else numpy.ascontiguousarray(known).view(numpy.uint8)


def _days_of(name: str, array: NDArray[Any], known: NDArray[Any] | None) -> _Column:
    import numpy

    days = array.astype("datetime64[D]", copy=False)
    if days.dtype != array.dtype and not bool(((days == array) | numpy.isnat(array)).all()):
        raise TypeError(f"data[{name!r}]: points of time were given; dates are taken")
    return name, "days64", numpy.ascontiguousarray(days).view(numpy.int64), _mask(known), None


def _reals_of(name: str, kind: str | None, array: NDArray[Any], known: NDArray[Any] | None) -> _Column:
    import numpy

    array = numpy.ascontiguousarray(array, dtype=numpy.float64)
    missing = numpy.isnan(array)
    if bool(missing.any()):
        known = ~missing if known is None else known & ~missing
    # Whole numbers with gaps are doubles in numpy and pandas.
    if kind in ("months", "days", "enumeration", "boolean"):
        filled = numpy.where(missing, 0.0, array)
        whole = numpy.abs(filled) < 2.0**53
        if not bool((whole & (numpy.trunc(filled) == filled)).all()):
            raise TypeError(f"data[{name!r}]: the fact is one of {kind}, and a fraction was given")
        numbers = filled.astype(numpy.int64)
        if kind == "boolean":
            if not bool(numpy.isin(numbers, (0, 1)).all()):
                raise TypeError(f"data[{name!r}]: the fact is a boolean, and numbers other than 0 and 1 were given")
            return name, "bytes", numbers.astype(numpy.uint8), _mask(known), None
        return name, "int64", numbers, _mask(known), None
    return name, "float64", array, _mask(known), None


def _objects_of(name: str, kind: str | None, array: NDArray[Any], masked: NDArray[Any] | None) -> _Column:
    """Python's objects, one by one: dates, texts, booleans, numbers, periods; None, NaN, NaT and NA say nothing."""
    import numpy

    known = numpy.zeros(len(array), dtype=numpy.uint8)
    numbers = numpy.zeros(len(array), dtype=numpy.int64)
    reals: NDArray[Any] | None = None
    words: dict[str, int] = {}
    form = ""
    for i, held in enumerate(array.tolist()):
        if masked is not None and not masked[i]:
            continue
        this: str
        if isinstance(held, str):
            this, number = "words", words.setdefault(held, len(words))
        elif held is None:
            continue
        elif isinstance(held, bool):
            this, number = "bytes", int(held)
        elif isinstance(held, int):
            this, number = "int64", held
            if not -(2**63) <= held < 2**63:
                raise TypeError(f"data[{name!r}][{i}]: the number is too large")
        elif _core.is_missing(held):
            continue
        elif isinstance(held, datetime.date):
            plain = _core.to_json(held, f"data[{name!r}][{i}]").decode().strip('"')
            this, number = "days", datetime.date.fromisoformat(plain).toordinal() - 719163
        elif isinstance(held, (float, decimal.Decimal)):
            this, number = "float64", 0
            if reals is None:
                reals = numbers.astype(numpy.float64)
            reals[i] = float(held)
        elif isinstance(held, Months) or isinstance(held, Days):
            this, number = "int64", held.count
        else:
            raise TypeError(f"data[{name!r}][{i}]: a value of type {type(held).__name__} was given")
        if form and form != this:
            if {form, this} != {"int64", "float64"}:
                raise TypeError(f"data[{name!r}][{i}]: a value of type {type(held).__name__} stands among others of another type")
            this = "float64"
        form = this
        known[i] = 1
        numbers[i] = number
        if reals is not None and this == "float64" and not isinstance(held, (float, decimal.Decimal)):
            reals[i] = float(number)
    if form == "float64" and reals is not None:
        return _reals_of(name, kind, numpy.where(known == 1, reals, numpy.nan), None)
    if not form:  # nothing is known: of whatever form the fact has
        form = {"boolean": "bytes", "date": "days", "string": "words", "enumeration": "words"}.get(kind or "", "int64")
    mask = _mask(known.astype(bool))
    if form == "bytes":
        return name, form, numbers.astype(numpy.uint8), mask, None
    if form == "words":
        return name, "words32", numbers.astype(numpy.int32), mask, list(words)
    return name, form, numbers.astype(numpy.int32) if form == "days" else numbers, mask, None


def _kind_of(book: _core.Rulebook, column: str) -> str | None:
    told = _core.fact_told(column, book)
    if told is None:
        for ending in (".latest", ".most"):
            if column.endswith(ending):
                told = _core.fact_told(column[: -len(ending)], book)
    return None if told is None else str(told[2])


def _judged(book: _core.Rulebook, given: list[_Column], rows: int, per: str, counts: bool, names: dict[str, str | None] | None, how: _Options) -> dict[str, Any]:
    """The answer as a dict of arrays, and under "words" those of rules and findings."""
    import numpy

    answer = _core.columns(book, given, rows, per, bool(counts), names, *how)
    if per == "appointment":
        outcome, counted = answer
        out: dict[str, Any] = {"row": numpy.arange(rows, dtype=numpy.int64), "outcome": outcome}
        if counted is not None:
            for name in _counted:
                out[name] = counted[:, STATUSES.index(name)]
        return out
    row, rule, status, rules, fact, value, bound, words = answer
    out = {"row": row, "rule": (rule, rules), "status": status}
    if per == "finding":
        out |= {"fact": (fact, words), "value": (value, words), "bound": (bound, words)}
    return out


def _of_arrays(book: _core.Rulebook, data: Mapping[Any, Any], per: str, counts: bool, names: dict[str, str | None] | None, how: _Options) -> dict[str, Any]:
    import numpy

    _must_be_columns(names, data)
    given: list[_Column] = []
    rows: int | None = None
    for name, array in data.items():
        if not isinstance(name, str):
            raise TypeError(f"data: a column's name of type {type(name).__name__} was given; str is taken")
        fact = name if names is None or name not in names else names[name]
        if fact is None:
            continue
        if isinstance(array, (str, bytes)) or not (hasattr(array, "__array__") or isinstance(array, Sequence)):
            raise TypeError(f"data[{name!r}]: a value of type {type(array).__name__} was given; a numpy array is taken")
        column = _column_of(fact, _kind_of(book, fact), array)
        if rows is not None and len(column[2]) != rows:
            raise TypeError(f"data[{name!r}]: {len(column[2])} rows were given, of the columns before it {rows}")
        rows = len(column[2])
        given.append(column)
    answer = _judged(book, given, rows or 0, per, counts, None, how)
    for name, held in answer.items():
        if isinstance(held, tuple):  # words, of which there are few
            answer[name] = numpy.array(held[1], dtype=object)[held[0]]
    return answer


def _of_pandas(book: _core.Rulebook, data: Any, per: str, counts: bool, names: dict[str, str | None] | None, how: _Options) -> Any:
    pandas = sys.modules["pandas"]
    import numpy

    _must_be_columns(names, data.columns)
    given: list[_Column] = []
    for i, name in enumerate(data.columns):
        fact = name if names is None or name not in names else names[name]
        if fact is None:
            continue
        if not isinstance(fact, str):
            raise TypeError(f"data: a column's name of type {type(fact).__name__} was given; str is taken")
        series, kind = data.iloc[:, i], _kind_of(book, fact)
        dtype = series.dtype
        if isinstance(dtype, numpy.dtype):
            given.append(_column_of(fact, kind, series.to_numpy()))
        elif isinstance(dtype, pandas.CategoricalDtype) and all(isinstance(each, str) for each in dtype.categories):
            codes = numpy.asarray(series.cat.codes)
            positions = numpy.where(codes < 0, 0, codes).astype(numpy.int32)
            given.append((fact, "words32", positions, _mask(codes >= 0), list(dtype.categories)))
        elif isinstance(dtype, pandas.DatetimeTZDtype):
            raise TypeError(f"data[{name!r}]: points of time in a zone were given; dates are taken")
        else:
            missing = series.isna().to_numpy()
            kinds = {"i": numpy.int64, "u": numpy.int64, "f": numpy.float64, "b": numpy.bool_}
            plain = kinds.get(getattr(dtype, "kind", "O"))
            if plain is None:
                given.append(_column_of(fact, kind, series.astype(object).where(~missing, None).to_numpy(dtype=object)))
            else:
                values = series.to_numpy(dtype=plain, na_value=plain(0))
                given.append(_column_of(fact, kind, numpy.ma.array(values, mask=missing)))
    answer = _judged(book, given, len(data), per, counts, None, how)
    row = answer["row"]
    made = {}
    for name, held in answer.items():
        if name == "outcome":
            made[name] = pandas.Categorical.from_codes(held, categories=list(OUTCOMES), ordered=True)
        elif name == "status":
            made[name] = pandas.Categorical.from_codes(held, categories=list(STATUSES))
        elif isinstance(held, tuple):
            codes, words = held
            if name != "rule":  # the first word says that there is none
                codes, words = codes - 1, words[1:]
            made[name] = pandas.Categorical.from_codes(codes, categories=list(words))
        else:
            made[name] = held
    return pandas.DataFrame(made, index=data.index if per == "appointment" else data.index[row])
