// tests/relations/kin_support.hpp
#pragma once

#include <xuanren/records/link.hpp>
#include <xuanren/relations/kin_graph.hpp>

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>
#include <vector>

namespace kin_test {

using namespace xuanren;

/// A declared relative; `person` names a cadre of the document.
inline relative kin(const std::string& term, const std::string& person = "",
                    const std::string& path = "") {
    relative r;
    if (!term.empty()) r.term = term;
    if (!path.empty()) r.path = path;
    if (!person.empty()) r.person = person;
    return r;
}
inline relative married(relative r, const std::string& from, const std::string& to = "") {
    const auto read = [](const std::string& text) {
        return civil_date(std::stoi(text.substr(0, 4)), std::stoi(text.substr(5, 2)),
                          std::stoi(text.substr(8, 2)));
    };
    r.from = read(from);
    if (to.empty())
        r.to = nullptr;
    else
        r.to = read(to);
    return r;
}

struct declared {
    std::string id;
    std::vector<relative> kin;
    field<xuanren::sex> sex{};
};

inline dossier document(std::initializer_list<declared> people) {
    dossier out;
    for (const declared& d : people) {
        cadre c;
        c.id = d.id;
        c.sex = d.sex;
        c.relatives = d.kin;
        out.cadres.push_back(std::move(c));
    }
    const auto problems = link(out);
    REQUIRE(problems.empty());
    return out;
}

inline day_span day(int year, unsigned month = 6, unsigned d = 1) {
    const civil_date on(year, static_cast<int>(month), static_cast<int>(d));
    return {on, on};
}

/// Kinships by name: "sibling", "parent|step_parent".
inline std::string words(kinship_set of) {
    std::string out;
    of.each([&out](kinship k) {
        out += (out.empty() ? "" : "|") + std::string(english_of(k));
    });
    return out;
}

/// What the second is to the first: "sibling", "?parent|step_parent" where records do not settle
/// it, "~spouse" where the days of the marriage leave it open; "" where nothing joins them.
inline std::string between(const dossier& book, const std::string& a, const std::string& b,
                           const day_span& days = day(2024)) {
    const kin_graph graph(book);
    const auto node = [&book](const std::string& id) {
        return book.links.cadres.find(book.cadres, id);
    };
    std::string out;
    for (const kin_relation& r : graph.between(node(a), node(b), days)) {
        if (!out.empty()) out += " ";
        if (!r.is_settled) out += "?";
        if (r.stands == standing::maybe) out += "~";
        if (r.stands == standing::no) out += "!";
        out += words(r.readings);
    }
    return out;
}

}  // namespace kin_test
