// src/check/check_case.cpp
#include <xuanren/check/check_case.hpp>

#include <xuanren/check/case_verdict.hpp>
