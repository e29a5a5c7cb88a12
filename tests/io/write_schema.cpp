// tests/io/write_schema.cpp
//
// Writes rules/schema/dossier.schema.json and dossier-reference.md anew after a change of the keys.

#include <support/dossier_schema.hpp>

#include <fstream>

int main() {
    const std::string folder = XUANREN_SOURCE_DIR "/rules/schema/";
    std::ofstream(folder + "dossier.schema.json", std::ios::binary)
        << xuanren::testing::dossier_schema();
    std::ofstream(folder + "dossier-reference.md", std::ios::binary)
        << xuanren::testing::dossier_reference();
}
