// src/engine/columns.cpp
#include <xuanren/engine/columns/column_findings.hpp>
#include <xuanren/engine/columns/column_plan.hpp>

#include <xuanren/engine/columns/column_findings_run.hpp>
