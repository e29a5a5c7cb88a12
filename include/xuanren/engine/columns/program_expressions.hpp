// include/xuanren/engine/columns/program_expressions.hpp
#pragma once

#include <xuanren/engine/builtin.hpp>
#include <xuanren/engine/columns/program_nodes.hpp>
#include <xuanren/engine/columns/schema.hpp>
#include <xuanren/engine/evaluate.hpp>
#include <xuanren/engine/plan.hpp>
#include <xuanren/engine/property.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace xuanren::detail {

/// Integers as large as arithmetic over 64-bit columns takes; beyond, the row evaluator judges.
inline constexpr std::int64_t guarded_bound = 1'000'000'000'000;

/// A value that may be null, of a definition or of the day on which a duty was met.
struct nullable_lane {
    lane_ref lane = no_ref;
    truth_ref none = no_ref;  ///< yes where it is null, no where not, open where that is not known
};

/// What a test says of a word by itself, or of the list of it.
[[nodiscard]] inline answer answer_of(const word_test& test, std::size_t fact_count, bool is_list, std::string_view word) {
    fact_values held(fact_count, false);
    value one{std::string(word)};
    if (is_list) {
        auto list = std::make_shared<list_value>();
        list->items.push_back(std::move(one));
        one = value(std::shared_ptr<const list_value>(std::move(list)));
    }
    held.set(test.fact, std::move(one));
    environment with;
    with.facts = &held;
    return xuanren::test(*test.condition, with);
}

/// Turns expressions into nodes of a program 表达式编译. What no kernel takes gives nothing, and
/// `reason` then says why.
class program_expressions {
public:
    program_expressions(const rulebook_plan& plan, const column_places& places, const table_schema& schema,
                        std::optional<civil_date> on, program_nodes& nodes, std::vector<std::string>& strings)
        : plan_(&plan), places_(&places), schema_(&schema), on_(on), nodes_(&nodes), strings_(&strings) {}

    /// The step whose date `elapsed` and tables look at, and the rule that `names` asks about.
    void stand_at(step at, std::string_view rule_id) {
        at_ = at;
        rule_id_ = rule_id;
    }
    [[nodiscard]] const text& reason() const noexcept { return reason_; }
    [[nodiscard]] bool uses_guarded() const noexcept { return uses_guarded_; }
    /// Where what was compiled since may have no value at all.
    [[nodiscard]] const std::vector<truth_ref>& without_value() const noexcept { return without_value_; }
    void begin() noexcept {
        uses_guarded_ = false;
        without_value_.clear();
        valueless_.clear();
    }
    /// Whether what was compiled since holds a comparison that may have no value and stands where the
    /// conditions of a rule carry that on.
    [[nodiscard]] std::size_t valueless() const noexcept { return valueless_.size(); }
    /// Those from one on cannot be carried on: their rows are judged singly.
    void leave_to_rows(std::size_t from) {
        without_value_.insert(without_value_.end(), valueless_.begin() + static_cast<std::ptrdiff_t>(from), valueless_.end());
        valueless_.resize(from);
    }

    [[nodiscard]] std::optional<truth_ref> truth(const node& n);
    [[nodiscard]] std::optional<lane_ref> lanes(const node& n);
    [[nodiscard]] std::optional<nullable_lane> nullable(const node& n);

    /// The date of a step, as each row tells it.
    [[nodiscard]] lane_ref step_date(step s);
    [[nodiscard]] lane_ref month_end(lane_ref date);
    /// Whether one version of a family is in force at a step.
    [[nodiscard]] truth_ref in_force(const planned_place& place, step at);
    /// The bounds of a stretch of days, at a date.
    [[nodiscard]] truth_ref is_before(lane_ref date, const std::optional<interval<civil_date>>& bound);
    [[nodiscard]] lane_ref column_lane(const column_places::pair& p, const type& t);
    [[nodiscard]] truth_ref names_in(std::uint32_t column);
    void judge_by(std::optional<civil_date> law_date) { law_date_ = law_date; }

private:
    struct kept_definition;
    std::nullopt_t refuse(text why) {
        reason_ = std::move(why);
        return std::nullopt;
    }
    std::nullopt_t refuse(const char* zh, const char* en) { return refuse(text{zh, en}); }

