// src/cli/kin_words.cpp
#include "kin_words.hpp"

#include <algorithm>
#include <utility>

namespace xuanren::cli {

kin_classes::kin_classes(const rulebook& book) {
    for (const auto& t : book.tables()) {
        if (t->id != "avoidance_class") continue;
        for (const table::row& r : t->rows) {
            const auto* key = r.keys[0].as<enumerator>();
            const auto* answer = r.answer.as<enumerator>();
            if (key != nullptr && answer != nullptr)
                of_[static_cast<kinship>(key->index)] = static_cast<kin_class>(answer->index);
        }
    }
}

text kin_classes::words(kinship_set readings) const {
    if (readings.is_empty()) return {"类别不明", "class not known"};
    text out;
    std::vector<kin_class> told;
    readings.each([&](kinship k) {
        const auto found = of_.find(k);
        const kin_class c = found == of_.end() ? kin_class::none : found->second;
        if (std::find(told.begin(), told.end(), c) != told.end()) return;
        told.push_back(c);
        if (!out.zh.empty()) {
            out.zh += "或者";
            out.en += " or ";
        }
        out.zh += chinese_of(c);
        std::string word(english_of(c));
        std::replace(word.begin(), word.end(), '_', '-');
        out.en += c == kin_class::none ? "not listed" : word;
    });
    return out;
}

namespace {

text word_of(kinship k) {
    // spouses_sibling is a spouse's sibling.
    std::string word;
    for (const char c : english_of(k)) {
        const bool is_owner = c == '_' && word.ends_with('s');
        if (is_owner) word.insert(word.size() - 1, "'");
        word += c == '_' ? ' ' : c;
    }
    return {std::string(chinese_of(k)), word};
}

/// The terms by which one of two speaks of the other, and which nobody understands.
text unread_words(const kin_graph& kin, std::uint32_t a, std::uint32_t b) {
    text out;
    for (const auto& [by, about] : {std::pair{a, b}, std::pair{b, a}})
        for (const kin_declaration& d : kin.declared_by(by)) {
            const relative& r = kin.record_of(d);
            const field<std::string>& said = r.path && !r.path->empty() ? r.path : r.term;
            if (d.person != about || !d.readings.is_empty() || !said) continue;
            out.zh += "“" + *said + "”";
            out.en += (out.en.empty() ? "\"" : ", \"") + *said + "\"";
        }
    return {"未识别的亲属称谓" + out.zh, "a term of kinship not understood, " + out.en};
}

}  // namespace

text kinship_words(const kin_graph& kin, std::uint32_t a, std::uint32_t b, kinship_set readings) {
    if (readings.is_empty()) return unread_words(kin, a, b);
    text out;
    const auto add = [&out](kinship k) {
        const text word = word_of(k);
        out.zh += (out.zh.empty() ? "" : "或者") + word.zh;
        out.en += (out.en.empty() ? "" : " or ") + word.en;
    };
    readings.each([&add](kinship k) {
        if (k != kinship::none) add(k);
    });
    if (readings.has(kinship::none)) add(kinship::none);
    return out;
}

text fault_words(const kin_graph& kin, const kin_contradiction& c) {
    const std::string a = name_of(kin, c.cadre), b = name_of(kin, c.other);
    switch (c.fault) {
        case kin_fault::kinds_differ:
            return {a + "与" + b + "的关系，各处申报不一致", a + " and " + b + ": declarations of their kinship differ"};
        case kin_fault::two_parents:
            return {"同一人申报有两名父亲或者两名母亲：" + a + "、" + b, "two fathers or two mothers of one person: " + a + ", " + b};
        case kin_fault::sex_differs:
            return {a + "申报" + b + "的称谓与其性别不符", a + " declares " + b + " by a word that does not fit the sex on file"};
        case kin_fault::two_marriages:
            return {"同一人的两段婚姻时间重叠：" + a + "、" + b, "two marriages of one person overlap: " + a + ", " + b};
        case kin_fault::own_ancestor:
            return {a + "的直系尊亲申报成环", "the ancestors declared of " + a + " run in a circle"};
        case kin_fault::parent_younger:
            return {a + "与" + b + "的出生时间与父母子女关系不符", a + " and " + b + ": dates of birth do not fit parent and child"};
        case kin_fault::marriage_days:
            return {a + "与" + b + "各自申报的婚姻起止不同", a + " and " + b + " give different days of their marriage"};
        case kin_fault::himself:
            return {a + "把本人申报为亲属", a + " declares himself as kin"};
    }
    return {};
}

std::vector<kin_way_step> way_of(const kin_graph& kin, std::uint32_t a, std::uint32_t b, kinship_set readings,
                                 const day_span& days) {
    std::vector<kin_way_step> out;
    readings.each([&](kinship k) {
        auto way = kin.way(a, b, k, days);
        if (out.empty() || (!way.empty() && way.size() < out.size())) out = std::move(way);
    });
    return out;
}

std::vector<std::string> records_between(const kin_context& with, std::uint32_t a, std::uint32_t b,
                                         const std::vector<kin_way_step>& way) {
    const kin_graph& kin = with.kin;
    std::vector<std::string> out = records_of(kin, way);
    const auto add = [&out](const kin_declaration& d) {
        std::string place = place_of(d);
        if (std::find(out.begin(), out.end(), place) == out.end()) out.push_back(std::move(place));
    };
    for (const auto& [by, about] : {std::pair{a, b}, std::pair{b, a}}) {
        for (const kin_declaration& d : kin.declared_by(by))
            if (d.person == about) add(d);
        for (const kin_match& m : with.matches.by(by))
            if (m.about == about) add(kin.declarations()[m.declaration]);
    }
    return out;
}

}  // namespace xuanren::cli
