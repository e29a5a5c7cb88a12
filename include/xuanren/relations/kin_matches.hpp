// include/xuanren/relations/kin_matches.hpp
#pragma once

#include <xuanren/relations/kin_graph.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace xuanren {

namespace detail {

/// A name and a date of birth may be those of that cadre 姓名与出生年月相符; a match is never proof.
[[nodiscard]] inline bool may_be(const relative& r, const cadre& c) {
    if (!r.born || !c.born) return true;
    return !(r.born->last_day() < c.born->first_day() || c.born->last_day() < r.born->first_day());
}
/// The same where both dates are on file.
[[nodiscard]] inline bool is_likely(const relative& r, const cadre& c) {
    return r.born && c.born && may_be(r, c);
}

}  // namespace detail

/// A relative without identifier whose name and date of birth are those of a cadre 疑似亲属.
struct kin_match {
    std::uint32_t by = no_record, about = no_record;  ///< cadres, by place in the dossier
    std::uint32_t declaration = no_record;            ///< into declarations()
};

/// The relatives who by name and birth may be cadres of the dossier: questions for people, and never
/// links of the network.  Complexity: linear in those of one name.
class kin_matches {
public:
    using names = std::unordered_map<std::string_view, std::vector<std::uint32_t>>;

    kin_matches(const kin_graph& kin, const names& cadres) {
        const dossier& book = kin.book();
        const auto all = kin.declarations();
        for (std::uint32_t i = 0; i < all.size(); ++i) {
            const relative& r = kin.record_of(all[i]);
            if (r.person || !r.name || !r.born) continue;
            const auto found = cadres.find(*r.name);
            if (found == cadres.end()) continue;
            const std::size_t before = by_.size();
            for (const std::uint32_t c : found->second)
                if (c != all[i].cadre && detail::is_likely(r, book.cadres[c]))
                    by_.push_back({all[i].cadre, c, i});
            // Of more namesakes than that nobody can tell who is meant.
            if (by_.size() - before > most_namesakes) by_.resize(before);
        }
        about_ = by_;
        std::stable_sort(about_.begin(), about_.end(), [](const kin_match& a, const kin_match& b) {
            return a.about < b.about;
        });
    }

    /// Whether one of two may be meant on the list of the other.
    [[nodiscard]] bool between(std::uint32_t a, std::uint32_t b) const {
        const auto may_mean = [this](std::uint32_t on, std::uint32_t who) {
            const auto list = by(on);
            return std::any_of(list.begin(), list.end(),
                               [who](const kin_match& m) { return m.about == who; });
        };
        return may_mean(a, b) || may_mean(b, a);
    }

    /// In the order of who declares.
    [[nodiscard]] std::span<const kin_match> all() const noexcept { return by_; }
    /// Those whom the list of one cadre may mean.
    [[nodiscard]] std::span<const kin_match> by(std::uint32_t cadre) const {
        return among(by_, cadre, &kin_match::by);
    }
    /// Those on whose list one cadre may be meant.
    [[nodiscard]] std::span<const kin_match> about(std::uint32_t cadre) const {
        return among(about_, cadre, &kin_match::about);
    }

private:
    static constexpr std::size_t most_namesakes = 20;

    [[nodiscard]] static std::span<const kin_match> among(const std::vector<kin_match>& all,
                                                          std::uint32_t cadre,
                                                          std::uint32_t kin_match::*key) {
        const auto first = std::partition_point(all.begin(), all.end(), [&](const kin_match& m) {
            return m.*key < cadre;
        });
        const auto last = std::partition_point(first, all.end(), [&](const kin_match& m) {
            return m.*key == cadre;
        });
        return {first, last};
    }

    std::vector<kin_match> by_, about_;
};

}  // namespace xuanren
