import os

import peer

os.environ["POLARS_MAX_THREADS"] = "1"

try:
    import polars as pl
except ImportError:
    peer.skip("polars", "polars is not installed")

path, expected = peer.arguments()
table = pl.read_csv(path, schema_overrides={n: pl.Int32 for n in open(path).readline().strip().split(",")})
c = pl.col
on, t, l = c("as_of"), c("target_level"), c("level")
leads, is_next, odd = t >= 3, t == l + 1, (l % 2) == 1


def by_code(code, values, factor):
    out = pl.lit(0, dtype=pl.Int32)
    for i, v in enumerate(values):
        out = pl.when(code == i).then(pl.lit(v * factor, dtype=pl.Int32)).otherwise(out)
    return out


violated = [
    leads & ((c("work_started") + 1920 > on) | (c("grassroots_years") < 2)),
    leads & (c("lower_posts") < 2),
    odd & is_next & (c("level_since") + 768 > on),
    ~odd & (l >= 2) & is_next & (c("level_since") + 1152 > on),
    (c("education") < 3) | ((t >= 5) & (c("education") < 4)),
    t > l + 1,
    c("probation_ends") > on,
    c("last_assessment") >= 2,
    (c("sanction_kind") != 0) & (c("sanctioned_on") + by_code(c("sanction_kind"), peer.BAR, 32) > on),
    c("born") + by_code(t, peer.AGE, 384) <= on,
    (c("training_hours") < 350) | (leads & (c("training_hours") < 550)),
    (c("party_post") != 0) & ((c("party_joined") == 0) | (c("party_joined") + 1152 > on)),
]
query = table.lazy().select([v.sum().alias(f"r{i}") for i, v in enumerate(violated)])
peer.measure("polars", pl.__version__, table.height, expected, lambda: query.collect().row(0),
             note=f"columns of int32, {pl.thread_pool_size()} thread")
