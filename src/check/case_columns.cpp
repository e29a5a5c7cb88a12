// src/check/case_columns.cpp
#include <xuanren/check/case_columns.hpp>

#include <xuanren/check/derive_columns.hpp>
