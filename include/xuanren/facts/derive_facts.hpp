// include/xuanren/facts/derive_facts.hpp
#pragma once

#include <xuanren/facts/case_view.hpp>
#include <xuanren/facts/catalogue.hpp>
#include <xuanren/facts/derive.hpp>
#include <xuanren/relations/kin_context.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <utility>
#include <vector>

namespace xuanren {

namespace detail {

XUANREN_INLINE std::shared_ptr<const kin_context> kin_context_of(const dossier& book) {
    return std::make_shared<const kin_context>(book);
}

inline void read_fact(const catalogue& facts, std::size_t i, const case_view& view, fact_values& out) {
    const auto& read = facts[i].read;
    if (!read) return;
    try {
        reading r = (*read)(view);
        out.set(i, std::move(r.held), r.source);
    } catch (const std::exception& error) {
        out.failed.emplace_back(i, error.what());
    } catch (...) {
        out.failed.emplace_back(i, "unknown exception");
    }
}

inline bool is_needed(std::size_t i, const derive_options& options) {
    return options.needed == nullptr || (i < options.needed->size() && (*options.needed)[i]);
}

inline void read_facts(const catalogue& facts, const case_view& view, const derive_options& options,
                       fact_values& out) {
    for (std::size_t i = 0; i < facts.size(); ++i)
        if (is_needed(i, options)) read_fact(facts, i, view, out);
}

/// One appointment whose facts are read when asked for.
class case_source final : public fact_source {
public:
    case_source(const catalogue& facts, const prepared_dossier& prepared, std::size_t appointment,
                const review_scope& scope)
        : facts_(&facts),
          view_(prepared.book(), prepared.seats(), prepared.kin(), appointment, scope, national_records()) {}
    void read(std::size_t index, fact_values& into) const override {
        read_fact(*facts_, index, view_, into);
    }
    [[nodiscard]] const case_view& view() const noexcept { return view_; }

private:
    const catalogue* facts_;
    case_view view_;
};

/// Keeps the lists that came out differently: what is computed from one may come out alike from all.
inline void keep_readings(const catalogue& facts, std::vector<fact_values>& read,
                          fact_values& out) {
    for (std::size_t i = 0; i < facts.size(); ++i)
        if (facts[i].value_type.kind == type_kind::list && out.values[i].is_unknown() &&
            !read.front().values[i].is_unknown())
            out.in_doubt.push_back(i);
    if (out.in_doubt.empty()) return;
    for (fact_values& one : read) {
        std::vector<value> lists;
        for (const std::size_t i : out.in_doubt) lists.push_back(std::move(one.values[i]));
        const bool is_new =
            std::none_of(out.readings.begin(), out.readings.end(),
                         [&](const auto& other) { return same_values(lists, other); });
        if (is_new) out.readings.push_back(std::move(lists));
    }
}

}  // namespace detail

XUANREN_INLINE fact_values derive(const catalogue& facts, const prepared_dossier& prepared,
                                  std::size_t appointment, const derive_options& options) {
    case_view view(prepared.book(), prepared.seats(), prepared.kin(), appointment, options.scope,
                   detail::national_records());
    fact_values out(facts.size());
    detail::read_facts(facts, view, options, out);
    const std::size_t doubts = view.doubts();
    if (doubts == 0) return out;
    const std::uint32_t choices = 1U << doubts;
    std::vector<fact_values> read(1, out);
    for (std::uint32_t choice = 1; choice < choices; ++choice) {
        view.settle(choice);
        fact_values& other = read.emplace_back(facts.size());
        detail::read_facts(facts, view, options, other);
        for (std::size_t i = 0; i < facts.size(); ++i)
            out.values[i] = detail::either(out.values[i], other.values[i]);
    }
    detail::keep_readings(facts, read, out);
    return out;
}

XUANREN_INLINE std::vector<std::size_t> own_facts(const catalogue& facts) {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < facts.size(); ++i)
        if (facts[i].read != nullptr && facts[i].read->is_own()) out.push_back(i);
    return out;
}

XUANREN_INLINE facts_on_demand derive_on_demand(const catalogue& facts,
                                                const prepared_dossier& prepared,
                                                std::size_t appointment,
                                                const std::vector<std::size_t>& at_once,
                                                const derive_options& options) {
    auto rest = std::make_unique<const detail::case_source>(facts, prepared, appointment, options.scope);
    const case_view& view = rest->view();
    (void)view.career();  // its doubts are known once it is read
    if (view.doubts() != 0) return {derive(facts, prepared, appointment, options), {}, nullptr};
    facts_on_demand out{fact_values(facts.size(), false), at_once, nullptr};
    for (const std::size_t i : at_once)
        if (detail::is_needed(i, options)) detail::read_fact(facts, i, view, out.read);
    out.rest = std::move(rest);
    return out;
}

XUANREN_INLINE fact_values derive(const catalogue& facts, const dossier& book,
                                  std::size_t appointment, const derive_options& options) {
    return derive(facts, prepared_dossier(book), appointment, options);
}

}  // namespace xuanren
