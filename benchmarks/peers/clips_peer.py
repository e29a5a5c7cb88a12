import peer

try:
    import clips
except ImportError:
    peer.skip("CLIPS", "the clipspy package is not installed")

path, expected = peer.arguments()
cases = peer.rows_of(path)
names = list(cases[0])
environment = clips.Environment()
environment.build("(deftemplate case " + " ".join(f"(slot {n})" for n in names) + ")")
environment.build("(defglobal " + " ".join(f"?*r{i}* = 0" for i in range(1, 13)) + ")")
environment.build("(deffunction age (?level) (nth$ (+ ?level 1) (create$ " + " ".join(str(v * 384) for v in peer.AGE) + ")))")
environment.build("(deffunction bar (?kind) (nth$ (+ ?kind 1) (create$ " + " ".join(str(v * 32) for v in peer.BAR) + ")))")
violated = [
    ("(target_level ?t&:(>= ?t 3)) (work_started ?w) (as_of ?on) (grassroots_years ?g)", "(or (> (+ ?w 1920) ?on) (< ?g 2))"),
    ("(target_level ?t&:(>= ?t 3)) (lower_posts ?p)", "(< ?p 2)"),
    ("(level ?l&:(oddp ?l)) (target_level ?t) (level_since ?s) (as_of ?on)", "(and (= ?t (+ ?l 1)) (> (+ ?s 768) ?on))"),
    ("(level ?l&:(and (evenp ?l) (>= ?l 2))) (target_level ?t) (level_since ?s) (as_of ?on)", "(and (= ?t (+ ?l 1)) (> (+ ?s 1152) ?on))"),
    ("(education ?e) (target_level ?t)", "(or (< ?e 3) (and (>= ?t 5) (< ?e 4)))"),
    ("(target_level ?t) (level ?l)", "(> ?t (+ ?l 1))"),
    ("(probation_ends ?p) (as_of ?on)", "(> ?p ?on)"),
    ("(last_assessment ?a)", "(>= ?a 2)"),
    ("(sanction_kind ?k&~0) (sanctioned_on ?s) (as_of ?on)", "(> (+ ?s (bar ?k)) ?on)"),
    ("(born ?b) (target_level ?t) (as_of ?on)", "(<= (+ ?b (age ?t)) ?on)"),
    ("(training_hours ?h) (target_level ?t)", "(< ?h (if (>= ?t 3) then 550 else 350))"),
    ("(party_post ~0) (party_joined ?p) (as_of ?on)", "(or (= ?p 0) (> (+ ?p 1152) ?on))"),
]
for i, (pattern, test) in enumerate(violated, 1):
    environment.build(f"(defrule r{i} (case {pattern}) (test {test}) => (bind ?*r{i}* (+ ?*r{i}* 1)))")
template = environment.find_template("case")


def run():
    environment.reset()
    for case in cases:
        template.assert_fact(**case)
    environment.run()
    return [environment.find_global(f"r{i}").value for i in range(1, 13)]


peer.measure("CLIPS", "clipspy " + clips.__version__, len(cases), expected, run, times=3,
             note="through clipspy: asserting the facts counts")
