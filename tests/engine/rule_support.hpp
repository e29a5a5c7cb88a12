// tests/engine/rule_support.hpp
#pragma once

#include <xuanren/check/check_case.hpp>
#include <xuanren/engine/feel_writer.hpp>
#include <xuanren/io/rules.hpp>

#include <support/plain_fact.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren::testing {

/// A small catalogue of its own: three unknown booleans, dates, months, an ordered and an unordered
/// enumeration, a list of records, so that these tests stand apart from the national facts.
[[nodiscard]] inline std::shared_ptr<const catalogue> small_catalogue() {
    static const std::shared_ptr<const catalogue> made = [] {
        auto c = std::make_shared<catalogue>();
        enumeration levels{"level", "职务层次", true,
                           {{"township_deputy", "乡科级副职"}, {"township_principal", "乡科级正职"},
                            {"county_deputy", "县处级副职"}, {"county_principal", "县处级正职"}}};
        enumeration kinds{"kind", "任用方式", false, {{"promotion", "提拔"}, {"lateral", "平级调整"}}};
        enumeration sanctions{"sanction", "处分种类", false, {{"warning", "警告"}, {"demerit", "记过"}}};
        enumeration regimes{"regime", "适用方式", false,
                            {{"direct", "直接适用"}, {"by_reference", "参照适用"}, {"provincial", "省定办法"}}};
        const enumeration& level = c->add(std::move(levels));
        const enumeration& kind = c->add(std::move(kinds));
        const enumeration& sanction = c->add(std::move(sanctions));
        const enumeration& regime = c->add(std::move(regimes));
        const record_type& record = c->add(record_type{"sanction_record", "处分记录",
                                                       {{"kind", "种类", types::one_of(sanction)},
                                                        {"decided", "作出日期", types::date},
                                                        {"has_until", "有影响期止", types::boolean},
                                                        {"until", "影响期止", types::date}}});
        const auto add = [&](const char* name, const char* zh, type t, const char* guard = "") {
            c->add(plain_fact(name, zh, std::move(t), guard));
        };
        add("case.scope", "范围", types::boolean);
        add("case.requirement", "要求", types::boolean);
        add("case.exception", "例外情形", types::boolean);
        add("case.band", "研判区间", types::boolean);
        add("case.other", "另一情形", types::boolean);
        add("case.third", "第三情形", types::boolean);
        add("appointment.kind", "任用方式事实", types::one_of(kind));
        add("appointment.has_exceptional", "有破格", types::boolean);
        add("exceptional.breaks", "突破的规则", types::list_of(types::string), "appointment.has_exceptional");
        add("exceptional.approved_on", "破格批准日", types::date, "appointment.has_exceptional");
        add("procedure.discussion_on", "讨论决定日", types::date);
        add("procedure.candidates_on", "确定考察对象日", types::date);
        add("appointment.effective_on", "任职生效日", types::date);
        add("target.level", "拟任层次", types::one_of(level));
        add("target.regime", "适用制度", types::one_of(regime));
        add("candidate.level", "现任层次", types::one_of(level));
        add("candidate.level_since", "任现职起始日", types::date);
        add("candidate.born", "出生日期", types::date);
        add("candidate.work_started", "参加工作时间", types::date);
        add("candidate.grassroots_service", "基层工作经历", types::months);
        add("candidate.has_probation", "有试用期", types::boolean);
        add("candidate.probation_ends", "试用期满日", types::date, "candidate.has_probation");
        add("candidate.sanction_count", "处分次数", types::number);
        add("candidate.sanctions", "处分", types::list_of(types::record_of(record)));
        add("vote.present", "到会人数", types::number);
        add("vote.in_favour", "赞成票数", types::number);
        return std::shared_ptr<const catalogue>(std::move(c));
    }();
    return made;
}

/// An instrument.json of the family "act".
[[nodiscard]] inline std::string act(const std::string& version, const std::string& more = {},
                                     const std::string& family = "act",
                                     const std::string& authority = "national") {
    return R"({"id":")" + family + "-" + version + R"(","family":")" + family + R"(","version":")" + version +
           R"(","authority":")" + authority + "\"" +
           (more.empty() ? std::string(",\"effective\":\"2019-03-03\"") : "," + more) + "}";
}

/// Files by path; the bytes live as long as the object.
class rule_folder {
public:
    rule_folder& add(std::string path, std::string bytes) {
        files_.emplace_back(std::move(path), std::move(bytes));
        return *this;
    }
    [[nodiscard]] result<rulebook> load(const rulebook* beside = nullptr) const {
        std::vector<rule_file> files;
        for (const auto& [path, bytes] : files_) files.push_back({path, bytes});
        load_options options;
        options.facts = small_catalogue();
        options.beside = beside;
        options.name = "test";
        return load_rules(files, options);
    }
    [[nodiscard]] rulebook book(const rulebook* beside = nullptr) const {
        auto loaded = load(beside);
        std::string all;
        if (!loaded)
            for (const problem& p : loaded.problems()) all += p.code + " " + p.file + p.at + " " + p.message.en + "\n";
        REQUIRE_MESSAGE(loaded.has_value(), all);
        return std::move(loaded).value();
    }

private:
    std::vector<std::pair<std::string, std::string>> files_;
};

/// act-2019 with these rules and exceptions, as JSON lists.
[[nodiscard]] inline rule_folder folder_of(const std::string& rules, const std::string& exceptions = "[]") {
    return rule_folder()
        .add("act-2019/instrument.json", act("2019"))
        .add("act-2019/article-08.json",
             R"({"instrument":"act-2019","article":8,"rules":)" + rules + R"(,"exceptions":)" + exceptions + "}");
}

[[nodiscard]] inline verdict judged(const rulebook& book, const std::string& id, const std::string& facts,
                                    std::optional<civil_date> on = civil_date(2024, 5, 20)) {
    case_row row;
    row.facts = facts;
    row.on = on;
    auto v = evaluate_case(book, id, row);
    REQUIRE_MESSAGE(v.has_value(), (v ? std::string() : v.problems()[0].code + " " + v.problems()[0].message.en));
    REQUIRE(v->has_value());
    return std::move(**v);
}

[[nodiscard]] inline bool has_code(const result<rulebook>& r, std::string_view code, std::string_view at = {}) {
    if (r) return false;
    return std::any_of(r.problems().begin(), r.problems().end(), [&](const problem& p) {
        return p.code == code && (at.empty() || p.at == at);
    });
}

}  // namespace xuanren::testing
