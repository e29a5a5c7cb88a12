// src/engine/eval.cpp
#include <xuanren/engine/eval.hpp>

#include <xuanren/engine/eval_json.hpp>
