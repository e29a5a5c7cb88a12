// W1 as a Rego policy, evaluated case by case by OPA's own library.
package main

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"os"
	"runtime/debug"
	"sort"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"

	"peers/cases"
)

//go:embed w1.rego
var policy string

func main() {
	rows, _, err := cases.Read(os.Args[1])
	check(err)
	inputs := make([]ast.Value, len(rows))
	for i, row := range rows {
		inputs[i], err = ast.InterfaceToValue(row)
		check(err)
	}
	ctx := context.Background()
	query, err := rego.New(rego.Query("data.w1.violated"), rego.Module("w1.rego", policy)).PrepareForEval(ctx)
	check(err)
	run := func() []int {
		n := make([]int, 12)
		for _, input := range inputs {
			found, err := query.Eval(ctx, rego.EvalParsedInput(input))
			check(err)
			for _, rule := range found[0].Expressions[0].Value.([]any) {
				number, err := rule.(json.Number).Int64()
				check(err)
				n[number-1]++
			}
		}
		return n
	}
	if found := strings.Trim(strings.ReplaceAll(fmt.Sprint(run()), " ", ","), "[]"); found != os.Args[2] {
		fmt.Fprintln(os.Stderr, "OPA: counts", found, "instead of", os.Args[2])
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
			if module.Path == "github.com/open-policy-agent/opa" {
				version = module.Version
			}
		}
	}
	check(json.NewEncoder(os.Stdout).Encode(map[string]any{"peer": "OPA", "version": version, "rows": len(rows), "ns": taken[1], "note": "the Go library, one thread, inputs parsed beforehand"}))
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "OPA:", err)
		os.Exit(1)
	}
}
