// json-logic-js: a rule is JSON, a case is an object.
const fs = require("fs");
let logic;
try {
  logic = require("json-logic-js");
} catch {
  console.log(JSON.stringify({ peer: "json-logic-js", skipped: "the package json-logic-js is not installed" }));
  process.exit(0);
}
const [path, counts] = process.argv.slice(2);
const expected = counts.split(",").map(Number);
const lines = fs.readFileSync(path, "utf8").trim().split("\n");
const names = lines[0].split(",");
const cases = lines.slice(1).map((line) => Object.fromEntries(line.split(",").map((v, i) => [names[i], Number(v)])));
const v = (name) => ({ var: name });
const plus = (name, n) => ({ "+": [v(name), n] });
const byCode = (code, values) => ({ if: values.flatMap((x, i) => [{ "==": [v(code), i] }, x]) });
const age = [60, 50, 52, 55, 55, 58, 58, 60, 63, 63].map((y) => y * 384);
const bar = [0, 6, 12, 18, 24, 60].map((m) => m * 32);
const on = v("as_of");
const leads = { ">=": [v("target_level"), 3] };
const next = { "==": [v("target_level"), plus("level", 1)] };
const rules = [
  { and: [leads, { or: [{ ">": [plus("work_started", 1920), on] }, { "<": [v("grassroots_years"), 2] }] }] },
  { and: [leads, { "<": [v("lower_posts"), 2] }] },
  { and: [{ "==": [{ "%": [v("level"), 2] }, 1] }, next, { ">": [plus("level_since", 768), on] }] },
  { and: [{ "==": [{ "%": [v("level"), 2] }, 0] }, { ">=": [v("level"), 2] }, next, { ">": [plus("level_since", 1152), on] }] },
  { or: [{ "<": [v("education"), 3] }, { and: [{ ">=": [v("target_level"), 5] }, { "<": [v("education"), 4] }] }] },
  { ">": [v("target_level"), plus("level", 1)] },
  { ">": [v("probation_ends"), on] },
  { ">=": [v("last_assessment"), 2] },
  { and: [{ "!=": [v("sanction_kind"), 0] }, { ">": [{ "+": [v("sanctioned_on"), byCode("sanction_kind", bar)] }, on] }] },
  { "<=": [{ "+": [v("born"), byCode("target_level", age)] }, on] },
  { "<": [v("training_hours"), { if: [leads, 550, 350] }] },
  { and: [{ "!=": [v("party_post"), 0] }, { or: [{ "==": [v("party_joined"), 0] }, { ">": [plus("party_joined", 1152), on] }] }] },
];
const run = () => {
  const n = new Array(rules.length).fill(0);
  for (const one of cases) rules.forEach((r, i) => (n[i] += logic.apply(r, one) ? 1 : 0));
  return n;
};
const found = run();
if (found.join() !== expected.join()) {
  console.error(`json-logic-js: counts ${found} instead of ${expected}`);
  process.exit(1);
}
const taken = [0, 1, 2].map(() => {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) * 1000;
}).sort((a, b) => a - b);
console.log(JSON.stringify({ peer: "json-logic-js", version: require("json-logic-js/package.json").version, rows: cases.length, ns: taken[1] / cases.length, note: `node ${process.versions.node}` }));
