// include/xuanren/relations/kinship_terms.hpp
#pragma once

#include <xuanren/records/person_words.hpp>
#include <xuanren/relations/kinship.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace xuanren {

/// A word of kinship as families and forms use it 亲属称谓, and what it says.
///
/// `path` spells the way there: F father, M mother, P parent; S son, D daughter, C child; B brother,
/// Z sister, G sibling (e elder, y younger); H husband, W wife, X spouse; * by adoption or
/// remarriage, ex of a marriage that is over; "|" between readings, "-" no kin, "?" unknown.
struct kin_term {
    enum bearer : std::uint8_t { of_any, of_men, of_women };

    std::string_view path;
    bearer sex;
    bool is_to_be_checked;  ///< the word alone does not settle it: 继父, 生父, 亲家
    std::string_view words;
};

namespace detail {

inline constexpr auto of_men = kin_term::of_men;
inline constexpr auto of_women = kin_term::of_women;
inline constexpr auto of_any = kin_term::of_any;

/// Source: the family table of the appointment form and its code tables (GB/T 4761 and its local
/// versions), with everyday words beside them.
inline constexpr kin_term kin_terms[] = {
    {"H", of_men, false, "丈夫|老公|夫"},
    {"W", of_women, false, "妻子|老婆|妻"},
    {"X", of_any, false, "爱人|配偶"},
    {"F", of_men, false, "父亲|爸爸|父"},
    {"M", of_women, false, "母亲|妈妈|母"},
    {"P", of_any, false, "父母"},
    {"S", of_men, false, "儿子|长子|次子|三子|四子|五子|大儿子|二儿子|小儿子|独生子|其他儿子|子|儿"},
    {"D", of_women, false, "女儿|长女|次女|三女|四女|五女|大女儿|二女儿|小女儿|独生女|其他女儿|女"},
    {"C", of_any, false, "子女|独生子女"},
    {"F.F", of_men, false, "祖父|爷爷|爷"},
    {"F.M", of_women, false, "祖母|奶奶"},
    {"M.F", of_men, false, "外祖父|外公|姥爷"},
    {"M.M", of_women, false, "外祖母|外婆|姥姥"},
    {"S.S", of_men, false, "孙子|长孙"},
    {"S.D", of_women, false, "孙女"},
    {"D.S", of_men, false, "外孙|外孙子"},
    {"D.D", of_women, false, "外孙女"},
    {"F.F.F", of_men, false, "曾祖父"},
    {"F.F.M", of_women, false, "曾祖母"},
    {"M.F.F", of_men, false, "外曾祖父"},
    {"M.F.M", of_women, false, "外曾祖母"},
    {"S.S.S", of_men, false, "曾孙"},
    {"S.S.D", of_women, false, "曾孙女"},
    {"eB", of_men, false, "哥哥|兄|长兄|二哥|大哥|胞兄|哥|同父异母兄|同母异父兄"},
    {"yB", of_men, false, "弟弟|弟|二弟|三弟|胞弟|同父异母弟|同母异父弟"},
    {"eZ", of_women, false, "姐姐|姐|大姐|二姐|同母异父姐|同父异母姐"},
    {"yZ", of_women, false, "妹妹|妹|二妹|同父异母妹|同母异父妹"},
    {"B", of_men, false, "兄弟"},
    {"Z", of_women, false, "姊妹|姐妹"},
    {"G", of_any, false, "兄弟姐妹"},
    {"F.eB", of_men, false, "伯父|伯伯|伯"},
    {"F.yB", of_men, false, "叔父|叔叔|二叔|叔"},
    {"F.eB|H.eB", of_men, false, "大伯"},
    {"F.Z", of_women, false, "姑姑|姑母|姑"},
    {"F.eZ", of_women, false, "姑妈"},
    {"M.B", of_men, false, "舅舅|舅父|舅"},
    {"M.Z", of_women, false, "姨母|姨"},
    {"M.eZ", of_women, false, "姨妈"},
    {"M.yZ|W.yZ", of_women, false, "小姨"},
    {"B.S", of_men, false, "侄子|侄儿"},
    {"B.D", of_women, false, "侄女"},
    {"Z.S", of_men, false, "外甥|外甥子"},
    {"Z.D", of_women, false, "外甥女|甥女"},
    {"F.B.S", of_men, false, "堂兄|堂弟|堂哥|堂兄弟"},
    {"F.B.D", of_women, false, "堂姐|堂妹|堂姐妹"},
    {"F.Z.S|M.B.S|M.Z.S", of_men, false, "表兄|表弟|表哥|表兄弟"},
    {"F.Z.D|M.B.D|M.Z.D", of_women, false, "表姐|表妹|表姐妹"},
    {"F.Z.S", of_men, false, "姑表兄|姑表弟"},
    {"M.B.S", of_men, false, "舅表兄|舅表弟"},
    {"M.Z.S", of_men, false, "姨表兄|姨表弟"},
    {"M.Z.D", of_women, false, "姨表妹|姨表姐"},
    {"W.F", of_men, false, "岳父|丈人|岳丈"},
    {"W.M", of_women, false, "岳母|丈母娘"},
    {"H.F", of_men, false, "公公|公爹|家公"},
    {"H.M", of_women, false, "婆婆|家婆"},
    {"H.eB", of_men, false, "夫兄|大伯子"},
    {"H.yB", of_men, false, "夫弟|小叔子"},
    {"H.eZ", of_women, false, "夫姐|大姑子"},
    {"H.yZ", of_women, false, "夫妹|小姑子"},
    {"W.eB", of_men, false, "妻兄|大舅子|内兄|妻哥"},
    {"W.yB", of_men, false, "妻弟|小舅子|内弟"},
    {"W.eZ", of_women, false, "妻姐|大姨子"},
    {"W.yZ", of_women, false, "妻妹|小姨子"},
    {"W.Z.H", of_men, false, "连襟"},
    {"H.B.W", of_women, false, "妯娌"},
    {"W.eB.W", of_women, false, "妻嫂"},
    {"W.yB.W", of_women, false, "内弟媳"},
    {"H.eZ.H", of_men, false, "夫姐夫"},
    {"H.yZ.H", of_men, false, "夫妹夫"},
    {"S.W", of_women, false, "儿媳|儿媳妇|长儿媳|二儿媳|三儿媳|四儿媳|五儿媳|媳"},
    {"S.W|W", of_women, false, "媳妇"},
    {"D.H", of_men, false, "女婿|长女婿|二女婿|三女婿|四女婿|五女婿|婿"},
    {"S.W.F|D.H.F", of_men, false, "亲家公"},
    {"S.W.M|D.H.M", of_women, false, "亲家母"},
    {"S.W.P|D.H.P", of_any, true, "亲家"},
    {"eB.W", of_women, false, "嫂子|嫂"},
    {"yB.W", of_women, false, "弟媳|弟媳妇"},
    {"yB.W", of_women, true, "弟妹"},
    {"eZ.H", of_men, false, "姐夫"},
    {"yZ.H", of_men, false, "妹夫"},
    {"F.eB.W", of_women, false, "伯母|大娘"},
    {"F.yB.W", of_women, false, "婶母|婶婶|婶|婶子"},
    {"F.Z.H", of_men, false, "姑父|姑丈"},
    {"M.B.W", of_women, false, "舅母|舅妈"},
    {"M.Z.H", of_men, false, "姨父"},
    {"M.Z.H|W.Z.H", of_men, false, "姨夫"},
    {"B.S.W", of_women, false, "侄媳"},
    {"B.D.H", of_men, false, "侄女婿"},
    {"Z.S.W", of_women, false, "外甥媳妇"},
    {"Z.D.H", of_men, false, "外甥女婿"},
    {"F.B.S.W", of_women, false, "堂嫂|堂弟媳"},
    {"F.B.D.H", of_men, false, "堂姐夫|堂妹夫"},
    {"F.Z.S.W|M.B.S.W|M.Z.S.W", of_women, false, "表嫂|表弟媳"},
    {"F.Z.D.H|M.B.D.H|M.Z.D.H", of_men, false, "表姐夫|表妹夫"},
    {"F.F.eB", of_men, false, "伯祖父"},
    {"F.F.yB", of_men, false, "叔祖父"},
    {"F.F.Z", of_women, false, "姑祖母"},
    {"F.M.B|M.M.B", of_men, false, "舅公"},
    {"F.M.Z|M.M.Z", of_women, false, "姨婆"},
    {"F.F.B.S", of_men, false, "堂伯|堂叔"},
    {"F.B.S.S", of_men, false, "堂侄"},
    {"F.B.S.D", of_women, false, "堂侄女"},
    {"F.Z.S.S|M.B.S.S|M.Z.S.S", of_men, false, "表侄"},
    {"F.F.Z.S|F.M.B.S|F.M.Z.S", of_men, false, "表叔"},
    {"M.F.Z.S|M.M.B.S|M.M.Z.S", of_men, false, "表舅"},
    {"B.S.S", of_men, false, "侄孙"},
    {"Z.S.S", of_men, false, "外甥孙"},
    {"S.S.W", of_women, false, "孙媳"},
    {"S.D.H", of_men, false, "孙女婿"},
    {"D.S.W", of_women, false, "外孙媳妇"},
    {"D.D.H", of_men, false, "外孙女婿"},
    {"W.B.S", of_men, false, "妻侄"},
    {"W.B.D", of_women, false, "妻侄女"},
    {"W.Z.S", of_men, false, "妻外甥"},
    {"H.B.S", of_men, false, "夫侄"},
    {"W.F.F", of_men, false, "妻祖父|岳祖父"},
    {"W.F.M", of_women, false, "妻祖母"},
    {"H.F.F", of_men, false, "太公公"},
    {"W.F.yB", of_men, false, "妻叔"},
    {"W.M.B", of_men, false, "妻舅父"},
    {"W.F.B.S", of_men, false, "妻堂弟"},
    {"W.F.Z.S|W.M.B.S|W.M.Z.S", of_men, false, "妻表兄"},
    {"eB.W.F", of_men, false, "嫂子的父亲"},
    {"M.H*", of_men, true, "继父"},
    {"F.W*", of_women, true, "继母"},
    {"X.S*", of_men, true, "继子"},
    {"X.D*", of_women, true, "继女"},
    {"F*", of_men, false, "养父"},
    {"M*", of_women, false, "养母"},
    {"S*", of_men, false, "养子"},
    {"D*", of_women, false, "养女"},
    {"F*", of_men, true, "继父或养父"},
    {"M*", of_women, true, "继母或养母"},
    {"S*", of_men, true, "养子或继子"},
    {"D*", of_women, true, "养女或继女"},
    {"F", of_men, true, "生父"},
    {"M", of_women, true, "生母"},
    {"B*", of_men, true, "继兄|继弟"},
    {"B*", of_men, false, "养兄|养弟"},
    {"exW", of_women, false, "前妻"},
    {"exH", of_men, false, "前夫"},
    {"-", of_women, false, "未婚妻|干妈|保姆|干女儿|干妹妹"},
    {"-", of_men, false, "干爹|干儿子|未婚夫|干哥哥|义父"},
    {"-", of_any, false, "非亲属|战友|同学|朋友"},
    {"?", of_any, false, "其他亲属|其他|其他父母关系|其他祖父母或外祖父母关系|户主"},
    {"F.F|M.F", of_men, false, "祖父或外祖父"},
    {"S.S|S.D|D.S|D.D", of_any, false, "孙子、孙女或外孙子、外孙女|其他孙子、孙女或外孙子、外孙女"},
    {"S.S.S|D.S.S|S.D.S|D.D.S", of_men, false, "曾孙子或外曾孙子"},
    {"S.S.D|D.S.D|S.D.D|D.D.D", of_women, false, "曾孙女或外曾孙女"},
    {"S.S.W|D.S.W", of_women, false, "孙媳妇或外孙媳妇"},
    {"S.D.H|D.D.H", of_men, false, "孙女婿或外孙女婿"},
    {"F.B.S|F.B.D", of_any, false, "堂兄弟、堂姐妹"},
    {"F.Z.S|F.Z.D|M.B.S|M.B.D|M.Z.S|M.Z.D", of_any, false, "表兄弟、表姐妹|表亲"},
    {"X.F.F|X.F.M|X.M.F|X.M.M", of_any, false, "配偶的祖父母或外祖父母"},
    {"X.F.F.F|X.F.F.M", of_any, false, "配偶的曾祖父母"},
    {"SELF", of_any, false, "本人"},
    {"F.Z|M.Z", of_women, false, "孃孃|嬢嬢"},
    {"W.P", of_any, false, "岳父母"},
    {"H.P", of_any, false, "公婆"},
    {"F.P", of_any, false, "祖父母"},
    {"M.P", of_any, false, "外祖父母"},
    {"S.C", of_any, false, "孙子女"},
    {"D.C", of_any, false, "外孙子女"},
    {"M.yB", of_men, false, "小舅"},
    {"M.eB", of_men, false, "大舅"},
    {"M.eZ|W.eZ", of_women, false, "大姨"},
    {"F.eZ|H.eZ", of_women, false, "大姑"},
    {"F.yZ|H.yZ", of_women, false, "小姑"},
    {"B.C", of_any, false, "侄子女"},
    {"Z.C", of_any, false, "甥子女"},
    {"W.B", of_men, false, "舅子"},
    {"F.Z.D", of_women, false, "姑表姐|姑表妹"},
    {"M.B.D", of_women, false, "舅表姐|舅表妹"},
    {"Z*", of_women, false, "养姐|养妹"},
    {"Z*", of_women, true, "继姐|继妹"},
};

}  // namespace detail

