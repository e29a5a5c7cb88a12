// src/engine/columns.cpp
#include <xuanren/engine/columns/column_plan.hpp>

#include <xuanren/engine/columns/column_plan_run.hpp>
