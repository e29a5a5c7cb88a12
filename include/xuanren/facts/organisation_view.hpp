// include/xuanren/facts/organisation_view.hpp
#pragma once

#include <xuanren/engine/fact.hpp>
#include <xuanren/records/dossier.hpp>
#include <xuanren/relations/occupancy.hpp>
#include <xuanren/relations/rank_group.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace xuanren {

/// A kind of leading post that an establishment approves, or that someone holds without any line
/// approving it 领导职数的一项.
struct seat_kind {
    xuanren::level level{};
    field<xuanren::role> role;   ///< absent: of any role that has no line of its own
    const seat* line = nullptr;  ///< null: no line approves it

    /// `county_deputy/deputy`
    [[nodiscard]] std::string code() const {
        std::string out(english_of(level));
        if (role) out.append("/").append(english_of(*role));
        return out;
    }
};

/// Ranks whose seats are counted together, by the document or by what the law calls a group.
struct rank_kind {
    rank_group group = rank_group::other;
    std::vector<rank> ranks;
    std::optional<std::int64_t> approved;  ///< by the organ's own document, where that tells

    /// `consultants_3_4`; ranks that make no group of their own are joined by +.
    [[nodiscard]] std::string code() const {
        if (group != rank_group::other) return std::string(english_of(group));
        std::string out;
        for (const rank r : ranks) {
            if (!out.empty()) out.push_back('+');
            out.append(english_of(r));
        }
        return out;
    }
};

/// One organisation on a day, and the part of it that is looked at 一个机构.
///
/// The dossier and its occupancy must outlive the view.
class organisation_view {
public:
    organisation_view(const dossier& book, const occupancy& seats, std::uint32_t index,
                      const day_span& on)
        : book_(book), seats_(seats), index_(index), on_(on), in_force_(seats.in_force(index, on)) {}

    [[nodiscard]] const dossier& book() const noexcept { return book_; }
    [[nodiscard]] const occupancy& seats() const noexcept { return seats_; }
    [[nodiscard]] std::uint32_t index() const noexcept { return index_; }
    [[nodiscard]] const organisation& of() const noexcept { return book_.organisations[index_]; }
    [[nodiscard]] const day_span& on() const noexcept { return on_; }
    /// The establishment in force throughout the day; null where none certainly is.
    [[nodiscard]] const establishment* in_force() const noexcept { return in_force_; }

    [[nodiscard]] const seat_kind* seat() const noexcept { return seat_; }
    [[nodiscard]] const rank_kind* rank_seat() const noexcept { return rank_seat_; }
    void look_at(const seat_kind* s) noexcept { seat_ = s; }
    void look_at(const rank_kind* r) noexcept { rank_seat_ = r; }

    [[nodiscard]] provenance at(const char* key) const noexcept {
        return {"organisations", static_cast<int>(index_), nullptr, -1, key};
    }
    [[nodiscard]] provenance at_establishment(const char* key) const noexcept {
        if (in_force_ == nullptr) return at("establishments");
        return {"organisations", static_cast<int>(index_), "establishments",
                static_cast<int>(in_force_ - of().establishments->data()), key};
    }

    /// Every kind of seat: the lines of the establishment, then what is held beside them.
    [[nodiscard]] std::vector<seat_kind> seat_kinds() const {
        std::vector<seat_kind> out;
        if (in_force_ == nullptr || !in_force_->seats) return out;
        for (const xuanren::seat& s : *in_force_->seats) {
            if (!s.level) return {};
            out.push_back({*s.level, s.role, &s});
        }
        const auto is_listed = [&](const holding& h) {
            for (const seat_kind& k : out)
                if (k.level == *h.level && (!k.role || *k.role == *h.role)) return true;
            return false;
        };
        for (const std::uint32_t i : seats_.holdings_at(index_)) {
            const holding& h = seats_.holdings()[i];
            if (h.takes_seat != standing::yes || !h.level || !h.role) continue;
            if (*h.role != role::principal && *h.role != role::deputy) continue;
            if (occupancy::is_held(h, {on_}) == standing::yes && !is_listed(h))
                out.push_back({*h.level, h.role, nullptr});
        }
        return out;
    }

    /// Every group of ranks that the establishment limits or that someone holds.
    [[nodiscard]] std::vector<rank_kind> rank_kinds() const {
        std::vector<rank_kind> out;
        for (const auto& w : words_of<rank_group>::list) {
            const std::span<const rank> ranks = ranks_of(w.value);
            if (ranks.empty()) continue;
            rank_kind k{w.value, {ranks.begin(), ranks.end()}, {}};
            if (in_force_ != nullptr) k.approved = approved_for(*in_force_, ranks);
            if (k.approved || seats_.ranked(index_, ranks, {on_}).possible > 0)
                out.push_back(std::move(k));
        }
        if (in_force_ != nullptr && in_force_->rank_seats)
            for (const xuanren::rank_seat& r : *in_force_->rank_seats)
                if (r.ranks && group_of(*r.ranks) == rank_group::other)
                    out.push_back({rank_group::other, *r.ranks,
                                   r.count ? std::optional(*r.count) : std::nullopt});
        return out;
    }

private:
    const dossier& book_;
    const occupancy& seats_;
    std::uint32_t index_;
    day_span on_;
    const establishment* in_force_;
    const seat_kind* seat_ = nullptr;
    const rank_kind* rank_seat_ = nullptr;
};

}  // namespace xuanren
