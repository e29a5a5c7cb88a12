// src/engine/feel.cpp
#include <xuanren/engine/feel.hpp>

#include <xuanren/engine/feel_parser.hpp>
