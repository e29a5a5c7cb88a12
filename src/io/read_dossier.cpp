// src/io/read_dossier.cpp
#include <xuanren/io/read_dossier.hpp>

#include <xuanren/io/dossier_reader.hpp>