/// One letter of a path.
struct kin_letter {
    kin_step step = kin_step::parent;
    field<xuanren::sex> sex;   ///< of whom it leads to
    char seniority = 0;        ///< e elder, y younger
    bool is_by_law = false;    ///< adoption or remarriage
    bool is_former = false;    ///< a marriage that is over

    friend bool operator==(const kin_letter&, const kin_letter&) = default;
};

/// A path as read: one way of letters for each reading 路径.
struct kin_path {
    std::vector<std::vector<kin_letter>> readings;
    bool is_no_kin = false;         ///< the word says that there is no kinship: 干爹, 未婚妻
    bool is_to_be_checked = false;  ///< people decide whether it is what it says
};

namespace detail {

[[nodiscard]] inline std::optional<kin_letter> kin_letter_of(std::string_view text) {
    kin_letter out;
    if (text.starts_with("ex")) {
        out.is_former = true;
        text.remove_prefix(2);
    }
    if (text.size() > 1 && (text.front() == 'e' || text.front() == 'y')) {
        out.seniority = text.front();
        text.remove_prefix(1);
    }
    if (text.ends_with('*')) {
        out.is_by_law = true;
        text.remove_suffix(1);
    }
    if (text.size() != 1) return std::nullopt;
    struct row {
        char letter;
        kin_step step;
        int sex;  // 0 either, 1 male, 2 female
    };
    static constexpr row rows[] = {
        {'F', kin_step::parent, 1},  {'M', kin_step::parent, 2},  {'P', kin_step::parent, 0},
        {'S', kin_step::child, 1},   {'D', kin_step::child, 2},   {'C', kin_step::child, 0},
        {'B', kin_step::sibling, 1}, {'Z', kin_step::sibling, 2}, {'G', kin_step::sibling, 0},
        {'H', kin_step::spouse, 1},  {'W', kin_step::spouse, 2},  {'X', kin_step::spouse, 0},
    };
    for (const row& r : rows)
        if (r.letter == text.front()) {
            out.step = r.step;
            if (r.sex != 0) out.sex = r.sex == 1 ? sex::male : sex::female;
            return out;
        }
    return std::nullopt;
}

}  // namespace detail

