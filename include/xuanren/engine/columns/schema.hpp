// include/xuanren/engine/columns/schema.hpp
#pragma once

#include <xuanren/engine/columns/program.hpp>
#include <xuanren/engine/columns/table_view.hpp>
#include <xuanren/engine/fact.hpp>
#include <xuanren/engine/feel_names.hpp>
#include <xuanren/problem.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren {

/// The names and forms of a table's columns 列的格式, without their values. Tables of one schema are
/// judged by one plan, whatever their words and numbers of rows.
struct table_schema {
    struct column {
        std::string name;
        column_form form = column_form::int64;
        int scale = 0;
        friend bool operator==(const column&, const column&) = default;
    };
    std::vector<column> columns;
    friend bool operator==(const table_schema&, const table_schema&) = default;
};

[[nodiscard]] inline table_schema schema_of(const table_view& table) {
    table_schema out;
    for (const table_view::column& c : table.columns) out.columns.push_back({c.name, c.values.form, c.values.scale});
    return out;
}

[[nodiscard]] inline bool has_schema(const table_view& table, const table_schema& schema) noexcept {
    if (table.columns.size() != schema.columns.size()) return false;
    for (std::size_t i = 0; i < schema.columns.size(); ++i) {
        const auto& [name, values] = table.columns[i];
        const table_schema::column& c = schema.columns[i];
        if (values.form != c.form || values.scale != c.scale || name != c.name) return false;
    }
    return true;
}

namespace detail {

inline constexpr std::array<std::string_view, step_count> step_fact_names = {
    "procedure.motion_on",       "procedure.recommendation_on", "procedure.candidates_on",
    "procedure.inspection_from", "procedure.consultation_on",   "procedure.discussion_on",
    "procedure.notice_from",     "appointment.effective_on"};

/// The words of a step_state, by its number.
inline constexpr std::array<std::string_view, 4> step_state_words = {"done", "not_done", "not_yet", "unknown"};

/// Columns of what people have said of rules.
inline constexpr std::array<std::string_view, 3> said_names = {"attested.holds", "attested.fails", "departed"};
enum said_of_rules : std::size_t { attested_holds, attested_fails, departed };

/// The columns of a schema by what they tell: positions in the table, no_ref where there is none.
struct column_places {
    struct pair {
        std::uint32_t value = no_ref;
        std::uint32_t most = no_ref;
    };
    std::vector<pair> facts;                  ///< by fact
    std::array<pair, step_count> steps;
    std::array<std::uint32_t, step_count> states;
    std::array<std::uint32_t, said_names.size()> said;
    std::vector<std::size_t> fact_of;         ///< by column; none for those of steps and of what was said
    std::array<std::size_t, step_count> step_facts;
};

[[nodiscard]] inline bool is_integer(column_form f) noexcept {
    return f >= column_form::int8 && f <= column_form::uint32;
}
[[nodiscard]] inline bool is_words(column_form f) noexcept {
    return f >= column_form::words8 && f <= column_form::words32;
}
[[nodiscard]] inline bool is_date(column_form f) noexcept {
    return f == column_form::packed_date || f == column_form::day_number;
}

[[nodiscard]] inline bool may_hold(column_form f, const type& t) noexcept {
    switch (t.kind) {
        case type_kind::boolean: return f == column_form::bits || f == column_form::bytes;
        case type_kind::number: return is_integer(f) || f == column_form::decimal || f == column_form::float64;
        case type_kind::months:
        case type_kind::days: return is_integer(f);
        case type_kind::date: return is_date(f);
        case type_kind::enumeration: return is_integer(f) || is_words(f);
        case type_kind::string: return is_words(f);
        case type_kind::list:
            return f == column_form::word_lists && t.element && t.element->kind == type_kind::string;
        default: return false;
    }
}

[[nodiscard]] inline text forms_of(const type& t) {
    switch (t.kind) {
        case type_kind::boolean: return {"布尔列（位或者字节）", "booleans as bits or bytes"};
        case type_kind::number: return {"整数、定点数或者双精度数", "integers, decimals or doubles"};
        case type_kind::months: return {"足月数（整数）", "whole months as integers"};
        case type_kind::days: return {"日数（整数）", "days as integers"};
        case type_kind::date: return {"日期（紧凑式或者日序）", "packed dates or day numbers"};
        case type_kind::enumeration: return {"枚举的序号或者词", "positions in the enumeration, or words"};
        case type_kind::string: return {"词典编码的文本", "strings as positions in a list of words"};
        case type_kind::list:
            if (t.element && t.element->kind == type_kind::string) return {"文本列表", "lists of words"};
            break;
        default: break;
    }
    return {"此类事实不能作为列给出", "facts of this type cannot be given as columns"};
}

[[nodiscard]] inline problem column_problem(std::string code, const std::string& name, text expected, text message) {
    problem out;
    out.code = std::move(code);
    out.found = name;
    out.expected = std::move(expected);
    out.message = std::move(message);
    return out;
}

/// Finds out what each column of a schema tells; says everything that is wrong with it.
class schema_reader {
public:
    schema_reader(const catalogue& facts, const table_schema& schema) : facts_(&facts), schema_(&schema) {
        out_.facts.resize(facts.size());
        out_.states.fill(no_ref);
        out_.said.fill(no_ref);
        out_.fact_of.assign(schema.columns.size(), catalogue::none);
        for (std::size_t s = 0; s < step_count; ++s) out_.step_facts[s] = facts.index_of(step_fact_names[s]);
    }

