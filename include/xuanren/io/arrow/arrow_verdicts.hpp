// include/xuanren/io/arrow/arrow_verdicts.hpp
#pragma once

#include <xuanren/engine/columns/column_plan.hpp>
#include <xuanren/io/arrow/abi.hpp>
#include <xuanren/report/names.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren {

enum class arrow_form : std::uint8_t {
    wide,  ///< `outcome`, then one column a rule, named by its id: its status, null where it is not in force
    slim,  ///< one row a case and rule in force: `row` (from 0), `rule`, `status`
};

namespace detail {

/// What the arrays of an export share, kept until the last of them is released.
struct arrow_export {
    std::vector<std::vector<std::uint8_t>> bytes;
    std::vector<std::vector<std::int32_t>> offsets;
    std::vector<std::vector<std::int64_t>> numbers;
    std::vector<std::vector<std::uint16_t>> counts;
};

/// One array or schema of an export: its children and buffers, and a share in the rest.
struct arrow_node {
    std::shared_ptr<arrow_export> shared;
    std::string format, name;
    std::vector<const void*> buffers;
    std::vector<std::unique_ptr<ArrowArray>> arrays;
    std::vector<ArrowArray*> array_pointers;
    std::vector<std::unique_ptr<ArrowSchema>> schemas;
    std::vector<ArrowSchema*> schema_pointers;
    std::unique_ptr<ArrowArray> array_dictionary;
    std::unique_ptr<ArrowSchema> schema_dictionary;
};

template <class T>
void release_arrow(T* held) {
    if (held == nullptr || held->release == nullptr) return;
    for (std::int64_t i = 0; i < held->n_children; ++i)
        if (held->children[i]->release != nullptr) held->children[i]->release(held->children[i]);
    if (held->dictionary != nullptr && held->dictionary->release != nullptr) held->dictionary->release(held->dictionary);
    delete static_cast<arrow_node*>(held->private_data);
    held->release = nullptr;
}

inline void finish_arrow(arrow_node* node, ArrowArray& out, std::size_t length, std::size_t nulls) {
    out = {};
    out.length = static_cast<std::int64_t>(length);
    out.null_count = static_cast<std::int64_t>(nulls);
    out.n_buffers = static_cast<std::int64_t>(node->buffers.size());
    out.buffers = node->buffers.data();
    for (const auto& child : node->arrays) node->array_pointers.push_back(child.get());
    out.n_children = static_cast<std::int64_t>(node->array_pointers.size());
    out.children = node->array_pointers.data();
    out.dictionary = node->array_dictionary.get();
    out.release = &release_arrow<ArrowArray>;
    out.private_data = node;
}

inline void finish_arrow(arrow_node* node, ArrowSchema& out, std::int64_t flags) {
    out = {};
    out.format = node->format.c_str();
    out.name = node->name.c_str();
    out.flags = flags;
    for (const auto& child : node->schemas) node->schema_pointers.push_back(child.get());
    out.n_children = static_cast<std::int64_t>(node->schema_pointers.size());
    out.children = node->schema_pointers.data();
    out.dictionary = node->schema_dictionary.get();
    out.release = &release_arrow<ArrowSchema>;
    out.private_data = node;
}

[[nodiscard]] inline std::unique_ptr<ArrowSchema> arrow_field_of(std::string name, std::string format, bool is_dictionary, bool may_be_null) {
    auto node = std::make_unique<arrow_node>();
    node->name = std::move(name);
    node->format = std::move(format);
    if (is_dictionary) node->schema_dictionary = arrow_field_of("", "u", false, false);
    auto out = std::make_unique<ArrowSchema>();
    finish_arrow(node.release(), *out, may_be_null ? ARROW_FLAG_NULLABLE : 0);
    return out;
}

/// Makes the arrays of an export.
class arrow_maker {
public:
    /// A list of words as an array of texts; several arrays may share its buffers.
    struct words {
        const void* offsets;
        const void* bytes;
        std::size_t count;
    };
    [[nodiscard]] words words_of(const std::vector<std::string_view>& list) {
        auto& offsets = keep(shared_->offsets, std::vector<std::int32_t>(1, 0));
        std::vector<std::uint8_t> bytes;
        for (const std::string_view w : list) {
            bytes.insert(bytes.end(), w.begin(), w.end());
            offsets.push_back(static_cast<std::int32_t>(bytes.size()));
        }
        bytes.push_back(0);
        return {offsets.data(), keep(shared_->bytes, std::move(bytes)).data(), list.size()};
    }
    [[nodiscard]] const void* keep_bytes(std::vector<std::uint8_t> held) { return keep(shared_->bytes, std::move(held)).data(); }
    [[nodiscard]] const void* keep_positions(std::vector<std::int32_t> held) { return keep(shared_->offsets, std::move(held)).data(); }
    [[nodiscard]] const void* keep_counts(std::vector<std::uint16_t> held) { return keep(shared_->counts, std::move(held)).data(); }
    [[nodiscard]] const void* keep_numbers(std::vector<std::int64_t> held) { return keep(shared_->numbers, std::move(held)).data(); }

