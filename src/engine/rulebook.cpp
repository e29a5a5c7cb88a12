// src/engine/rulebook.cpp
#include <xuanren/engine/rulebook.hpp>

#include <xuanren/engine/rulebook_make.hpp>
