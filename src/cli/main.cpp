// src/cli/main.cpp
#include "program.hpp"

int main(int count, char** arguments) { return xuanren::cli::run_program(count, arguments); }