/// Reads the letters of a path; empty where they are none, or say that it is not known.
[[nodiscard]] inline std::optional<kin_path> read_kin_path(std::string_view text) {
    kin_path out;
    if (text == "-") {
        out.is_no_kin = true;
        return out;
    }
    if (text == "SELF") {
        out.readings.emplace_back();
        return out;
    }
    constexpr std::size_t longest = 16;
    while (true) {
        const std::size_t bar = text.find('|');
        std::string_view one = text.substr(0, bar);
        std::vector<kin_letter> way;
        while (true) {
            const std::size_t dot = one.find('.');
            const auto letter = detail::kin_letter_of(one.substr(0, dot));
            if (!letter || way.size() == longest) return std::nullopt;
            way.push_back(*letter);
            if (dot == std::string_view::npos) break;
            one.remove_prefix(dot + 1);
        }
        out.readings.push_back(std::move(way));
        if (bar == std::string_view::npos) return out;
        text.remove_prefix(bar + 1);
    }
}

namespace detail {

[[nodiscard]] inline const std::unordered_map<std::string_view, const kin_term*>& terms_by_word() {
    static const auto made = [] {
        std::unordered_map<std::string_view, const kin_term*> out;
        for (const kin_term& t : kin_terms) {
            std::string_view words = t.words;
            while (!words.empty()) {
                const std::size_t bar = words.find('|');
                out.emplace(words.substr(0, bar), &t);
                if (bar == std::string_view::npos) break;
                words.remove_prefix(bar + 1);
            }
        }
        return out;
    }();
    return made;
}

/// A term without blanks and without what stands in brackets: 父亲（已故）.
[[nodiscard]] inline std::string bare_term(std::string_view term) {
    std::string out;
    int depth = 0;
    const auto starts = [&term](std::string_view mark) { return term.starts_with(mark); };
    while (!term.empty()) {
        const std::string_view opening = starts("（") ? "（" : starts("(") ? "(" : "";
        const std::string_view closing = starts("）") ? "）" : starts(")") ? ")" : "";
        const std::string_view blank = starts("　") ? "　" : starts(" ") ? " " : "";
        if (!opening.empty()) {
            ++depth;
            term.remove_prefix(opening.size());
        } else if (!closing.empty()) {
            depth = std::max(0, depth - 1);
            term.remove_prefix(closing.size());
        } else if (!blank.empty()) {
            term.remove_prefix(blank.size());
        } else {
            if (depth == 0) out += term.front();
            term.remove_prefix(1);
        }
    }
    return out;
}

}  // namespace detail

