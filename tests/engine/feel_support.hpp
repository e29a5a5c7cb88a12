// tests/engine/feel_support.hpp
#pragma once

#include <xuanren/engine/eval.hpp>
#include <xuanren/engine/evaluate.hpp>
#include <xuanren/engine/feel.hpp>
#include <xuanren/engine/feel_writer.hpp>

#include <support/plain_fact.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren::testing {

/// A small catalogue, values for it, and tables: what the tests of expressions speak of.
class sample_case : public table_source {
public:
    sample_case() : words_{&facts_, {}} {
        const enumeration& level = facts_.add(enumeration{"level",
                                                          "职务层次",
                                                          true,
                                                          {{"township_deputy", "乡科级副职"},
                                                           {"township_principal", "乡科级正职"},
                                                           {"county_deputy", "县处级副职"}}});
        const enumeration& rank =
            facts_.add(enumeration{"rank", "职级", true, {{"r1", "一级"}, {"r2", "二级"}}});
        const enumeration& kind = facts_.add(enumeration{
            "kind", "任用类型", false, {{"promotion", "提任"}, {"lateral", "平职任用"}}});
        const record_type& sanction =
            facts_.add(record_type{"sanction",
                                   "处分记录",
                                   {{"kind", "类型", types::one_of(kind)},
                                    {"decided", "决定日", types::date},
                                    {"has_until", "有影响期止", types::boolean},
                                    {"until", "影响期止", types::date}}});
        add("target.level", "拟任职务层次", types::one_of(level));
        add("target.rank", "拟任职级", types::one_of(rank));
        add("appointment.kind", "任用方式", types::one_of(kind));
        add("candidate.level_since", "任现职务层次起始日", types::date);
        add("candidate.born", "出生日期", types::date);
        add("candidate.sanctions", "处分", types::list_of(types::record_of(sanction)));
        add("candidate.spans", "任职区间", types::list_of(types::range_of(types::date)));
        add("exceptional.breaks", "突破条款", types::list_of(types::string));
        add("votes.present", "到会人数", types::number);
        add("votes.due", "应到会人数", types::number);
        add("service", "工龄", types::months);
        add("left", "剩余天数", types::days);
        add("is_member", "为党员", types::boolean);
        add("name", "姓名", types::string);
        add("grades", "历年分数", types::list_of(types::number));
        words_.tables.push_back({"years", {types::one_of(level)}, types::months});
        values_ = std::make_unique<fact_values>(facts_.size());
    }

    [[nodiscard]] const vocabulary& words() const { return words_; }
    [[nodiscard]] const catalogue& facts() const { return facts_; }
    [[nodiscard]] const enumeration& words_of(std::string_view name) const {
        return *facts_.find_enumeration(name);
    }
    [[nodiscard]] const record_type& record(std::string_view name) const {
        return *facts_.find_record(name);
    }

    void set(std::string_view fact, value v) { values_->set(facts_.index_of(fact), std::move(v)); }
    [[nodiscard]] value member(std::string_view words, std::string_view name) const {
        const enumeration& e = words_of(words);
        return enumerator{&e, e.index_of(name)};
    }
    [[nodiscard]] static value list(std::vector<value> items) {
        return std::make_shared<const list_value>(list_value{std::move(items)});
    }
    [[nodiscard]] static value range(value low, value high, bool high_included = false) {
        return std::make_shared<const range_value>(
            range_value{std::move(low), std::move(high), true, high_included, range_form::bounds});
    }

    void refer_to(std::optional<civil_date> date) {
        reference_ = date ? std::optional(days_of(*date)) : std::nullopt;
    }

    [[nodiscard]] environment with() const {
        environment e;
        e.facts = values_.get();
        e.reference = reference_;
        e.tables = this;
        e.calendar = calendar;
        e.set_aside_rule = set_aside_rule;
        return e;
    }

    /// The value of a rule expression as FEEL writes it, or its problems' codes.
    [[nodiscard]] std::string answer(std::string_view expression) const {
        const result<node_ptr> parsed = parse_feel(expression, words_);
        if (parsed) return to_feel(evaluate(**parsed, with()));
        std::string codes;
        for (const problem& p : parsed.problems()) codes += (codes.empty() ? "" : " ") + p.code;
        return codes;
    }

    [[nodiscard]] value look_up(std::string_view, std::span<const value> keys,
                                const std::optional<interval<civil_date>>& on) const override {
        if (on && on->high() < civil_date(2000, 1, 1)) return null_value{};
        return months(12 * (keys[0].as<enumerator>()->index + 1));
    }

    const working_calendar* calendar = nullptr;
    std::string set_aside_rule;

private:
    void add(const char* name, const char* zh, type t) { facts_.add(plain_fact(name, zh, std::move(t))); }

    catalogue facts_;
    vocabulary words_;
    std::unique_ptr<fact_values> values_;
    std::optional<interval<civil_date>> reference_;
};

/// The answer of `xuanren eval` as FEEL writes it, or the code of its error.
[[nodiscard]] inline std::string eval(std::string_view expression,
                                      const named_inputs& inputs = {}) {
    const result<value> v = evaluate_feel(expression, inputs);
    return v ? to_feel(*v) : v.problems().front().code;
}

}  // namespace xuanren::testing
