// include/xuanren/relations/kinship.hpp
#pragma once

#include <xuanren/records/word.hpp>

#include <cstdint>
#include <initializer_list>

namespace xuanren {

/// What one person is to another 亲属关系, as the lines of descent and marriage make it.
///
/// These are kinds of kinship, not law: which of them a clause names stands in a table of rules/.
enum class kinship : std::uint8_t {
    none,
    self,
    spouse,
    former_spouse,
    parent,
    child,
    grandparent,
    grandchild,
    further_ascendant,
    further_descendant,
    sibling,
    parents_sibling,
    siblings_child,
    first_cousin,
    further_collateral,
    step_parent,
    step_child,
    step_sibling,
    spouses_parent,
    childs_spouse,
    spouses_sibling,
    spouses_siblings_spouse,
    childs_spouses_parent,
    siblings_spouse,
    parents_siblings_spouse,
    siblings_childs_spouse,
    first_cousins_spouse,
    other_in_law,
};

template <>
struct words_of<kinship> {
    static constexpr std::string_view name = "kinship", chinese = "亲属关系";
    static constexpr bool ordered = false;
    static constexpr word<kinship> list[] = {
        {kinship::none, "none", "无亲属关系"},
        {kinship::self, "self", "本人"},
        {kinship::spouse, "spouse", "配偶"},
        {kinship::former_spouse, "former_spouse", "前配偶"},
        {kinship::parent, "parent", "父母"},
        {kinship::child, "child", "子女"},
        {kinship::grandparent, "grandparent", "祖父母、外祖父母"},
        {kinship::grandchild, "grandchild", "孙子女、外孙子女"},
        {kinship::further_ascendant, "further_ascendant", "曾祖父母以上直系尊亲"},
        {kinship::further_descendant, "further_descendant", "曾孙子女以下直系卑亲"},
        {kinship::sibling, "sibling", "兄弟姐妹"},
        {kinship::parents_sibling, "parents_sibling", "伯叔姑舅姨"},
        {kinship::siblings_child, "siblings_child", "侄子女、甥子女"},
        {kinship::first_cousin, "first_cousin", "堂表兄弟姐妹"},
        {kinship::further_collateral, "further_collateral", "较远的旁系血亲"},
        {kinship::step_parent, "step_parent", "继父母"},
        {kinship::step_child, "step_child", "继子女"},
        {kinship::step_sibling, "step_sibling", "继兄弟姐妹"},
        {kinship::spouses_parent, "spouses_parent", "配偶的父母"},
        {kinship::childs_spouse, "childs_spouse", "子女的配偶"},
        {kinship::spouses_sibling, "spouses_sibling", "配偶的兄弟姐妹"},
        {kinship::spouses_siblings_spouse, "spouses_siblings_spouse", "配偶的兄弟姐妹的配偶"},
        {kinship::childs_spouses_parent, "childs_spouses_parent", "子女配偶的父母"},
        {kinship::siblings_spouse, "siblings_spouse", "兄弟姐妹的配偶"},
        {kinship::parents_siblings_spouse, "parents_siblings_spouse", "伯叔姑舅姨的配偶"},
        {kinship::siblings_childs_spouse, "siblings_childs_spouse", "侄子女、甥子女的配偶"},
        {kinship::first_cousins_spouse, "first_cousins_spouse", "堂表兄弟姐妹的配偶"},
        {kinship::other_in_law, "other_in_law", "较远的姻亲"},
    };
};

/// Class that a clause may put a kinship into 亲属类别; which goes where is a table of rules/.
enum class kin_class : std::uint8_t { none, spouse, lineal, collateral, in_law };

template <>
struct words_of<kin_class> {
    static constexpr std::string_view name = "kin_class", chinese = "亲属类别";
    static constexpr bool ordered = false;
    static constexpr word<kin_class> list[] = {
        {kin_class::none, "none", "不在列举之内"},
        {kin_class::spouse, "spouse", "夫妻关系"},
        {kin_class::lineal, "lineal", "直系血亲关系"},
        {kin_class::collateral, "collateral", "三代以内旁系血亲关系"},
        {kin_class::in_law, "in_law", "近姻亲关系"},
    };
};

/// One step along a line of descent or marriage 一步.
enum class kin_step : std::uint8_t { parent, child, sibling, spouse };

/// Several kinships at once, where records leave it open which of them it is.
class kinship_set {
public:
    constexpr kinship_set() = default;
    constexpr kinship_set(std::initializer_list<kinship> all) {
        for (const kinship k : all) add(k);
    }
    constexpr void add(kinship k) noexcept { bits_ |= bit(k); }
    constexpr void add(kinship_set other) noexcept { bits_ |= other.bits_; }
    [[nodiscard]] constexpr bool has(kinship k) const noexcept { return (bits_ & bit(k)) != 0; }
    [[nodiscard]] constexpr bool is_empty() const noexcept { return bits_ == 0; }
    [[nodiscard]] constexpr bool is_one() const noexcept {
        return bits_ != 0 && (bits_ & (bits_ - 1)) == 0;
    }
    template <class Each>
    constexpr void each(Each say) const {
        for (std::size_t i = 0; i < word_count<kinship>; ++i)
            if (has(static_cast<kinship>(i))) say(static_cast<kinship>(i));
    }
    friend constexpr bool operator==(kinship_set, kinship_set) = default;

private:
    static constexpr std::uint32_t bit(kinship k) noexcept {
        return std::uint32_t{1} << static_cast<unsigned>(k);
    }
    std::uint32_t bits_ = 0;
};

[[nodiscard]] constexpr bool is_blood(kinship k) noexcept {
    return k >= kinship::parent && k <= kinship::further_collateral;
}

/// Whether nothing nearer can follow: kin of such kin have no kinship of their own here.
[[nodiscard]] constexpr bool is_far(kinship k) noexcept {
    return k == kinship::none || k == kinship::former_spouse || k == kinship::further_ascendant ||
           k == kinship::further_descendant || k == kinship::further_collateral ||
           k == kinship::other_in_law;
}

/// Whether some reading is worth telling where nobody declares it: near kin, the direct line, a
/// marriage that is over. Kin further off are found by the way, here and not there.
[[nodiscard]] constexpr bool has_own_name(kinship_set readings) noexcept {
    bool out = false;
    readings.each([&out](kinship k) {
        out = out || !is_far(k) || k == kinship::former_spouse ||
              k == kinship::further_ascendant || k == kinship::further_descendant;
    });
    return out;
}

/// What the first person is to the second, where the second is that to the first.
[[nodiscard]] constexpr kinship inverse(kinship k) noexcept {
    switch (k) {
        case kinship::parent: return kinship::child;
        case kinship::child: return kinship::parent;
        case kinship::grandparent: return kinship::grandchild;
        case kinship::grandchild: return kinship::grandparent;
        case kinship::further_ascendant: return kinship::further_descendant;
        case kinship::further_descendant: return kinship::further_ascendant;
        case kinship::parents_sibling: return kinship::siblings_child;
        case kinship::siblings_child: return kinship::parents_sibling;
        case kinship::step_parent: return kinship::step_child;
        case kinship::step_child: return kinship::step_parent;
        case kinship::spouses_parent: return kinship::childs_spouse;
        case kinship::childs_spouse: return kinship::spouses_parent;
        case kinship::spouses_sibling: return kinship::siblings_spouse;
        case kinship::siblings_spouse: return kinship::spouses_sibling;
        case kinship::parents_siblings_spouse:
        case kinship::siblings_childs_spouse:
        case kinship::first_cousins_spouse: return kinship::other_in_law;
        default: return k;
    }
}

/// What one more step leads to 复合关系, and whether that is certain: a brother's mother is one's
/// own mother, or is not where the brother is a half-brother.
struct kin_move {
    kinship to = kinship::none;
    bool is_certain = true;
    kinship else_to = kinship::none;  ///< where it is not certain: what it may be instead
};

[[nodiscard]] constexpr kin_move move_from(kinship at, kin_step step) noexcept {
    using enum kinship;
    const auto sure = [](kinship to) { return kin_move{to, true, none}; };
    const auto perhaps = [](kinship to, kinship other) { return kin_move{to, false, other}; };
    switch (at) {
        case self:
            switch (step) {
                case kin_step::parent: return sure(parent);
                case kin_step::child: return sure(child);
                case kin_step::sibling: return sure(sibling);
                case kin_step::spouse: return sure(spouse);
            }
            break;
        case parent:
            switch (step) {
                case kin_step::parent: return sure(grandparent);
                case kin_step::child: return sure(sibling);
                case kin_step::sibling: return sure(parents_sibling);
                case kin_step::spouse: return perhaps(parent, step_parent);
            }
            break;
        case child:
            switch (step) {
                case kin_step::parent: return perhaps(spouse, former_spouse);
                case kin_step::child: return sure(grandchild);
                case kin_step::sibling: return perhaps(child, step_child);
                case kin_step::spouse: return sure(childs_spouse);
            }
            break;
        case sibling:
            switch (step) {
                case kin_step::parent: return perhaps(parent, step_parent);
                case kin_step::child: return sure(siblings_child);
                case kin_step::sibling: return perhaps(sibling, none);
                case kin_step::spouse: return sure(siblings_spouse);
            }
            break;
        case spouse:
            switch (step) {
                case kin_step::parent: return sure(spouses_parent);
                case kin_step::child: return perhaps(child, step_child);
                case kin_step::sibling: return sure(spouses_sibling);
                case kin_step::spouse: return sure(none);
            }
            break;
        case grandparent:
            switch (step) {
                case kin_step::parent: return sure(further_ascendant);
                case kin_step::child: return sure(parents_sibling);
                case kin_step::sibling: return sure(further_collateral);
                case kin_step::spouse: return perhaps(grandparent, other_in_law);
            }
            break;
        case grandchild:
            switch (step) {
                case kin_step::parent: return perhaps(childs_spouse, none);
                case kin_step::child: return sure(further_descendant);
                case kin_step::sibling: return perhaps(grandchild, other_in_law);
                case kin_step::spouse: return sure(other_in_law);
            }
            break;
        case parents_sibling:
            switch (step) {
                case kin_step::parent: return perhaps(grandparent, other_in_law);
                case kin_step::child: return sure(first_cousin);
                case kin_step::sibling: return perhaps(parents_sibling, none);
                case kin_step::spouse: return sure(parents_siblings_spouse);
            }
            break;
        case siblings_child:
            switch (step) {
                case kin_step::parent: return perhaps(siblings_spouse, none);
                case kin_step::child: return sure(further_collateral);
                case kin_step::sibling: return perhaps(siblings_child, other_in_law);
                case kin_step::spouse: return sure(siblings_childs_spouse);
            }
            break;
        case first_cousin:
            switch (step) {
                case kin_step::parent: return perhaps(parents_sibling, parents_siblings_spouse);
                case kin_step::child: return sure(further_collateral);
                case kin_step::sibling: return perhaps(first_cousin, other_in_law);
                case kin_step::spouse: return sure(first_cousins_spouse);
            }
            break;
        case spouses_parent:
            switch (step) {
                case kin_step::child: return sure(spouses_sibling);
                case kin_step::spouse: return perhaps(spouses_parent, other_in_law);
                default: return sure(other_in_law);
            }
            break;
        case spouses_sibling:
            switch (step) {
                case kin_step::parent: return perhaps(spouses_parent, other_in_law);
                case kin_step::sibling: return perhaps(spouses_sibling, other_in_law);
                case kin_step::spouse: return sure(spouses_siblings_spouse);
                case kin_step::child: return sure(other_in_law);
            }
            break;
        case childs_spouse:
            switch (step) {
                case kin_step::parent: return sure(childs_spouses_parent);
                case kin_step::child: return perhaps(grandchild, other_in_law);
                default: return sure(other_in_law);
            }
            break;
        case siblings_spouse:
            return step == kin_step::child ? perhaps(siblings_child, other_in_law)
                                           : sure(other_in_law);
        case parents_siblings_spouse:
            return step == kin_step::child ? perhaps(first_cousin, other_in_law)
                                           : sure(other_in_law);
        case step_parent:
            return step == kin_step::child ? perhaps(step_sibling, sibling) : sure(other_in_law);
        case further_ascendant:
            return step == kin_step::parent  ? sure(further_ascendant)
                   : step == kin_step::spouse ? sure(other_in_law)
                                              : sure(further_collateral);
        case further_descendant:
            return step == kin_step::child ? sure(further_descendant) : sure(other_in_law);
        case further_collateral:
            return step == kin_step::spouse ? sure(other_in_law) : sure(further_collateral);
        case none:
        case former_spouse: return sure(none);
        default: return sure(other_in_law);
    }
    return {};
}

}  // namespace xuanren
