// src/io/read_calendar.cpp
#include <xuanren/io/read_calendar.hpp>

#include <xuanren/io/calendar_reader.hpp>
