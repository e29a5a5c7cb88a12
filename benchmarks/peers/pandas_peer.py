import peer

try:
    import pandas as pd
except ImportError:
    peer.skip("pandas", "pandas is not installed")

path, expected = peer.arguments()
c = pd.read_csv(path, dtype="int32")
age = pd.Series(peer.AGE, dtype="int32") * 384
bar = pd.Series(peer.BAR, dtype="int32") * 32


def run():
    on, t, l = c.as_of, c.target_level, c.level
    leads, is_next, odd = t >= 3, t == l + 1, l % 2 == 1
    violated = [
        leads & ((c.work_started + 1920 > on) | (c.grassroots_years < 2)),
        leads & (c.lower_posts < 2),
        odd & is_next & (c.level_since + 768 > on),
        ~odd & (l >= 2) & is_next & (c.level_since + 1152 > on),
        (c.education < 3) | ((t >= 5) & (c.education < 4)),
        t > l + 1,
        c.probation_ends > on,
        c.last_assessment >= 2,
        (c.sanction_kind != 0) & (c.sanctioned_on + c.sanction_kind.map(bar) > on),
        c.born + t.map(age) <= on,
        (c.training_hours < 350) | (leads & (c.training_hours < 550)),
        (c.party_post != 0) & ((c.party_joined == 0) | (c.party_joined + 1152 > on)),
    ]
    return [v.sum() for v in violated]


peer.measure("pandas", pd.__version__, len(c), expected, run, note="columns of int32")
