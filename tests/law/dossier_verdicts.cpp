#include "dossier_verdicts.hpp"
#include "national_law.hpp"

#include <support/columns_beside.hpp>

#include <xuanren/check/check.hpp>
#include <xuanren/engine/rule.hpp>
#include <xuanren/io/read_dossier.hpp>
#include <xuanren/report/explain_text.hpp>
#include <xuanren/report/names.hpp>
#include <xuanren/report/of_dossier.hpp>
#include <xuanren/report/of_rulebook.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <utility>

namespace xuanren {

namespace {

using testing::bytes_of;
using testing::calendar;
using testing::national_law;

check_options options_of(const std::optional<civil_date>& on, bool include_unverified, bool explain) {
    check_options options;
    options.calendar = &calendar();
    options.on = on;
    options.include_unverified = include_unverified;
    options.explain = explain;
    return options;
}

report checked(const dossier& records, const std::optional<civil_date>& on, bool include_unverified, bool explain) {
    return check(national_law(), records, options_of(on, include_unverified, explain));
}

// What weighs most where several rules answer one row of the catalogue.
constexpr std::array heaviest_first{status::violated, status::failed,   status::undetermined, status::judgement,
                                    status::pending,  status::excepted, status::satisfied,    status::not_applicable};

const std::vector<verdict>* findings_of(const report& r, std::string_view id) {
    for (const appointment_report& a : r.appointments)
        if (a.id == id) return &a.findings;
    for (const organisation_report& o : r.organisations)
        if (o.id == id) return &o.findings;
    return nullptr;
}

}  // namespace

nlohmann::json read_json(const std::string& path) {
    return nlohmann::json::parse(bytes_of(testing::project() / path));
}

reviewed::reviewed(const nlohmann::json& document, std::optional<civil_date> on, bool include_unverified)
    : text_(document.dump()), on_(std::move(on)), include_unverified_(include_unverified) {
    const result<read_dossier_result> read = read_dossier(text_);
    if (!read) {
        for (const problem& p : read.problems()) FAIL_CHECK(p.at << " " << p.message.zh);
        return;
    }
    for (const std::string& key : read->unused) FAIL_CHECK("unused: " << key);
    for (const problem& p : read->warnings) FAIL_CHECK(p.at << " " << p.message.zh);
    report_ = checked(read->value, on_, include_unverified_, false);
    testing::hold_columns(national_law(), read->value, options_of(on_, include_unverified_, false), report_);
}

const appointment_report* reviewed::appointment(std::string_view id) const {
    for (const appointment_report& a : report_.appointments)
        if (a.id == id) return &a;
    return nullptr;
}

const organisation_report* reviewed::organisation(std::string_view id) const {
    for (const organisation_report& o : report_.organisations)
        if (o.id == id) return &o;
    return nullptr;
}

std::string reviewed::explained(const std::string& id, const std::string& key) const {
    const result<read_dossier_result> read = read_dossier(text_);
    if (!read) return {};
    const xuanren::report made = checked(read->value, on_, include_unverified_, true);
    const std::vector<verdict>* findings = findings_of(made, id);
    if (findings == nullptr) return {};
    wording words = wording_of(national_law(), &calendar());
    words.places = places_in(read->value);
    remedy_context context{true, nullptr};
    for (const appointment_report& a : made.appointments)
        if (a.id == id) context = {a.is_decided, &a.facts};
    std::string out = "\n";
    for (const verdict* v : meant(*findings, key)) out += explain_text(*v, words, context, text_options{});
    return out;
}

std::string reviewed::not_kept(const std::string& id) const {
    const std::vector<verdict>* findings = findings_of(report_, id);
    if (findings == nullptr) return {};
    std::string lines;
    for (const verdict& v : *findings)
        if (v.status == status::violated || v.status == status::undetermined || v.status == status::judgement ||
            v.status == status::failed)
            lines += "\n  " + v.of->id() + ": " + std::string(code_of(v.status));
    return lines;
}

std::vector<const verdict*> meant(const std::vector<verdict>& findings, const std::string& key) {
    const std::size_t at = key.find('@');
    const std::string name = key.substr(0, at);
    const bool is_rule = name.find('/') != std::string::npos;
    std::vector<const verdict*> out;
    for (const verdict& v : findings) {
        const std::vector<std::string>& rows = v.of->covers();
        if (is_rule ? v.of->id() != name : std::find(rows.begin(), rows.end(), name) == rows.end()) continue;
        if (at == std::string::npos || v.subject == key.substr(at + 1)) out.push_back(&v);
    }
    return out;
}

std::string status_among(const std::vector<verdict>& findings, const std::string& key) {
    const std::vector<const verdict*> answers = meant(findings, key);
    for (const status s : heaviest_first)
        if (std::any_of(answers.begin(), answers.end(), [&](const verdict* v) { return v->status == s; }))
            return std::string(code_of(s));
    return "not_in_force";
}

}  // namespace xuanren
