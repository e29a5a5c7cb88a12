"""The example for PostgreSQL, on a server of the test's own."""

from __future__ import annotations

import importlib.util
import pathlib
from collections.abc import Iterator
from types import ModuleType

import pytest

adbc = pytest.importorskip("adbc_driver_postgresql.dbapi", reason="no driver: pip install xuanren[postgresql]")
pytest.importorskip("pyarrow")

from postgresql_server import NoServer, postgresql_server  # noqa: E402


@pytest.fixture(scope="module")
def uri() -> Iterator[str]:
    try:
        with postgresql_server() as made:
            with adbc.connect(made) as connection, connection.cursor() as cursor:
                cursor.execute(
                    "create table appointments (id text primary key, kind text, discussed_on date, post_level text, "
                    "post_is_leading boolean, present_level text, present_level_since date, notice_from date, notice_to date, post_is_special boolean, at_term_renewal boolean)"
                )
                cursor.execute(
                    "insert into appointments values "
                    "('a1', 'promotion', '2022-09-29', 'township_principal', true, 'township_deputy', '2018-01-01', '2022-09-30', '2022-10-08', false, false),"
                    "('a2', 'promotion', '2022-08-01', 'township_principal', true, 'township_deputy', '2018-01-01', '2022-08-02', '2022-08-10', false, false),"
                    "('a3', null, null, null, null, null, null, null, null, null, null)"
                )
                connection.commit()
            yield made
    except NoServer as why:
        pytest.skip(str(why))


@pytest.fixture(scope="module")
def example() -> ModuleType:
    path = pathlib.Path(__file__).parents[2] / "examples" / "python" / "postgresql.py"
    spec = importlib.util.spec_from_file_location("postgresql_example", path)
    assert spec is not None and spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def test_verdicts_stand_in_the_database(uri: str, example: ModuleType) -> None:
    rule = "appointment-regulations-2019/42/five-working-days"
    count = example.judge(uri)
    with adbc.connect(uri) as connection, connection.cursor() as cursor:
        cursor.execute("select id, status, value, bound from verdicts where rule = $1 order by id", (rule,))
        assert cursor.fetchall()[0][:2] == ("a1", "violated")
        cursor.execute("select count(*) from verdicts")
        assert cursor.fetchone() == (count,)
        cursor.execute("select count(*) from verdicts where id = 'a3' and status = 'violated'")
        assert cursor.fetchone() == (0,)
    # A second time the table is made anew.
    assert example.judge(uri) == count


def test_a_database_without_the_table_is_left_alone(uri: str, example: ModuleType) -> None:
    with adbc.connect(uri) as connection, connection.cursor() as cursor:
        cursor.execute("alter table appointments rename to elsewhere")
        connection.commit()
        with pytest.raises(Exception, match="appointments"):
            example.judge(uri)
        cursor.execute("alter table elsewhere rename to appointments")
        connection.commit()
