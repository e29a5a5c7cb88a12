// src/io/write_dossier.cpp
#include <xuanren/io/write_dossier.hpp>

#include <xuanren/io/dossier_writer.hpp>
