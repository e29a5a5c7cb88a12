// src/facts/catalogue.cpp
#include <xuanren/facts/catalogue.hpp>

#include <xuanren/facts/national_facts.hpp>
