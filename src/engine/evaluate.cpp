// src/engine/evaluate.cpp
#include <xuanren/engine/evaluate.hpp>

#include <xuanren/engine/evaluator.hpp>
