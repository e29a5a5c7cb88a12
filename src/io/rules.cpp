// src/io/rules.cpp
#include <xuanren/io/rules.hpp>

#include <xuanren/io/rules_load.hpp>
#include <xuanren/io/rules_writer.hpp>
