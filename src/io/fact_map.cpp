// src/io/fact_map.cpp
#include <xuanren/io/table/fact_map.hpp>

// What fact_map.hpp declares, compiled once.
#include <xuanren/io/table/fact_map_reader.hpp>