    [[nodiscard]] column_places read(std::vector<problem>& problems) {
        for (std::size_t i = 0; i < schema_->columns.size(); ++i) {
            position_ = static_cast<std::uint32_t>(i);
            read_one(schema_->columns[i], problems);
        }
        for (const auto& [name, pair] : bounded_)
            if (pair->value == no_ref)
                problems.push_back(column_problem("XR-COL-004", name, {"其下界列", "the column of its lower bound"},
                                                  {"列“" + name + "”没有与之成对的列",
                                                   "column \"" + name + "\" has no column beside it for the lower bound"}));
        return std::move(out_);
    }

private:
    void read_one(const table_schema::column& c, std::vector<problem>& problems) {
        if (c.scale < 0 || c.scale > 18 || (c.scale != 0 && c.form != column_form::decimal))
            return problems.push_back(column_problem("XR-COL-003", c.name, {"0至18", "0 to 18, of decimals alone"},
                                                     {"列“" + c.name + "”的小数位数无效",
                                                      "column \"" + c.name + "\": no such scale"}));
        std::string_view stem = c.name;
        bool is_most = false;
        if (facts_->index_of(stem) == catalogue::none)
            for (const std::string_view end : {".latest", ".most"})
                if (stem.ends_with(end)) {
                    stem.remove_suffix(end.size());
                    is_most = true;
                    break;
                }
        if (stem.starts_with("step.")) return read_step(c, stem.substr(5), is_most, problems);
        if (const auto at = std::find(said_names.begin(), said_names.end(), c.name); at != said_names.end())
            return read_said(c, out_.said[static_cast<std::size_t>(at - said_names.begin())], problems);
        const std::size_t fact = facts_->index_of(stem);
        if (fact == catalogue::none) return unknown_name(c, stem, problems);
        const type& t = (*facts_)[fact].value_type;
        const bool may_vary = t.kind == type_kind::date || t.kind == type_kind::number || t.kind == type_kind::months ||
                              t.kind == type_kind::days;
        if (!may_hold(c.form, t) || (is_most && !may_vary)) return wrong_form(c, forms_of(t), problems);
        place(c, out_.facts[fact], is_most, problems);
        out_.fact_of[position_] = fact;
    }

    void read_step(const table_schema::column& c, std::string_view word, bool is_most, std::vector<problem>& problems) {
        const bool is_state = word.ends_with(".state");
        if (is_state) word.remove_suffix(6);
        const auto at = step_of(word);
        if (!at) {
            problems.push_back(column_problem("XR-COL-001", c.name, {"环节的名称", "the name of a step"},
                                              {"列“" + c.name + "”：没有环节“" + std::string(word) + "”",
                                               "column \"" + c.name + "\": there is no step \"" + std::string(word) + "\""}));
            return;
        }
        const auto s = static_cast<std::size_t>(*at);
        if (is_state) {
            if (!is_integer(c.form) && !is_words(c.form))
                return wrong_form(c, {"状态的序号或者词", "positions or words of a step's state"}, problems);
            if (out_.states[s] != no_ref) return twice(c, problems);
            out_.states[s] = position_;
        } else {
            if (!is_date(c.form)) return wrong_form(c, forms_of(types::date), problems);
            place(c, out_.steps[s], is_most, problems);
        }
    }

    void read_said(const table_schema::column& c, std::uint32_t& into, std::vector<problem>& problems) const {
        if (c.form != column_form::word_lists) return wrong_form(c, {"文本列表", "lists of words"}, problems);
        if (into != no_ref) return twice(c, problems);
        into = position_;
    }

    void place(const table_schema::column& c, column_places::pair& into, bool is_most, std::vector<problem>& problems) {
        std::uint32_t& held = is_most ? into.most : into.value;
        if (held != no_ref) return twice(c, problems);
        held = position_;
        if (is_most) bounded_.emplace_back(c.name, &into);
    }

    void twice(const table_schema::column& c, std::vector<problem>& problems) const {
        problems.push_back(column_problem("XR-COL-002", c.name, {"每个事实一列", "one column a fact"},
                                          {"列“" + c.name + "”重复，或者与另一语言的同一事实重复",
                                           "column \"" + c.name + "\": the fact has a column already, in one of its names"}));
    }
    static void wrong_form(const table_schema::column& c, text expected, std::vector<problem>& problems) {
        text message{"列“" + c.name + "”的形式不合：应为" + expected.zh,
                     "column \"" + c.name + "\" has a form that the fact cannot take: " + expected.en};
        problems.push_back(column_problem("XR-COL-003", c.name, std::move(expected), std::move(message)));
    }
    void unknown_name(const table_schema::column& c, std::string_view stem, std::vector<problem>& problems) const {
        nearest_names near(stem);
        for (std::size_t i = 0; i < facts_->size(); ++i) {
            near.consider((*facts_)[i].name);
            near.consider((*facts_)[i].zh);
        }
        const std::vector<std::string> best = near.best();
        const text hint = suggestion(best);
        problems.push_back(column_problem("XR-COL-001", c.name,
                                          best.empty() ? text{"事实目录中的名称", "a name of the catalogue of facts"} : listed(best),
                                          {"未知的列“" + c.name + "”" + hint.zh, "unknown column \"" + c.name + "\"" + hint.en}));
    }

    const catalogue* facts_;
    const table_schema* schema_;
    column_places out_;
    std::uint32_t position_ = 0;
    std::vector<std::pair<std::string, column_places::pair*>> bounded_;
};

}  // namespace detail
}  // namespace xuanren
