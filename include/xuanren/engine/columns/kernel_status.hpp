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
#define XUANREN_APART _Pragma("GCC ivdep") _Pragma("GCC unroll 1")
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
    const row_bits& more = undated == nullptr ? stands : *undated;
    std::uint64_t sums[8] = {};
    for (unsigned s = 0; s < 8; ++s) {
        const std::uint64_t turn[3] = {(s & 1) != 0 ? 0 : ~std::uint64_t{0}, (s & 2) != 0 ? 0 : ~std::uint64_t{0},
                                       (s & 4) != 0 ? 0 : ~std::uint64_t{0}};
        std::uint64_t sum = 0;
        XUANREN_APART
        for (std::size_t w = 0; w < block_words; ++w)
            sum += static_cast<std::uint64_t>(std::popcount((out.bit[0].word[w] ^ turn[0]) & (out.bit[1].word[w] ^ turn[1]) &
                                                            (out.bit[2].word[w] ^ turn[2]) & (stands.word[w] | more.word[w])));
        sums[s] = sum;
    }
    for (std::size_t s = 0; s < 8; ++s) counts[s] += sums[s];
}

/// Of the statuses a plain rule has but four, each with a bit of its own.
inline void count_plain(const status_planes& out, const row_bits& stands, const row_bits* undated, std::uint64_t* counts) {
    const row_bits& more = undated == nullptr ? stands : *undated;
    std::uint64_t sums[3] = {}, all = 0;
    XUANREN_APART
    for (std::size_t w = 0; w < block_words; ++w) {
        for (std::size_t b = 0; b < 3; ++b) sums[b] += static_cast<std::uint64_t>(std::popcount(out.bit[b].word[w]));
        all += static_cast<std::uint64_t>(std::popcount(stands.word[w] | more.word[w]));
    }
    for (std::size_t b = 0; b < 3; ++b) counts[std::size_t{1} << b] += sums[b];
    counts[0] += all - sums[0] - sums[1] - sums[2];
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

inline void judge_all(const judged_rule& r, status_planes& out) {
    static constexpr row_bits nowhere{};
    row_bits everywhere;
    for (std::uint64_t& w : everywhere.word) w = ~std::uint64_t{0};
    const auto words = [](const row_bits* p, const row_bits& other) XUANREN_ATTR { return p == nullptr ? other.word : p->word; };
    const auto yes_of = [&](const truth_bits* t) XUANREN_ATTR { return t == nullptr ? nowhere.word : t->yes.word; };
    const auto no_of = [&](const truth_bits* t, const row_bits& other) XUANREN_ATTR { return t == nullptr ? other.word : t->no.word; };
    const std::uint64_t* stands = r.stands->word;
    const std::uint64_t* scope_yes = r.scope->yes.word;
    const std::uint64_t* scope_no = r.scope->no.word;
    const std::uint64_t* asked_yes = r.is_open ? nowhere.word : r.requirement->yes.word;
    const std::uint64_t* asked_no = r.is_open ? nowhere.word : r.requirement->no.word;
    const std::uint64_t* band_yes = r.is_open ? everywhere.word : yes_of(r.band);
    const std::uint64_t* band_no = r.is_open ? nowhere.word : no_of(r.band, everywhere);
    const std::uint64_t* except_yes = yes_of(r.excepted);
    const std::uint64_t* except_no = no_of(r.excepted, everywhere);
    const std::uint64_t* loose_yes = yes_of(r.loosening);
    const std::uint64_t* loose_no = no_of(r.loosening, everywhere);
    const std::uint64_t* not_yet = words(r.pending, nowhere);
    const std::uint64_t* due_known = words(r.due_known, nowhere);
    const std::uint64_t* due_passed = words(r.due_passed, nowhere);
    const std::uint64_t* met_none = r.has_met ? words(r.met_none, nowhere) : everywhere.word;
    const std::uint64_t* met_to_come = words(r.met_to_come, nowhere);
    const std::uint64_t* in_time_yes = yes_of(r.in_time);
    const std::uint64_t* in_time_no = no_of(r.in_time, nowhere);
    const std::uint64_t loosened = r.is_loosened ? ~std::uint64_t{0} : 0;
    XUANREN_APART
    for (std::size_t w = 0; w < block_words; ++w) {
        const std::uint64_t reached = stands[w] & ~scope_no[w];
        const std::uint64_t early = reached & not_yet[w];
        const std::uint64_t live = reached & ~early;
        const std::uint64_t is_met = asked_yes[w] & band_no[w];
        // Met on a day that is told: in time or not, or still to come.
        const std::uint64_t dated = is_met & ~met_none[w];
        const std::uint64_t to_come = dated & met_to_come[w];
        const std::uint64_t told = dated & ~to_come;
        const std::uint64_t done = is_met & ~to_come;
        const std::uint64_t yes = (asked_yes[w] & ~dated) | (told & in_time_yes[w]);
        const std::uint64_t no = (asked_no[w] & ~told) | to_come | (told & in_time_no[w]);
        const std::uint64_t satisfied = live & is_met & yes;
        const std::uint64_t left = live & ~satisfied;
        const std::uint64_t excepted = left & except_yes[w];
        const std::uint64_t rest = left & ~excepted;
        const std::uint64_t questions = rest & band_yes[w] & scope_yes[w];
        const std::uint64_t breaches = rest & band_no[w] & scope_yes[w] & no & except_no[w];
        const std::uint64_t doubts = rest & ~questions & ~breaches;
        // Openly loosened by a lower instrument: for people.
        const std::uint64_t softened = (breaches | doubts) & loose_yes[w];
        const std::uint64_t firm = breaches & loose_no[w];
        const std::uint64_t open = (doubts & ~loose_yes[w]) | (breaches & ~loose_yes[w] & ~loose_no[w]);
        // What may still be met is owed until its day has passed.
        const std::uint64_t deferred = rest & due_known[w] & scope_yes[w] & ~done & ~due_passed[w];
        const std::uint64_t bad = (firm | open) & ~deferred;
        const std::uint64_t judged = ((questions | softened) & ~deferred) | (bad & loosened);
        const std::uint64_t violated = firm & ~deferred & ~loosened;
        const std::uint64_t undetermined = open & ~deferred & ~loosened;
        const std::uint64_t pending = early | deferred;
        out.bit[0].word[w] = satisfied | excepted | judged;
        out.bit[1].word[w] = violated | excepted | pending;
        out.bit[2].word[w] = undetermined | judged | pending;
    }
}

inline void judge(const judged_rule& r, status_planes& out, std::uint64_t* counts) {
    if (r.is_plain) judge_plain(r, out);
    else judge_all(r, out);
    if (r.undated != nullptr)
        for (std::size_t w = 0; w < block_words; ++w) out.bit[2].word[w] |= r.undated->word[w];
    if (counts == nullptr) return;
    if (r.is_plain) count_plain(out, *r.stands, r.undated, counts);
    else count_of(out, *r.stands, r.undated, counts);
}

inline void weigh(const status_planes& of, const judged_rule& rule, weight how, outcome_planes& into) {
    static constexpr row_bits nowhere{};
    const auto where = [](bool is) XUANREN_ATTR { return is ? ~std::uint64_t{0} : 0; };
    const std::uint64_t asks = where(how != weight::advise && how != weight::ordinarily);
    const std::uint64_t breaks = where(how == weight::must), reports = where(how == weight::report || how == weight::report_void);
    const std::uint64_t voids = where(how == weight::report_void), usual = where(how == weight::ordinarily);
    // Where nothing says otherwise the decision has been taken.
    const std::uint64_t taken = where(rule.decided == nullptr);
    const std::uint64_t* decided = rule.decided == nullptr ? nowhere.word : rule.decided->word;
    XUANREN_APART
    for (std::size_t w = 0; w < block_words; ++w) {
        const std::uint64_t a = of.bit[0].word[w], b = of.bit[1].word[w], c = of.bit[2].word[w];
        const std::uint64_t violated = ~a & b & ~c, judged = a & ~b & c;
        const std::uint64_t open = c & ~(a ^ b);  // undetermined, failed
        const std::uint64_t is_void = voids & (decided[w] | taken);
        into.checked.word[w] |= (a | b | c) & ~(~a & b & c);
        into.judgement.word[w] |= judged | (usual & (violated | open));
        into.incomplete.word[w] |= asks & open;
        into.violation.word[w] |= violated & (breaks | is_void);
        into.needs_approval.word[w] |= violated & reports & ~is_void;
    }
}

/// Yes where the bit is set, no elsewhere, neither where a side is not known; `possible` differs
/// from `sure` for bounds.
inline void settle(const row_bits& sure, const row_bits& possible, const row_bits& one, const row_bits& other, truth_bits& out) {
    XUANREN_APART
    for (std::size_t w = 0; w < block_words; ++w) {
        const std::uint64_t known = one.word[w] & other.word[w];
        out.yes.word[w] = sure.word[w] & known;
        out.no.word[w] = ~possible.word[w] & known;
    }
}
inline void select(const truth_bits& test, const truth_bits& yes, const truth_bits& no, bool picks, truth_bits& out) {
    const std::uint64_t picking = picks ? ~std::uint64_t{0} : 0;
    XUANREN_APART
    for (std::size_t w = 0; w < block_words; ++w) {
        const std::uint64_t t = test.yes.word[w], f = (picking & ~t) | (~picking & test.no.word[w]);
        const std::uint64_t y = yes.yes.word[w], n = no.yes.word[w], yn = yes.no.word[w], nn = no.no.word[w];
        out.yes.word[w] = (t & y) | (f & n) | (~picking & y & n);
        out.no.word[w] = (t & yn) | (f & nn) | (~picking & yn & nn);
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
