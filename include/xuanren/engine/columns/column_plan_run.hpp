// include/xuanren/engine/columns/column_plan_run.hpp
#pragma once

#include <xuanren/engine/columns/column_plan_make.hpp>
#include <xuanren/engine/evaluator_calls.hpp>

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace xuanren {
namespace detail {

/// Judges the blocks of one table 逐块审核.
class block_judge {
public:
    block_judge(const rulebook_plan& plan, const column_program& program, const column_places& places,
                const column_options& options, const std::vector<weight>& weights,
                const std::vector<std::vector<std::size_t>>& row_facts, column_worker& worker, const bound_table& table,
                bad_cell& bad)
        : row_facts_(&row_facts), plan_(&plan), program_(&program), places_(&places), options_(&options), weights_(&weights), worker_(&worker),
          table_(&table), bad_(&bad) {}

    /// Where the answers of one block go; null what is not kept.
    struct into {
        status_planes* planes;
        row_bits* stands;       ///< by standing
        row_bits* undated;
        row_bits* open_families;
        std::size_t families;
        row_bits* by_reference;
        outcome* outcomes;
        std::uint16_t* counts;
    };

    template <class Standings, class Groups>
    void judge(std::size_t from, std::size_t count, const Standings& standings, const Groups& groups, const into& out) {
        block_evaluator& blocks = *worker_->blocks;
        blocks.turn_to(*table_, from, count, bad_);
        const row_bits& rows = blocks.rows();
        find_standings(standings, out);
        outcome_planes whole{};
        truth_bits scratch;
        row_bits decided;
        const bool has_decided = program_->decided != no_ref;
        if (has_decided) decided = blocks.truth(program_->decided, scratch).yes;
        for (std::size_t f = 0; f < out.families; ++f)
            for (std::size_t w = 0; w < block_words; ++w) {
                whole.incomplete.word[w] |= out.open_families[f].word[w];
                whole.checked.word[w] |= out.open_families[f].word[w];
            }
        const std::size_t rules = program_->rules.size();
        if (out.planes != nullptr) blocks.foresee(out.planes + rules, rules * sizeof *out.planes);
        const bool keeps_bounds = blocks.keeps_bounds();
        worker_->by_row.clear();
        std::fill(worker_->reached.begin(), worker_->reached.end(), row_bits{});
        if (out.counts != nullptr) worker_->counts.clear();
        for (std::size_t i = 0; i < rules; ++i) {
            const rule_code& code = program_->rules[i];
            status_planes& planes = out.planes == nullptr ? worker_->planes : out.planes[i];
            judged_rule what;
            what.decided = has_decided ? &decided : nullptr;
            what.stands = &out.stands[groups[i].first];
            what.undated = groups[i].second && has_undated_ ? out.undated : nullptr;
            std::uint64_t* counts = worker_->summaries[i].by_status.data();
            if (!worker_->is_standing[groups[i].first] && what.undated == nullptr) {
                planes = status_planes{};
                continue;
            }
            if (code.is_by_row || (code.is_guarded && !keeps_bounds)) {
                leave_to_rows(i, code, *what.stands, planes, counts);
                continue;
            }
            const bool is_reached = judge_rule(i, code, what, planes, counts, worker_->stand_counts[groups[i].first]);
            if (is_reached && out.outcomes != nullptr) {
                blocks.loops().weigh(planes, what, (*weights_)[i], whole);
                reach(code, planes, out.stands[groups[i].first]);
            }
            if (out.counts != nullptr) worker_->counts.add(planes, *what.stands, what.undated);
        }
        if (!worker_->by_row.empty()) judge_rows(from, count, groups, out, whole, has_decided ? &decided : nullptr);
        if (out.counts != nullptr) worker_->counts.write(count, out.counts);
        if (out.by_reference != nullptr) *out.by_reference = blocks.truth(program_->by_reference, scratch).yes;
        if (out.outcomes != nullptr) {
            row_bits questions = blocks.truth(program_->for_people, scratch).yes;
            for (const version_change& change : program_->changes) find_straddling(change, keeps_bounds, questions);
            for (std::size_t w = 0; w < block_words; ++w) {
                whole.judgement.word[w] |= questions.word[w] & rows.word[w];
                whole.checked.word[w] |= questions.word[w] & rows.word[w];
            }
            write_outcomes(whole, count, out.outcomes);
        }
    }

private:
    template <class Standings>
    void find_standings(const Standings& standings, const into& out) {
        block_evaluator& blocks = *worker_->blocks;
        const row_bits& rows = blocks.rows();
        truth_bits scratch, other, third;
        const row_bits dated = blocks.truth(program_->dated, scratch).yes;
        std::uint64_t any = 0;
        for (std::size_t w = 0; w < block_words; ++w) {
            out.undated->word[w] = rows.word[w] & ~dated.word[w];
            any |= out.undated->word[w];
        }
        has_undated_ = any != 0;
        for (std::size_t f = 0; f < out.families; ++f) out.open_families[f] = row_bits{};
        for (std::size_t s = 0; s < standings.size(); ++s) {
            row_bits& stands = out.stands[s];
            std::uint64_t some = 0;
            if (standings[s].in_force == no_ref) {
                for (std::size_t w = 0; w < block_words; ++w) some |= stands.word[w] = rows.word[w] & dated.word[w];
            } else {
                const truth_bits& in = blocks.truth(standings[s].in_force, scratch);
                const truth_bits* later = nullptr;
                const row_bits* not_yet = nullptr;
                if (standings[s].not_yet != no_ref) {
                    later = &blocks.truth(standings[s].at_discussion, other);
                    not_yet = &blocks.truth(standings[s].not_yet, third).yes;
                }
                row_bits& open = out.open_families[standings[s].family];
                for (std::size_t w = 0; w < block_words; ++w) {
                    const std::uint64_t here = rows.word[w] & dated.word[w];
                    std::uint64_t yes = in.yes.word[w], unknown = ~in.yes.word[w] & ~in.no.word[w];
                    if (not_yet != nullptr) {
                        const std::uint64_t turned = unknown & not_yet->word[w];
                        yes |= turned & later->yes.word[w];
                        unknown &= ~turned | (~later->yes.word[w] & ~later->no.word[w]);
                    }
                    some |= stands.word[w] = yes & here;
                    open.word[w] |= unknown & here;
                }
            }
            std::uint64_t lacking = 0;
            for (std::size_t w = 0; w < block_words; ++w) lacking |= rows.word[w] & ~stands.word[w];
            worker_->is_standing[s] = some != 0;
            worker_->stand_counts[s] = lacking == 0 ? blocks.row_count() : 0;
            if (some != 0 && lacking != 0)
                for (std::size_t w = 0; w < block_words; ++w)
                    worker_->stand_counts[s] += static_cast<std::uint64_t>(std::popcount(stands.word[w]));
        }
    }

    // Returns: whether the rule reaches a row at all.
    bool judge_rule(std::size_t rule, const rule_code& code, judged_rule& what, status_planes& planes, std::uint64_t* counts,
                    std::uint64_t stand_count) {
        block_evaluator& blocks = *worker_->blocks;
        truth_bits scope_room, requirement, band, excepted, loosening, in_time, scratch;
        row_bits pending, due_known, due_passed, met_none, met_to_come;
        const truth_bits& scope = blocks.truth_within(code.scope, *what.stands, scope_room);
        row_bits left;
        std::uint64_t any = 0;
        for (std::size_t w = 0; w < block_words; ++w) any |= left.word[w] = what.stands->word[w] & ~scope.no.word[w];
        if (any == 0 && what.undated == nullptr) {
            planes = status_planes{};
            counts[0] += stand_count;
            return false;
        }
        if (code.left_to_rows != no_ref && any != 0) {
            const row_bits& open = blocks.truth(code.left_to_rows, scratch).yes;
            std::uint64_t some = 0;
            row_bits singly;
            for (std::size_t w = 0; w < block_words; ++w) some |= singly.word[w] = left.word[w] & open.word[w];
            if (some != 0) {
                worker_->by_row.push_back({rule, false, singly});
                for (std::size_t w = 0; w < block_words; ++w) worker_->rest.word[w] = what.stands->word[w] & ~singly.word[w];
                what.stands = &worker_->rest;
            }
        }
        what.scope = &scope;
        what.is_open = code.is_open;
        what.is_loosened = !code.loosened_by.empty();
        what.is_duty = code.is_duty;
        what.has_met = code.has_met;
        const auto is_never = [&](truth_ref r) { return r == no_ref || ((r & 1) != 0 && is_always(r)); };
        what.is_plain = !code.is_open && is_never(code.band) && code.excepted == no_ref && code.loosening == no_ref &&
                        code.not_yet == no_ref && !code.beyond_stage && !code.is_duty && !what.is_loosened;
        what.requirement = &blocks.truth_within(code.requirement, left, requirement);
        if (!what.is_plain) {
            if (!is_never(code.band)) what.band = &blocks.truth_within(code.band, left, band);
            if (code.excepted != no_ref) what.excepted = &blocks.truth_within(code.excepted, left, excepted);
            if (code.loosening != no_ref) what.loosening = &blocks.truth_within(code.loosening, left, loosening);
            if (code.beyond_stage) what.pending = &blocks.every();
            else if (code.not_yet != no_ref) pending = blocks.truth(code.not_yet, scratch).yes, what.pending = &pending;
            if (code.is_duty) {
                due_known = blocks.truth(code.due_known, scratch).yes, what.due_known = &due_known;
                if (code.due_passed != no_ref) due_passed = blocks.truth(code.due_passed, scratch).yes, what.due_passed = &due_passed;
                if (code.has_met) {
                    met_none = blocks.truth(code.met_none, scratch).yes, what.met_none = &met_none;
                    if (code.met_before != no_ref)
                        met_to_come = blocks.truth(code.met_before, scratch).no, what.met_to_come = &met_to_come;
                    in_time = blocks.truth(code.in_time, scratch);
                    what.in_time = &in_time;
                }
            }
        }
        if (code.may_lack_value) return judge_with_failures(code, what, left, planes, counts);
        blocks.loops().judge(what, planes, counts);
        what.scope = what.requirement = what.band = what.excepted = what.loosening = what.in_time = nullptr;
        return true;
    }
    // What has no value where one is asked for has failed.
    bool judge_with_failures(const rule_code& code, judged_rule& what, const row_bits& left,
                             status_planes& planes, std::uint64_t* counts) {
        block_evaluator& blocks = *worker_->blocks;
        row_bits failed, more;
        blocks.without_value(code.outer, failed);
        blocks.without_value(code.inner, more);
        for (std::size_t w = 0; w < block_words; ++w) failed.word[w] |= more.word[w];
        const auto add = [&](truth_ref r) {
            blocks.without_value(r, more);
            for (std::size_t w = 0; w < block_words; ++w)
                failed.word[w] |= more.word[w] & ~(what.pending == nullptr ? 0 : what.pending->word[w]);
        };
        add(code.requirement);
        add(code.band);
        for (std::size_t w = 0; w < block_words; ++w) {
            failed.word[w] &= left.word[w] & what.stands->word[w];
            worker_->rest.word[w] = what.stands->word[w] & ~failed.word[w];
        }
        what.stands = &worker_->rest;
        blocks.loops().judge(what, planes, counts);
        std::uint64_t count = 0;
        for (std::size_t w = 0; w < block_words; ++w) {
            for (row_bits& bit : planes.bit) bit.word[w] |= failed.word[w];
            count += static_cast<std::uint64_t>(std::popcount(failed.word[w]));
            worker_->rest.word[w] |= failed.word[w];
        }
        counts[static_cast<std::size_t>(status::failed)] += count;
        what.scope = what.requirement = what.band = what.excepted = what.loosening = what.in_time = nullptr;
        return true;
    }
    [[nodiscard]] bool is_always(truth_ref r) const {
        const truth_node& n = program_->truths[r / 2];
        return n.op == truth_op::constant && n.k == 1;
    }

    void leave_to_rows(std::size_t rule, const rule_code& code, const row_bits& stands, status_planes& planes,
                       std::uint64_t* counts) {
        planes = status_planes{};
        row_bits left = stands;
        if (code.scope != no_ref) {
            truth_bits scratch;
            const truth_bits& scope = worker_->blocks->truth_within(code.scope, stands, scratch);
            std::uint64_t none = 0;
            for (std::size_t w = 0; w < block_words; ++w) {
                left.word[w] &= ~scope.no.word[w];
                none += static_cast<std::uint64_t>(std::popcount(stands.word[w] & scope.no.word[w]));
            }
            counts[0] += none;
        }
        worker_->by_row.push_back({rule, true, left});
    }

    template <class Groups>
    void judge_rows(std::size_t from, std::size_t count, const Groups& groups, const into& out, outcome_planes& whole,
                    const row_bits* decided) {
        auto& lists = worker_->by_row;
        worker_->row_planes.assign(lists.size(), status_planes{});
        for (std::size_t i = 0; i < count; ++i) {
            const auto asks = [&](const row_bits& rows) { return (rows.word[i / 64] >> (i % 64) & 1) != 0; };
            for (std::size_t l = 0; l < lists.size(); ++l) {
                if (!asks(lists[l].rows)) continue;
                const std::size_t rule = lists[l].rule;
                const auto s = static_cast<std::uint64_t>(judge_row(rule, from + i).status);
                for (std::size_t b = 0; b < 3; ++b)
                    worker_->row_planes[l].bit[b].word[i / 64] |= (s >> b & 1) << (i % 64);
                ++worker_->summaries[rule].by_status[s];
            }
        }
        for (std::size_t l = 0; l < lists.size(); ++l) {
            const std::size_t rule = lists[l].rule;
            status_planes& planes = worker_->row_planes[l];
            judged_rule what;
            what.decided = decided;
            what.stands = lists[l].is_whole ? &out.stands[groups[rule].first] : &lists[l].rows;
            what.undated = lists[l].is_whole && groups[rule].second && has_undated_ ? out.undated : nullptr;
            if (what.undated != nullptr)
                for (std::size_t w = 0; w < block_words; ++w) {
                    planes.bit[2].word[w] |= what.undated->word[w];
                    worker_->summaries[rule].by_status[static_cast<std::size_t>(status::undetermined)] +=
                        static_cast<std::uint64_t>(std::popcount(what.undated->word[w]));
                }
            if (out.outcomes != nullptr) {
                worker_->blocks->loops().weigh(planes, what, (*weights_)[rule], whole);
                reach(program_->rules[rule], planes, out.stands[groups[rule].first]);
            }
            if (out.counts != nullptr) worker_->counts.add(planes, *what.stands, what.undated);
            if (out.planes == nullptr) continue;
            for (std::size_t b = 0; b < 3; ++b)
                for (std::size_t w = 0; w < block_words; ++w) out.planes[rule].bit[b].word[w] |= planes.bit[b].word[w];
        }
    }

    void reach(const rule_code& code, const status_planes& planes, const row_bits& stands);
    void find_straddling(const version_change& change, bool keeps_bounds, row_bits& questions);
    void write_outcomes(const outcome_planes& whole, std::size_t count, outcome* out);
    template <class F>
    void for_each_row(const row_bits& rows, F f) const {
        for (std::size_t w = 0; w < block_words; ++w)
            for (std::uint64_t left = rows.word[w]; left != 0; left &= left - 1)
                f(worker_->blocks->first_row() + w * 64 + static_cast<std::size_t>(std::countr_zero(left)), w, left & (~left + 1));
    }
    [[nodiscard]] rule_answer judge_row(std::size_t rule, std::size_t row) const {
        row_case held = read_row(*plan_, *places_, *options_, *table_->table, row, &(*row_facts_)[rule]);
        case_evaluation c(*plan_, std::move(held.facts), held.terms);
        held.mark(c);
        return c.judge(plan_->rules[program_->rules[rule].rule]);
    }

    const std::vector<std::vector<std::size_t>>* row_facts_;
    const rulebook_plan* plan_;
    const column_program* program_;
    const column_places* places_;
    const column_options* options_;
    const std::vector<weight>* weights_;
    column_worker* worker_;
    const bound_table* table_;
    bad_cell* bad_;
    bool has_undated_ = false;
};

}  // namespace detail
}  // namespace xuanren

#include <xuanren/engine/columns/block_outcomes.hpp>
#include <xuanren/engine/columns/column_plan_bind.hpp>
