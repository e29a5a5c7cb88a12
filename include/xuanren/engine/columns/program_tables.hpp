// include/xuanren/engine/columns/program_tables.hpp
#pragma once

#include <xuanren/engine/columns/program_expressions.hpp>

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

namespace xuanren::detail {

/// `table.NAME(key, ...)` 查表: by the positions of its keys, in whichever version is in force.
inline std::optional<lane_ref> program_expressions::table(const node& n) {
    const auto key_count = static_cast<std::size_t>(n.index);
    if (key_count == 0 || key_count > 3) return refuse("附表的键过多", "a table of too many keys");
    lane_ref keys[3] = {no_ref, no_ref, no_ref};
    const enumeration* words[3] = {};
    for (std::size_t i = 0; i < key_count; ++i) {
        words[i] = n.children[i]->value_type.words;
        if (words[i] == nullptr) return refuse("附表的键不是枚举", "a table whose key is no enumeration");
        const auto key = lanes(*n.children[i]);
        if (!key) return std::nullopt;
        if (nodes_->is_unknown(*key)) return nodes_->unknown_lane();
        keys[i] = nodes_->widened(*key, lane_type::i32);
    }
    lane_ref date = step_date(at_);
    if (n.children.size() > key_count) {
        const auto on = lanes(*n.children[key_count]);
        if (!on) return std::nullopt;
        date = *on;
    } else if (law_date_) {
        date = nodes_->constant(days_of(*law_date_).low().packed());
    }
    if (nodes_->is_unknown(date)) return nodes_->unknown_lane();
    const planned_table* held = nullptr;
    for (const planned_table& t : plan_->tables)
        if (t.name == n.name) held = &t;
    if (held == nullptr || held->parts.empty()) return nodes_->unknown_lane();
    std::int64_t low = 0, high = 0;
    std::vector<truth_ref> may_be_none, told;  // parts that may lack an answer, and that each part's days tell
    table_code code;
    for (std::size_t i = 0; i < key_count; ++i) code.sizes[i] = static_cast<std::uint32_t>(words[i]->members.size());
    for (const planned_table::part& p : held->parts) {
        table_code::part part;
        const auto not_before = [&](const std::optional<interval<civil_date>>& bound) {
            const truth_ref before = is_before(date, bound);
            return nodes_->is_open(before) ? before : negated(before);
        };
        const truth_ref begun = p.in_force.start ? not_before(p.in_force.start) : nodes_->always();
        const truth_ref over = p.in_force.end ? not_before(p.in_force.end) : nodes_->nowhere();
        part.in_force = nodes_->all({begun, nodes_->is_open(over) ? over : negated(over)});
        told.push_back(nodes_->known(part.in_force, nullptr));
        if (p.of->can_be_none) may_be_none.push_back(part.in_force);
        const std::size_t cells = std::size_t{code.sizes[0]} * code.sizes[1] * code.sizes[2];
        part.answers.assign(cells, 0);
        part.found.assign(cells, 0);
        for (auto row = p.of->rows.rbegin(); row != p.of->rows.rend(); ++row) {
            std::size_t at = 0;
            for (std::size_t i = 0; i < key_count; ++i) {
                const auto* word = row->keys[i].as<enumerator>();
                if (word == nullptr || word->words != words[i]) return refuse("附表的键不是枚举", "a table whose key is no enumeration");
                at = at * code.sizes[i] + static_cast<std::size_t>(word->index);
            }
            std::optional<std::int64_t> answer = integer_of(row->answer);
            if (const auto* number = row->answer.as<interval<xuanren::number>>())
                answer = number->is_exact() ? number->low().to_int64() : std::nullopt;
            if (!answer || *answer > 1'000'000'000 || *answer < -1'000'000'000)
                return refuse("附表的答案不是整数", "a table whose answers are no whole numbers, words or periods");
            part.answers[at] = static_cast<std::int32_t>(*answer);
            part.found[at] = 1;
            low = std::min(low, *answer);
            high = std::max(high, *answer);
        }
        code.parts.push_back(std::move(part));
    }
    const auto [kept, is_new] = tables_.emplace(std::tuple(n.name, date),
                                                static_cast<std::uint32_t>(nodes_->program().tables.size()));
    if (is_new) nodes_->program().tables.push_back(std::move(code));
    lane_node made;
    made.op = lane_op::table;
    made.type = lane_type::i32;
    made.a = keys[0];
    made.b = keys[1];
    made.c = keys[2];
    made.index = kept->second;
    const auto answer = computed(made, low, high);
    if (!may_be_none.empty() && answer) {
        // Its keys are known and it is in force, and it has no answer: for others to say what follows.
        std::vector<truth_ref> untold = std::move(told);
        untold.push_back(negated(nodes_->known(*answer)));
        untold.push_back(nodes_->any(std::move(may_be_none)));
        for (const lane_ref key : keys)
            if (key != no_ref) untold.push_back(nodes_->known(key));
        without_value_.push_back(nodes_->all(std::move(untold)));
    }
    return answer;
}

}  // namespace xuanren::detail
