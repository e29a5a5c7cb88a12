import importlib.metadata
import json

import peer

try:
    import zen
except ImportError:
    peer.skip("GoRules ZEN", "the zen-engine package is not installed")

path, expected = peer.arguments()
cases = peer.rows_of(path)
age = "[" + ", ".join(str(v * 384) for v in peer.AGE) + "][target_level]"
bar = "[" + ", ".join(str(v * 32) for v in peer.BAR) + "][sanction_kind]"
violated = [
    "target_level >= 3 and (work_started + 1920 > as_of or grassroots_years < 2)",
    "target_level >= 3 and lower_posts < 2",
    "level % 2 == 1 and target_level == level + 1 and level_since + 768 > as_of",
    "level % 2 == 0 and level >= 2 and target_level == level + 1 and level_since + 1152 > as_of",
    "education < 3 or (target_level >= 5 and education < 4)",
    "target_level > level + 1",
    "probation_ends > as_of",
    "last_assessment >= 2",
    f"sanction_kind != 0 and sanctioned_on + {bar} > as_of",
    f"born + {age} <= as_of",
    "training_hours < (target_level >= 3 ? 550 : 350)",
    "party_post != 0 and (party_joined == 0 or party_joined + 1152 > as_of)",
]
graph = {
    "nodes": [
        {"id": "in", "type": "inputNode", "name": "request", "position": {"x": 0, "y": 0}},
        {"id": "rules", "type": "expressionNode", "name": "rules", "position": {"x": 1, "y": 0},
         "content": {"expressions": [{"id": f"r{i}", "key": f"r{i}", "value": v} for i, v in enumerate(violated)]}},
        {"id": "out", "type": "outputNode", "name": "response", "position": {"x": 2, "y": 0}},
    ],
    "edges": [{"id": "a", "sourceId": "in", "targetId": "rules"}, {"id": "b", "sourceId": "rules", "targetId": "out"}],
}
engine = zen.ZenEngine()
decision = engine.create_decision(json.dumps(graph))


def run():
    n = [0] * 12
    for case in cases:
        found = decision.evaluate(case)["result"]
        for i in range(12):
            n[i] += found[f"r{i}"]
    return n


peer.measure("GoRules ZEN", importlib.metadata.version("zen-engine"), len(cases), expected, run, times=3,
             note="from Python, a case a call, one graph of 12 expressions")
