import peer

try:
    import duckdb
except ImportError:
    peer.skip("DuckDB", "the duckdb package is not installed")

path, expected = peer.arguments()
base = duckdb.connect()
base.execute("set threads to 1")
base.execute(f"create table cases as select * from read_csv('{path}', all_varchar = false)")
base.execute("create table c as select " + ", ".join(f"{n}::integer as {n}" for (n, *_) in base.execute("describe cases").fetchall()) + " from cases")
age = "case target_level " + " ".join(f"when {i} then {v * 384}" for i, v in enumerate(peer.AGE)) + " end"
bar = "case sanction_kind " + " ".join(f"when {i} then {v * 32}" for i, v in enumerate(peer.BAR)) + " end"
violated = [
    "target_level >= 3 and (work_started + 1920 > as_of or grassroots_years < 2)",
    "target_level >= 3 and lower_posts < 2",
    "level % 2 = 1 and target_level = level + 1 and level_since + 768 > as_of",
    "level % 2 = 0 and level >= 2 and target_level = level + 1 and level_since + 1152 > as_of",
    "education < 3 or (target_level >= 5 and education < 4)",
    "target_level > level + 1",
    "probation_ends > as_of",
    "last_assessment >= 2",
    f"sanction_kind != 0 and sanctioned_on + {bar} > as_of",
    f"born + {age} <= as_of",
    "training_hours < case when target_level >= 3 then 550 else 350 end",
    "party_post != 0 and (party_joined = 0 or party_joined + 1152 > as_of)",
]
query = "select " + ", ".join(f"count(*) filter (where {v})" for v in violated) + " from c"
rows = base.execute("select count(*) from c").fetchone()[0]
peer.measure("DuckDB", duckdb.__version__, rows, expected, lambda: base.execute(query).fetchone(), note="in memory, 1 thread, integers")
