// benchmarks/w1/library.hpp
#pragma once

#include "columns.hpp"

#include <xuanren/engine/columns/column_plan.hpp>
#include <xuanren/engine/evaluation.hpp>
#include <xuanren/io/rules.hpp>

#include <support/plain_fact.hpp>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>

namespace w1 {

/// The facts of W1, a catalogue of its own beside the national one.
[[nodiscard]] inline std::shared_ptr<const xuanren::catalogue> facts() {
    using namespace xuanren;
    static const std::shared_ptr<const catalogue> held = [] {
        auto out = std::make_shared<catalogue>();
        const enumeration& education = out->add(enumeration{"w1_education", "学历代码", true,
            {{"primary", "小学"}, {"junior", "初中"}, {"secondary", "高中中专"}, {"college", "大专"}, {"bachelor", "本科"}, {"postgraduate", "研究生"}}});
        const enumeration& assessment = out->add(enumeration{"w1_assessment", "考核等次代码", false,
            {{"excellent", "优秀"}, {"competent", "称职"}, {"basically_competent", "基本称职"}, {"incompetent", "不称职"}}});
        const enumeration& sanction = out->add(enumeration{"w1_sanction", "处分代码", false,
            {{"none", "无"}, {"warning", "警告"}, {"demerit", "记过"}, {"serious_demerit", "记大过"}, {"demotion", "降级"}, {"removal", "撤职"}}});
        const enumeration& grade = out->add(enumeration{"w1_grade", "层次代码", true,
            {{"g0", "零"}, {"g1", "一"}, {"g2", "二"}, {"g3", "三"}, {"g4", "四"}, {"g5", "五"}, {"g6", "六"}, {"g7", "七"}, {"g8", "八"}, {"g9", "九"}}});
        const auto add = [&](const char* name, const char* zh, type t, const char* guard = "") {
            out->add(testing::plain_fact(name, zh, std::move(t), guard));
        };
        add("procedure.discussion_on", "讨论决定日期", types::date);
        add("candidate.born", "出生日期", types::date);
        add("candidate.work_started", "参加工作日期", types::date);
        add("candidate.has_party_joined", "是中共党员", types::boolean);
        add("candidate.party_joined", "入党日期", types::date, "candidate.has_party_joined");
        add("candidate.level_since", "任现层次日期", types::date);
        add("candidate.has_probation_ends", "有试用期", types::boolean);
        add("candidate.probation_ends", "试用期止", types::date, "candidate.has_probation_ends");
        add("candidate.has_sanctioned_on", "受过处分", types::boolean);
        add("candidate.sanctioned_on", "处分日期", types::date, "candidate.has_sanctioned_on");
        add("candidate.sanction_kind", "处分种类", types::one_of(sanction));
        add("target.level", "拟任层次", types::number);
        add("target.grade", "拟任层次代码", types::one_of(grade));
        add("candidate.level", "现任层次", types::number);
        add("candidate.education", "学历", types::one_of(education));
        add("candidate.last_assessment", "上年度考核", types::one_of(assessment));
        add("candidate.lower_posts", "下一级任职数", types::number);
        add("candidate.grassroots_years", "基层工作年数", types::number);
        add("candidate.training_hours", "培训学时", types::number);
        add("target.party_post", "是党内职务", types::boolean);
        return std::shared_ptr<const catalogue>(std::move(out));
    }();
    return held;
}

/// Ends the program with what is wrong: no figure would be worth anything.
[[noreturn]] inline void give_up(const std::vector<xuanren::problem>& problems) {
    for (const xuanren::problem& p : problems)
        std::fprintf(stderr, "%s %s%s: %s\n", p.code.c_str(), p.file.c_str(), p.at.c_str(), p.message.en.c_str());
    std::exit(2);
}

/// The twelve rules, loaded from rules/ beside this file.
[[nodiscard]] inline const xuanren::rulebook& book() {
    static const xuanren::rulebook held = [] {
        xuanren::load_options options;
        options.facts = facts();
        auto loaded = xuanren::load_rules(std::filesystem::path(XUANREN_SOURCE_DIR "/benchmarks/w1/rules"), options);
        if (!loaded) give_up(loaded.problems());
        return std::move(loaded).value();
    }();
    return held;
}

/// The columns as the library takes them, where they lie.
[[nodiscard]] inline xuanren::table_view table_of(const columns& c) {
    using xuanren::column_view;
    xuanren::table_view out;
    const auto valid = [&](column k) { return reinterpret_cast<const std::uint8_t*>(c.valid_of(k)); };
    const auto dates = [&](const char* name, const std::vector<std::int32_t>& held, column k) {
        out.add(name, column_view::packed_dates({held.data(), c.rows}, valid(k)));
    };
    const auto numbers = [&](const char* name, const auto& held, column k) {
        using number = typename std::decay_t<decltype(held)>::value_type;
        out.add(name, column_view::integers<number>({held.data(), c.rows}, valid(k)));
    };
    const auto bits = [&](const char* name, const bitmap& held, column k) {
        out.add(name, column_view::bits(reinterpret_cast<const std::uint8_t*>(held.data()), c.rows, valid(k)));
    };
    dates("procedure.discussion_on", c.as_of, column::as_of);
    dates("candidate.born", c.born, column::born);
    dates("candidate.work_started", c.work_started, column::work_started);
    dates("candidate.party_joined", c.party_joined, column::party_joined);
    dates("candidate.level_since", c.level_since, column::level_since);
    dates("candidate.probation_ends", c.probation_ends, column::probation_ends);
    dates("candidate.sanctioned_on", c.sanctioned_on, column::sanctioned_on);
    bits("candidate.has_party_joined", c.has_party_joined, column::has_party_joined);
    bits("candidate.has_probation_ends", c.has_probation_ends, column::has_probation_ends);
    bits("candidate.has_sanctioned_on", c.has_sanctioned_on, column::has_sanctioned_on);
    bits("target.party_post", c.party_post, column::party_post);
    numbers("target.level", c.target_level, column::target_level);
    // The level as the key of a table: the same column under another name.
    numbers("target.grade", c.target_level, column::target_level);
    numbers("candidate.level", c.level, column::level);
    numbers("candidate.education", c.education, column::education);
    numbers("candidate.last_assessment", c.last_assessment, column::last_assessment);
    numbers("candidate.sanction_kind", c.sanction_kind, column::sanction_kind);
    numbers("candidate.lower_posts", c.lower_posts, column::lower_posts);
    numbers("candidate.grassroots_years", c.grassroots_years, column::grassroots_years);
    numbers("candidate.training_hours", c.training_hours, column::training_hours);
    return out;
}

[[nodiscard]] inline xuanren::column_plan plan_for(const columns& c) {
    auto made = xuanren::column_plan::make(book(), xuanren::schema_of(table_of(c)));
    if (!made) give_up(made.problems());
    for (const xuanren::judged_by_row& r : made->by_row())
        std::fprintf(stderr, "by row: %s: %s\n", r.rule.c_str(), r.reason.en.c_str());
    return *made;
}

}  // namespace w1