    [[nodiscard]] std::unique_ptr<ArrowArray> column(const void* valid, const void* values, std::size_t length, std::size_t nulls, const words* dictionary) {
        auto node = std::make_unique<arrow_node>();
        node->shared = shared_;
        node->buffers = {valid, values};
        if (dictionary != nullptr) {
            auto inner = std::make_unique<arrow_node>();
            inner->shared = shared_;
            inner->buffers = {nullptr, dictionary->offsets, dictionary->bytes};
            node->array_dictionary = std::make_unique<ArrowArray>();
            finish_arrow(inner.release(), *node->array_dictionary, dictionary->count, 0);
        }
        auto out = std::make_unique<ArrowArray>();
        finish_arrow(node.release(), *out, length, nulls);
        return out;
    }

private:
    template <class T>
    static T& keep(std::vector<T>& into, T held) {
        into.push_back(std::move(held));
        return into.back();
    }
    std::shared_ptr<arrow_export> shared_ = std::make_shared<arrow_export>();
};

}  // namespace detail

/// Hands verdicts over through the Arrow C data interface: a struct of columns, statuses and outcomes
/// as dictionaries of the report's words. The receiver releases both.
///
/// Requires: verdicts of that plan with statuses kept, and outcomes for the wide form; neither
/// structure holds anything yet.
inline void export_verdicts(const column_plan& plan, const column_verdicts& verdicts, arrow_form form, ArrowSchema* schema, ArrowArray* array) {
    constexpr std::size_t status_count = 8;
    std::vector<std::string_view> status_words;
    for (std::size_t s = 0; s < status_count; ++s) status_words.push_back(code_of(static_cast<status>(s)));
    const std::size_t rows = verdicts.rows(), rules = verdicts.rule_count();
    detail::arrow_maker make;
    const auto words = make.words_of(status_words);
    auto top = std::make_unique<detail::arrow_node>();
    auto fields = std::make_unique<detail::arrow_node>();
    fields->format = "+s";
    top->buffers = {nullptr};
    std::size_t length = rows;
    std::vector<std::uint8_t> statuses(rows);
    if (form == arrow_form::wide) {
        std::vector<std::string_view> outcome_words;
        for (std::size_t o = 0; o < 5; ++o) outcome_words.push_back(code_of(static_cast<outcome>(o)));
        const auto of_outcomes = make.words_of(outcome_words);
        std::vector<std::uint8_t> outcomes(rows + 1);
        for (std::size_t i = 0; i < rows; ++i) outcomes[i] = static_cast<std::uint8_t>(verdicts.outcomes()[i]);
        fields->schemas.push_back(detail::arrow_field_of("outcome", "c", true, false));
        top->arrays.push_back(make.column(nullptr, make.keep_bytes(std::move(outcomes)), rows, 0, &of_outcomes));
        for (std::size_t r = 0; r < rules; ++r) {
            verdicts.statuses(r, statuses);
            std::vector<std::uint8_t> held(statuses), valid(rows / 8 + 1);
            held.push_back(0);
            std::size_t nulls = 0;
            for (std::size_t i = 0; i < rows; ++i) {
                const bool is_in_force = held[i] != column_verdicts::not_in_force;
                valid[i / 8] = static_cast<std::uint8_t>(valid[i / 8] | unsigned{is_in_force} << (i % 8));
                if (is_in_force) continue;
                held[i] = 0;
                ++nulls;
            }
            fields->schemas.push_back(detail::arrow_field_of(plan.rules()[r]->id(), "c", true, true));
            const void* bits = nulls == 0 ? nullptr : make.keep_bytes(std::move(valid));
            top->arrays.push_back(make.column(bits, make.keep_bytes(std::move(held)), rows, nulls, &words));
        }
    } else {
        // Row by row, the rules in the rulebook's order.
        std::vector<std::vector<std::uint8_t>> by_rule(rules, std::vector<std::uint8_t>(rows));
        for (std::size_t r = 0; r < rules; ++r) verdicts.statuses(r, by_rule[r]);
        std::vector<std::int64_t> row_numbers;
        std::vector<std::int32_t> rule_positions;
        std::vector<std::uint8_t> held;
        for (std::size_t i = 0; i < rows; ++i)
            for (std::size_t r = 0; r < rules; ++r) {
                if (by_rule[r][i] == column_verdicts::not_in_force) continue;
                row_numbers.push_back(static_cast<std::int64_t>(i));
                rule_positions.push_back(static_cast<std::int32_t>(r));
                held.push_back(by_rule[r][i]);
            }
        length = held.size();
        row_numbers.push_back(0);
        rule_positions.push_back(0);
        held.push_back(0);
        std::vector<std::string_view> ids;
        for (const auto& r : plan.rules()) ids.push_back(r->id());
        const auto of_rules = make.words_of(ids);
        fields->schemas.push_back(detail::arrow_field_of("row", "l", false, false));
        fields->schemas.push_back(detail::arrow_field_of("rule", "i", true, false));
        fields->schemas.push_back(detail::arrow_field_of("status", "c", true, false));
        top->arrays.push_back(make.column(nullptr, make.keep_numbers(std::move(row_numbers)), length, 0, nullptr));
        top->arrays.push_back(make.column(nullptr, make.keep_positions(std::move(rule_positions)), length, 0, &of_rules));
        top->arrays.push_back(make.column(nullptr, make.keep_bytes(std::move(held)), length, 0, &words));
    }
    detail::finish_arrow(fields.release(), *schema, 0);
    detail::finish_arrow(top.release(), *array, length, 0);
}

}  // namespace xuanren