    std::optional<truth_ref> truth_fact(const node& n);
    std::optional<truth_ref> comparison(const node& n);
    std::optional<truth_ref> compare(operator_kind op, const node& left, const node& right);
    std::optional<truth_ref> between(const node& n);
    std::optional<truth_ref> membership(const node& n);
    std::optional<truth_ref> member_of(const node& v, const node& test);
    std::optional<truth_ref> elapsed_against(operator_kind op, const node& elapsed, std::int64_t bound);
    std::optional<truth_ref> names(const node& n);
    std::optional<truth_ref> words(const node& n);
    std::optional<truth_ref> defined_truth(std::size_t slot, bool asks_has);
    std::optional<lane_ref> lane_fact(const node& n);
    std::optional<lane_ref> defined_lane(std::size_t slot);
    std::optional<lane_ref> literal(const node& n);
    std::optional<lane_ref> arithmetic(const node& n);
    std::optional<lane_ref> negative(lane_ref a);
    std::optional<lane_ref> quotient(lane_ref a, lane_ref by);
    std::optional<lane_ref> greatest(const node& n, bool is_least);
    std::optional<lane_ref> conditional(const node& n);
    std::optional<lane_ref> call(const node& n);
    std::optional<lane_ref> path(const node& n);
    std::optional<lane_ref> table(const node& n);
    std::optional<lane_ref> select(truth_ref test, lane_ref a, lane_ref b, lane_op op);
    std::optional<lane_ref> computed(lane_node n, int128 low, int128 high);
    std::optional<lane_ref> rescaled(lane_ref a, int by);
    void carry_no_value(truth_ref made, lane_ref other, std::size_t untold);
    bool align(lane_ref& a, lane_ref& b);
    lane_ref guarded(lane_ref a);
    std::optional<lane_ref> moved(lane_node n, std::int64_t most_months);
    bool keep_within(lane_ref a, std::int64_t bound);
    void take(const kept_definition& d);
    std::optional<lane_ref> date_of_parts(const node& n);
    [[nodiscard]] bool is_always_unknown(const node& n);
    [[nodiscard]] std::optional<truth_ref> where_empty(const node& n);
    [[nodiscard]] static std::optional<std::int64_t> integer_of(const value& v);
    [[nodiscard]] const planned_definition* definition_of(std::size_t fact, bool& asks_has, std::size_t& slot) const;
    [[nodiscard]] bool is_given(const planned_definition& d) const {
        return places_->facts[d.fact_index].value != no_ref ||
               (d.has_index != catalogue::none && places_->facts[d.has_index].value != no_ref);
    }

    const rulebook_plan* plan_;
    const column_places* places_;
    const table_schema* schema_;
    std::optional<civil_date> on_;
    std::optional<civil_date> law_date_;
    program_nodes* nodes_;
    std::vector<std::string>* strings_;
    step at_ = step::discussion;
    std::string_view rule_id_;
    text reason_;
    bool uses_guarded_ = false;
    std::vector<truth_ref> without_value_, valueless_;
    struct kept_definition {
        bool is_made = false;
        std::optional<nullable_lane> lane;
        std::optional<truth_ref> truth;
        bool uses_guarded = false;
        std::vector<truth_ref> without_value;
        text reason;
    };
    std::map<std::size_t, kept_definition> definitions_;
    kept_definition& define(std::size_t slot);
    std::map<std::pair<std::size_t, std::size_t>, std::uint32_t> timelines_;
    std::map<std::tuple<std::string, lane_ref>, std::uint32_t> tables_;
};

}  // namespace xuanren::detail
