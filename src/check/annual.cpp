// src/check/annual.cpp
#include <xuanren/check/annual.hpp>

#include <xuanren/check/annual_of_dossier.hpp>
