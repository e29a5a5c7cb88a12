// include/xuanren/facts/level_history.hpp
#pragma once

#include <xuanren/facts/career.hpp>

#include <cstddef>
#include <cstdint>
#include <span>

namespace xuanren::detail {

/// How a career went through the levels, up to the decision 职务层次变化.
///
/// READING: the level held is that of the latest substantive service. A lower post held beside a
/// higher one, a lateral move, a wait for a post and a gap in the record leave it as it is; a lower
/// post taken after it, or one outside the levels, ends it.
struct level_history {
    field<xuanren::level> level;            ///< null: none
    known_days since;                       ///< start of the unbroken time at it
    const service* start = nullptr;         ///< where that began; null where it is not certain
    truth leading = truth::no;              ///< whether the latest service is a leading one
    truth entered_by_demotion = truth::no;  ///< the level was entered from a higher one
    truth has_promotion = truth::no;
    known_days promoted_on;              ///< start of the latest promotion
    const service* promotion = nullptr;  ///< the latest promotion; null where not certain
    truth has_demotion = truth::no;
    known_days demoted_on;  ///< start of the latest demotion
    const service* demotion = nullptr;
    std::uint32_t levels_left = 0;  ///< the levels, as bits, whose time was broken off
    bool is_whole = true;           ///< nothing along the way is unclear
};

[[nodiscard]] constexpr std::uint32_t bit_of(level l) noexcept {
    return 1U << static_cast<unsigned>(l);
}

[[nodiscard]] inline bool is_promotion(const field<change>& c) {
    return c && (*c == change::promotion || *c == change::level_skip);
}

/// Walks the services before a decision, which stand in the order in which they began.
class level_walk {
public:
    level_walk(std::span<const service> services, const interval<civil_date>& decided)
        : services_(services), decided_(decided) {}

    [[nodiscard]] level_history walk() {
        for (std::size_t i = 0; i < services_.size(); ++i) {
            const service& s = services_[i];
            if (s.visible == truth::yes && s.counts != truth::no) take(s, i);
        }
        if (is_blurred_) {
            out_.level = {};
            out_.since = {};
            out_.start = nullptr;
            out_.leading = truth::unknown;
            out_.entered_by_demotion = truth::unknown;
        } else if (state_ != at_level) {
            out_.level = nullptr;
        }
        if (is_promotion_unclear_) {
            out_.promotion = nullptr;
            out_.promoted_on = out_.has_promotion == truth::yes
                                   ? span_of(out_.promoted_on, unclear_since_)
                                   : known_days{};
            out_.has_promotion = out_.has_promotion | truth::unknown;
        }
        return out_;
    }

private:
    enum state : std::uint8_t { nowhere, outside, at_level };

    void take(const service& s, std::size_t index) {
        note_promotion(s);
        if (s.counts == truth::unknown || s.level.is_unknown()) return blur(s);
        if (s.level.is_null() || (state_ == at_level && *s.level < level_)) {
            const bool is_stated = s.change && *s.change == change::demotion;
            if (s.change && *s.change == change::retained_level && state_ == at_level) return;
            const truth beside = is_stated ? truth::no : held_beside(s, index);
            if (state_ == at_level && beside == truth::yes) return;
            if (state_ == at_level && beside == truth::unknown) return blur(s);
        }
        if (s.level.is_null()) {
            if (state_ == at_level) out_.levels_left |= bit_of(level_);
            state_ = outside;
            begin(s, truth::no);
            return;
        }
        if (state_ == at_level && *s.level == level_ && !is_blurred_) {
            out_.leading = s.leading;
            return;
        }
        const bool stays = state_ == at_level && *s.level == level_;
        truth demoted = to_truth(state_ == at_level && *s.level < level_);
        if (is_blurred_) demoted = is_promotion(s.change) ? truth::no : truth::unknown;
        if (s.change && *s.change == change::demotion) demoted = truth::yes;
        note_demotion(s, demoted);
        if (state_ == at_level && !stays) out_.levels_left |= bit_of(level_);
        const known_days since_before = out_.since;
        const bool was_blurred = is_blurred_;
        level_ = *s.level;
        state_ = at_level;
        out_.level = *s.level;
        begin(s, demoted);
        if (was_blurred) {
            out_.start = nullptr;
            out_.since = span_of(stays ? since_before : blurred_since_, s.since);
        }
    }

    void begin(const service& s, truth demoted) {
        out_.since = s.since;
        out_.start = &s;
        out_.leading = s.leading;
        out_.entered_by_demotion = demoted;
        is_blurred_ = false;
    }

    /// Here something happened of which it is not clear what it made of the level.
    void blur(const service& s) {
        if (!is_blurred_) blurred_since_ = s.since;
        is_blurred_ = true;
        out_.is_whole = false;
    }

    void note_demotion(const service& s, truth demoted) {
        if (demoted == truth::no) return;
        out_.has_demotion = out_.has_demotion | demoted;
        out_.demoted_on = demoted == truth::yes ? s.since : span_of(out_.demoted_on, s.since);
        out_.demotion = demoted == truth::yes ? &s : nullptr;
    }

    void note_promotion(const service& s) {
        bool is_one = is_promotion(s.change);
        if (!s.change) {
            if (s.counts == truth::unknown || s.level.is_unknown() || is_blurred_) {
                is_promotion_unclear_ = true;
                unclear_since_ = s.since;
                return;
            }
            is_one = s.level.has_value() &&
                     (state_ == outside || (state_ == at_level && *s.level > level_));
        }
        if (!is_one) return;
        out_.has_promotion = truth::yes;
        out_.promoted_on = s.since;
        out_.promotion = &s;
        is_promotion_unclear_ = false;
    }

    /// Whether a service at the level held lasts as long as this one, which is then held beside it.
    [[nodiscard]] truth held_beside(const service& s, std::size_t index) const {
        truth out = truth::no;
        for (std::size_t i = 0; i < index; ++i) {
            const service& c = services_[i];
            if (c.visible != truth::yes || c.counts != truth::yes || !c.level || *c.level != level_)
                continue;
            if (c.until.is_null()) return truth::yes;
            if (!c.until)
                out = out | truth::unknown;
            else if (s.until.has_value())
                out = out | less_equal(*s.until, *c.until);
            else
                out = out | held_on_eve(c.until, decided_);
        }
        return out;
    }

    std::span<const service> services_;
    interval<civil_date> decided_;
    level_history out_;
    state state_ = nowhere;
    level level_ = level::clerk;
    bool is_blurred_ = false;
    known_days blurred_since_;
    bool is_promotion_unclear_ = false;
    known_days unclear_since_;
};

}  // namespace xuanren::detail
