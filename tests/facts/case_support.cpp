// tests/facts/case_support.cpp
#include "case_support.hpp"

#include <xuanren/facts/catalogue.hpp>
#include <xuanren/facts/derive.hpp>
#include <xuanren/io/read_dossier.hpp>

namespace facts_test {

namespace {

/// A value as the tests write it: words, ISO dates, "low..high" for what is not known exactly.
std::string show(const value& v) {
    const auto bounds = [](const auto& i, auto say) {
        return i.is_exact() ? say(i.low()) : say(i.low()) + ".." + say(i.high());
    };
    if (v.is_null()) return "null";
    if (const auto* b = v.as<bool>()) return *b ? "true" : "false";
    if (const auto* n = v.as<interval<number>>())
        return bounds(*n, [](const number& x) { return to_string(x); });
    if (const auto* d = v.as<interval<civil_date>>())
        return bounds(*d, [](const civil_date& x) { return to_string(x); });
    if (const auto* s = v.as<std::shared_ptr<const std::string>>()) return **s;
    if (const auto* e = v.as<enumerator>())
        return e->words->members[static_cast<std::size_t>(e->index)].name;
    if (const auto* r = v.as<std::shared_ptr<const range_value>>())
        return show((*r)->low) + "~" + show((*r)->high);
    if (const auto* l = v.as<std::shared_ptr<const list_value>>()) {
        std::string out = "[";
        for (const value& item : (*l)->items) out += (out.size() > 1 ? "," : "") + show(item);
        return out + "]";
    }
    if (const auto* r = v.as<std::shared_ptr<const record_value>>()) {
        std::string out = "{";
        for (std::size_t i = 0; i < (*r)->fields.size(); ++i)
            if (!(*r)->fields[i].is_unknown())
                out += (out.size() > 1 ? " " : "") + (*r)->type->fields[i].name + "=" +
                       show((*r)->fields[i]);
        return out + "}";
    }
    return "?";
}

}  // namespace

dossier read(const json& document) {
    auto result = read_dossier(document.dump());
    if (!result)
        for (const problem& p : result.problems())
            MESSAGE(p.code << " " << p.at << " " << p.message.en);
    REQUIRE(result.has_value());
    return std::move(result.value().value);
}

facts_of::facts_of(const json& document, std::size_t appointment, const review_scope& scope) {
    const dossier book = read(document);
    const auto facts = national_catalogue();
    const fact_values values = derive(*facts, book, appointment, {scope, nullptr});
    CHECK(values.failed.empty());
    for (std::size_t i = 0; i < facts->size(); ++i)
        values_[(*facts)[i].name] = {show(values.values[i]), values.sources[i].pointer()};
}

const std::string& facts_of::operator[](const std::string& name) const {
    REQUIRE_MESSAGE(values_.count(name) == 1, name);
    return values_.at(name).first;
}

const std::string& facts_of::source(const std::string& name) const {
    REQUIRE_MESSAGE(values_.count(name) == 1, name);
    return values_.at(name).second;
}

}  // namespace facts_test