/// The row of a word of kinship, however it is bracketed or numbered (次女婿, 四女); null: not known.
[[nodiscard]] inline const kin_term* find_kin_term(std::string_view term) {
    const auto& all = detail::terms_by_word();
    if (const auto found = all.find(term); found != all.end()) return found->second;
    const std::string bare = detail::bare_term(term);
    if (const auto found = all.find(std::string_view(bare)); found != all.end())
        return found->second;
    static constexpr std::string_view numbers[] = {"长", "次", "大", "二", "三", "四",
                                                   "五", "六", "七", "小"};
    for (const std::string_view n : numbers)
        if (bare.starts_with(n))
            if (const auto found = all.find(std::string_view(bare).substr(n.size()));
                found != all.end() && !found->second->path.empty())
                return found->second;
    return nullptr;
}

namespace detail {

/// Whether a way ends in a kinship of remarriage, of which the letters do not tell whether the child
/// was brought up in it.
[[nodiscard]] inline bool is_by_remarriage(const std::vector<kin_letter>& way) {
    return !way.empty() && way.back().is_by_law &&
           (way.size() > 1 || way.back().step == kin_step::sibling);
}

}  // namespace detail

/// What a declaration says by its path, else by its term; empty where neither is understood.
[[nodiscard]] inline std::optional<kin_path> kin_path_of(const field<std::string>& path,
                                                         const field<std::string>& term) {
    const kin_term* row = term ? find_kin_term(*term) : nullptr;
    if (path && !path->empty()) {
        auto out = read_kin_path(*path);
        // A path settles which reading of a word is meant, not whether a child was brought up.
        if (out && row != nullptr && row->path == *path)
            out->is_to_be_checked = row->is_to_be_checked;
        else if (out)
            out->is_to_be_checked = std::any_of(out->readings.begin(), out->readings.end(),
                                                detail::is_by_remarriage);
        return out;
    }
    if (row == nullptr) return std::nullopt;
    auto out = read_kin_path(row->path);
    if (out) out->is_to_be_checked = row->is_to_be_checked;
    return out;
}

/// What a way of letters comes to; where a step may lead to two kinships, the nearer is meant.
[[nodiscard]] inline kinship kinship_of(const std::vector<kin_letter>& way) {
    kinship at = kinship::self;
    for (const kin_letter& l : way) {
        if (l.is_former) return kinship::former_spouse;
        const kinship before = at;
        at = move_from(at, l.step).to;
        if (!l.is_by_law) continue;
        if (before == kinship::parent && l.step == kin_step::spouse) at = kinship::step_parent;
        if (before == kinship::spouse && l.step == kin_step::child) at = kinship::step_child;
        if (before == kinship::self && l.step == kin_step::sibling) at = kinship::step_sibling;
    }
    return at;
}

/// The kinships that a declaration may mean; empty where it says nothing.
[[nodiscard]] inline kinship_set kinships_of(const kin_path& path) {
    kinship_set out;
    if (path.is_no_kin) out.add(kinship::none);
    for (const auto& way : path.readings) out.add(kinship_of(way));
    return out;
}

}  // namespace xuanren
