// Package cases reads the cases of W1 and tells the time that the program took.
package cases

import (
	"bufio"
	"os"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// Read gives each case as a map from name to number, and the names.
func Read(path string) ([]map[string]any, []string, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	defer file.Close()
	var rows []map[string]any
	var names []string
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		cells := strings.Split(lines.Text(), ",")
		if names == nil {
			names = cells
			continue
		}
		row := make(map[string]any, len(cells))
		for i, cell := range cells {
			n, err := strconv.ParseInt(cell, 10, 64)
			if err != nil {
				return nil, nil, err
			}
			row[names[i]] = n
		}
		rows = append(rows, row)
	}
	return rows, names, lines.Err()
}

// CPUTime is what the processors have spent on this program.
func CPUTime() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		return 0
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
