// tests/relations/kinship_terms_test.cpp
#include "kin_support.hpp"

#include <nlohmann/json.hpp>

#include <fstream>
#include <map>
#include <set>
#include <sstream>

using namespace kin_test;

namespace {

/// The table of classes as the rules have it, so that words, paths and law are held together.
const std::map<std::string, std::string>& classes() {
    static const auto made = [] {
        std::ifstream in(std::string(XUANREN_SOURCE_DIR) +
                         "/rules/state/civil-servant-avoidance-2020/tables.json");
        const auto tree = nlohmann::json::parse(in);
        std::map<std::string, std::string> out;
        for (const auto& t : tree.at("tables"))
            if (t.at("id") == "avoidance_class")
                for (const auto& row : t.at("rows")) out[row.at(0)] = row.at(1);
        return out;
    }();
    return made;
}

/// "collateral|in_law"; "unknown" where nothing is said.
std::string classes_of(const std::optional<kin_path>& path) {
    if (!path) return "unknown";
    std::set<std::string> all;
    kinships_of(*path).each([&all](kinship k) { all.insert(classes().at(std::string(english_of(k)))); });
    std::string out;
    for (const std::string& c : all) out += (out.empty() ? "" : "|") + c;
    return out;
}

}  // namespace

TEST_CASE("称谓：每一个称谓、每一条路径的亲属类别") {
    // term, path and class of the words that the family table of the appointment form knows.
    std::ifstream in(std::string(XUANREN_SOURCE_DIR) + "/tests/relations/kinship_terms.csv");
    std::string line;
    std::getline(in, line);
    int count = 0;
    while (std::getline(in, line)) {
        std::stringstream row(line);
        std::string term, path, expected;
        std::getline(row, term, ',');
        std::getline(row, path, ',');
        std::getline(row, expected, ',');
        ++count;
        CAPTURE(term);
        CHECK(classes_of(kin_path_of({}, field<std::string>(term))) == expected);
        CHECK(classes_of(read_kin_path(path)) == expected);
    }
    CHECK(count == 276);
}

TEST_CASE("亲属类别：每一种亲属关系在表中都有一行") {
    for (std::size_t i = 0; i < word_count<kinship>; ++i)
        CHECK(classes().contains(std::string(english_of(static_cast<kinship>(i)))));
}

TEST_CASE("称谓：括注、序数先剥离，生僻的不猜") {
    const auto of = [](const char* term) -> std::string {
        const auto path = kin_path_of({}, field<std::string>(std::string(term)));
        if (!path) return "?";
        std::string out;
        kinships_of(*path).each([&out](kinship k) {
            out += (out.empty() ? "" : "|") + std::string(english_of(k));
        });
        return out;
    };
    CHECK(of("父亲（已故）") == "parent");
    CHECK(of("父亲(已去世)") == "parent");
    CHECK(of("次女婿") == "childs_spouse");
    CHECK(of("六弟") == "sibling");
    CHECK(of("孃孃") == "parents_sibling");
    CHECK(of("嬢嬢") == "parents_sibling");
    CHECK(of("表兄弟") == "first_cousin");
    CHECK(of("爸爸的妈妈的姐姐的儿子") == "?");
    CHECK(of("其他亲属") == "?");
    CHECK(of("户主") == "?");
    CHECK(of("") == "?");
    CHECK(of("本人") == "self");
    CHECK(of("干爹") == "none");
}

TEST_CASE("路径：字母之外的不认") {
    CHECK(read_kin_path("F.eB.S"));
    CHECK(read_kin_path("F.Z.S|M.B.S|M.Z.S")->readings.size() == 3);
    CHECK(read_kin_path("exW")->readings[0][0].is_former);
    for (const char* wrong : {"", "?", "Q", "F.", ".F", "F..B", "FB", "e", "F|", "exex", "*"}) {
        CAPTURE(wrong);
        CHECK_FALSE(read_kin_path(wrong));
    }
    // 爸爸的妈妈的姐姐的儿子, and the daughter: the same degree (F10 of the list of troubles).
    CHECK(kinship_of(read_kin_path("F.M.eZ.S")->readings[0]) == kinship::further_collateral);
    CHECK(kinship_of(read_kin_path("F.M.eZ.D")->readings[0]) == kinship::further_collateral);
}

TEST_CASE("称谓：每一个只在表中出现一次") {
    std::vector<std::string_view> words;
    for (const kin_term& t : detail::kin_terms) {
        std::string_view rest = t.words;
        while (!rest.empty()) {
            const auto bar = rest.find('|');
            words.push_back(rest.substr(0, bar));
            if (bar == std::string_view::npos) break;
            rest.remove_prefix(bar + 1);
        }
    }
    std::sort(words.begin(), words.end());
    CHECK(std::adjacent_find(words.begin(), words.end()) == words.end());
    CHECK(words.size() > 300);
}
