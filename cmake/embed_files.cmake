# Writes OUTPUT, a C++ source that holds the files FILES (paths below ROOT, set apart by "|").
string(REPLACE "|" ";" files "${FILES}")
list(SORT files)
set(entries "")
foreach(file IN LISTS files)
  file(READ "${ROOT}/${file}" bytes)
  string(APPEND entries "    {\"${file}\"sv, R\"~xuanren~(${bytes})~xuanren~\"sv},\n")
endforeach()
file(WRITE "${OUTPUT}.new" "#include <xuanren/io/embedded.hpp>

namespace xuanren {

const std::vector<embedded_file>& embedded_rules() {
    using namespace std::string_view_literals;
    static const std::vector<embedded_file> files = {
${entries}    };
    return files;
}

}  // namespace xuanren
")
file(RENAME "${OUTPUT}.new" "${OUTPUT}")
