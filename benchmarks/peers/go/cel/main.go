// W1 as twelve CEL programs, evaluated case by case.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"runtime/debug"
	"sort"
	"strings"

	"github.com/google/cel-go/cel"

	"peers/cases"
)

var violated = []string{
	"target_level >= 3 && (work_started + 1920 > as_of || grassroots_years < 2)",
	"target_level >= 3 && lower_posts < 2",
	"level % 2 == 1 && target_level == level + 1 && level_since + 768 > as_of",
	"level % 2 == 0 && level >= 2 && target_level == level + 1 && level_since + 1152 > as_of",
	"education < 3 || (target_level >= 5 && education < 4)",
	"target_level > level + 1",
	"probation_ends > as_of",
	"last_assessment >= 2",
	"sanction_kind != 0 && sanctioned_on + [0, 192, 384, 576, 768, 1920][sanction_kind] > as_of",
	"born + [60, 50, 52, 55, 55, 58, 58, 60, 63, 63][target_level] * 384 <= as_of",
	"training_hours < (target_level >= 3 ? 550 : 350)",
	"party_post != 0 && (party_joined == 0 || party_joined + 1152 > as_of)",
}

func main() {
	rows, names, err := cases.Read(os.Args[1])
	check(err)
	var declared []cel.EnvOption
	for _, name := range names {
		declared = append(declared, cel.Variable(name, cel.IntType))
	}
	environment, err := cel.NewEnv(declared...)
	check(err)
	programs := make([]cel.Program, len(violated))
	for i, text := range violated {
		tree, issues := environment.Compile(text)
		check(issues.Err())
		programs[i], err = environment.Program(tree, cel.EvalOptions(cel.OptOptimize))
		check(err)
	}
	run := func() []int {
		n := make([]int, len(programs))
		for _, row := range rows {
			for i, program := range programs {
				value, _, err := program.Eval(row)
				check(err)
				if value.Value() == true {
					n[i]++
				}
			}
		}
		return n
	}
	if found := strings.Trim(strings.ReplaceAll(fmt.Sprint(run()), " ", ","), "[]"); found != os.Args[2] {
		fmt.Fprintln(os.Stderr, "cel-go: counts", found, "instead of", os.Args[2])
		os.Exit(1)
	}
	var taken []float64
	for range 3 {
		start := cases.CPUTime()
		run()
		taken = append(taken, float64((cases.CPUTime()-start).Nanoseconds())/float64(len(rows)))
	}
	sort.Float64s(taken)
	version := ""
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, module := range info.Deps {
			if module.Path == "github.com/google/cel-go" {
				version = module.Version
			}
		}
	}
	check(json.NewEncoder(os.Stdout).Encode(map[string]any{"peer": "cel-go", "version": version, "rows": len(rows), "ns": taken[1], "note": "one thread, a program a rule"}))
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "cel-go:", err)
		os.Exit(1)
	}
}
