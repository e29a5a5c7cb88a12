// src/facts/derive.cpp
#include <xuanren/facts/derive.hpp>

#include <xuanren/facts/derive_facts.hpp>
