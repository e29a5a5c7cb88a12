import peer

try:
    import numpy as np
except ImportError:
    peer.skip("numpy", "numpy is not installed")

path, expected = peer.arguments()
names = open(path).readline().strip().split(",")
data = np.loadtxt(path, delimiter=",", skiprows=1, dtype=np.int32)
wide = {"as_of", "born", "work_started", "party_joined", "level_since", "probation_ends", "sanctioned_on"}
c = {n: np.ascontiguousarray(data[:, i]).astype(np.int32 if n in wide else np.int16 if n == "training_hours" else np.int8)
     for i, n in enumerate(names)}
age = np.array(peer.AGE, np.int32) * 384
bar = np.array(peer.BAR, np.int32) * 32


def run():
    on, t, l = c["as_of"], c["target_level"], c["level"]
    leads, is_next, odd = t >= 3, t == l + 1, (l & 1) == 1
    violated = [
        leads & ((c["work_started"] + 1920 > on) | (c["grassroots_years"] < 2)),
        leads & (c["lower_posts"] < 2),
        odd & is_next & (c["level_since"] + 768 > on),
        ~odd & (l >= 2) & is_next & (c["level_since"] + 1152 > on),
        (c["education"] < 3) | ((t >= 5) & (c["education"] < 4)),
        t > l + 1,
        c["probation_ends"] > on,
        c["last_assessment"] >= 2,
        (c["sanction_kind"] != 0) & (c["sanctioned_on"] + bar[c["sanction_kind"]] > on),
        c["born"] + age[t] <= on,
        c["training_hours"] < np.where(leads, np.int16(550), np.int16(350)),
        (c["party_post"] != 0) & ((c["party_joined"] == 0) | (c["party_joined"] + 1152 > on)),
    ]
    return [v.sum() for v in violated]


peer.measure("numpy", np.__version__, len(data), expected, run, note="columns of int8 to int32")
