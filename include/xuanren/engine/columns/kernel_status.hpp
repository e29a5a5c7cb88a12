// include/xuanren/engine/columns/kernel_status.hpp
//
// From truths to the status of a rule and the outcome of a row. Part of kernel_loops.hpp, inside its namespace, compiled as often as it is.
#if !defined(XUANREN_ENGINE_KERNEL_STATUS) || defined(XUANREN_KERNELS)
#define XUANREN_ENGINE_KERNEL_STATUS

#include <xuanren/engine/columns/kernel_set.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>

#ifndef XUANREN_ATTR
#ifdef XUANREN_KERNELS
#define XUANREN_ATTR HWY_ATTR
#else
#define XUANREN_ATTR
#endif
#define XUANREN_ATTR_IS_OURS
#endif
#ifdef XUANREN_KERNELS
HWY_BEFORE_NAMESPACE();
namespace xuanren::detail::XUANREN_KERNELS {
#else
namespace xuanren::detail::portable {
#endif

#if defined(__GNUC__) && !defined(__clang__)
#define XUANREN_APART _Pragma("GCC ivdep")
#else
#define XUANREN_APART
#endif

inline bool both(truth_bits& all, const truth_bits& part, bool is_negated, const row_bits& mask) {
    const std::uint64_t* yes = is_negated ? part.no.word : part.yes.word;
    const std::uint64_t* no = is_negated ? part.yes.word : part.no.word;
    std::uint64_t left = 0;
    XUANREN_APART
    for (std::size_t w = 0; w < block_words; ++w) {
        all.yes.word[w] &= yes[w];
        all.no.word[w] |= no[w];
        left |= ~all.no.word[w] & mask.word[w];
    }
    return left != 0;
}

inline void count_of(const status_planes& out, const row_bits& stands, const row_bits* undated, std::uint64_t* counts) {
    std::uint64_t sums[8] = {};
    for (std::size_t w = 0; w < block_words; ++w) {
        const std::uint64_t a = out.bit[0].word[w], b = out.bit[1].word[w], c = out.bit[2].word[w];
        const std::uint64_t here = stands.word[w] | (undated == nullptr ? 0 : undated->word[w]);
        const std::uint64_t is[8] = {~a & ~b & ~c & here, a & ~b & ~c, ~a & b & ~c, a & b & ~c,
                                     ~a & ~b & c,         a & ~b & c,  ~a & b & c,  a & b & c};
        for (std::size_t s = 0; s < 8; ++s) sums[s] += static_cast<std::uint64_t>(std::popcount(is[s]));
    }
    for (std::size_t s = 0; s < 8; ++s) counts[s] += sums[s];
}

inline void judge_plain(const judged_rule& r, status_planes& out) {
    const std::uint64_t* stands = r.stands->word;
    const std::uint64_t* scope_yes = r.scope->yes.word;
    const std::uint64_t* scope_no = r.scope->no.word;
    const std::uint64_t* yes = r.requirement->yes.word;
    const std::uint64_t* no = r.requirement->no.word;
    XUANREN_APART
    for (std::size_t w = 0; w < block_words; ++w) {
        const std::uint64_t reached = stands[w] & ~scope_no[w];
        const std::uint64_t violated = reached & scope_yes[w] & no[w];
        out.bit[0].word[w] = reached & yes[w];
        out.bit[1].word[w] = violated;
        out.bit[2].word[w] = reached & ~yes[w] & ~violated;
    }
}

inline void judge(const judged_rule& r, status_planes& out, std::uint64_t* counts) {
    if (r.is_plain) {
        judge_plain(r, out);
    } else {
        const auto at = [](const row_bits* p, std::size_t w) XUANREN_ATTR { return p == nullptr ? 0 : p->word[w]; };
        for (std::size_t w = 0; w < block_words; ++w) {
            const std::uint64_t scope_no = r.scope->no.word[w], scope_yes = r.scope->yes.word[w];
            const std::uint64_t reached = r.stands->word[w] & ~scope_no;
            std::uint64_t pending = reached & at(r.pending, w);
            const std::uint64_t live = reached & ~pending;
            std::uint64_t no = r.is_open ? 0 : r.requirement->no.word[w];
            std::uint64_t yes = r.is_open ? 0 : r.requirement->yes.word[w];
            const std::uint64_t band_yes = r.is_open ? ~std::uint64_t{0} : r.band == nullptr ? 0 : r.band->yes.word[w];
            const std::uint64_t band_no = r.is_open ? 0 : r.band == nullptr ? ~std::uint64_t{0} : r.band->no.word[w];
            const std::uint64_t is_met = yes & band_no;
            std::uint64_t done = is_met;
            if (r.has_met) {
                const std::uint64_t dated = is_met & ~at(r.met_none, w);
                const std::uint64_t to_come = dated & at(r.met_to_come, w);
                const std::uint64_t told = dated & ~to_come;
                done &= ~to_come;
                yes = (yes & ~dated) | (told & r.in_time->yes.word[w]);
                no = (no & ~told) | to_come | (told & r.in_time->no.word[w]);
            }
            const std::uint64_t satisfied = live & is_met & yes;
            const std::uint64_t left = live & ~satisfied;
            const std::uint64_t exception_yes = r.excepted == nullptr ? 0 : r.excepted->yes.word[w];
            const std::uint64_t exception_no = r.excepted == nullptr ? ~std::uint64_t{0} : r.excepted->no.word[w];
            const std::uint64_t excepted = left & exception_yes;
            const std::uint64_t rest = left & ~excepted;
            std::uint64_t judgement = rest & band_yes & scope_yes;
            std::uint64_t violated = rest & band_no & scope_yes & no & exception_no;
            std::uint64_t undetermined = rest & ~judgement & ~violated;
            if (r.loosening != nullptr) {
                const std::uint64_t loose_yes = r.loosening->yes.word[w], loose_no = r.loosening->no.word[w];
                const std::uint64_t loosened = (violated | undetermined) & loose_yes;
                judgement |= loosened;
                undetermined = (undetermined & ~loose_yes) | (violated & ~loose_yes & ~loose_no);
                violated &= loose_no;
            }
            if (r.is_duty) {
                const std::uint64_t deferred = rest & at(r.due_known, w) & scope_yes & ~done & ~at(r.due_passed, w);
                pending |= deferred;
                judgement &= ~deferred;
                violated &= ~deferred;
                undetermined &= ~deferred;
            }
            if (r.is_loosened) {
                judgement |= violated | undetermined;
                violated = undetermined = 0;
            }
            out.bit[0].word[w] = satisfied | excepted | judgement;
            out.bit[1].word[w] = violated | excepted | pending;
            out.bit[2].word[w] = undetermined | judgement | pending;
        }
    }
    if (r.undated != nullptr)
        for (std::size_t w = 0; w < block_words; ++w) out.bit[2].word[w] |= r.undated->word[w];
    if (counts != nullptr) count_of(out, *r.stands, r.undated, counts);
}

inline void weigh(const status_planes& of, const judged_rule& rule, weight how, outcome_planes& into) {
    XUANREN_APART
    for (std::size_t w = 0; w < block_words; ++w) {
        const std::uint64_t a = of.bit[0].word[w], b = of.bit[1].word[w], c = of.bit[2].word[w];
        const std::uint64_t violated = ~a & b & ~c, judged = a & ~b & c;
        const std::uint64_t open = c & ~(a ^ b);  // undetermined, failed
        const std::uint64_t decided = rule.decided == nullptr ? ~std::uint64_t{0} : rule.decided->word[w];
        into.checked.word[w] |= (a | b | c) & ~(~a & b & c);
        into.judgement.word[w] |= judged;
        if (how == weight::must || how == weight::report || how == weight::report_void) into.incomplete.word[w] |= open;
        if (how == weight::must) into.violation.word[w] |= violated;
        if (how == weight::report) into.needs_approval.word[w] |= violated;
        if (how == weight::report_void) {
            into.violation.word[w] |= violated & decided;
            into.needs_approval.word[w] |= violated & ~decided;
        }
        if (how == weight::ordinarily) into.judgement.word[w] |= violated | open;
    }
}

#undef XUANREN_APART

#ifdef XUANREN_KERNELS
}  // namespace xuanren::detail::XUANREN_KERNELS
HWY_AFTER_NAMESPACE();
#else
}  // namespace xuanren::detail::portable
#endif
#ifdef XUANREN_ATTR_IS_OURS
#undef XUANREN_ATTR
#undef XUANREN_ATTR_IS_OURS
#endif

#endif
