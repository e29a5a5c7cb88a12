// src/check/check.cpp
#include <xuanren/check/check.hpp>

#include <xuanren/check/check_dossier.hpp>
