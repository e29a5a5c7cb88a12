// include/xuanren/engine/regular_expression.hpp
#pragma once

#include <xuanren/engine/feel_lexer.hpp>
#include <xuanren/engine/feel_names.hpp>

#include <boost/regex.hpp>

#include <cstddef>
#include <cstdint>
#include <locale>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace xuanren::detail {

/// A pattern of `matches`, `replace` and `split` 正则表达式, over code points.
///
/// The syntax is XPath's as far as Perl's has it: classes, \d \s \w, \p{L} and the like, groups,
/// back references, lazy quantifiers, anchors; flags s m i x q. Left out: class subtraction
/// [a-z-[aeiou]] and \i \c. A search that would take too long gives no answer.
class regular_expression {
public:
    /// nullopt where the pattern or a flag is wrong.
    [[nodiscard]] static std::optional<regular_expression> make(std::string_view pattern,
                                                                std::string_view flags) {
        constexpr std::size_t longest = 2'000;
        if (pattern.size() > longest) return std::nullopt;
        using regex = boost::wregex;
        bool is_literal = false;
        bool dot_matches_all = false;
        bool is_free = false;
        bool by_line = false;
        bool ignores_case = false;
        for (const char flag : flags) {
            switch (flag) {
                case 's':
                    dot_matches_all = true;
                    break;
                case 'm':
                    by_line = true;
                    break;
                case 'i':
                    ignores_case = true;
                    break;
                case 'x':
                    is_free = true;
                    break;
                case 'q':
                    is_literal = true;
                    break;
                default:
                    return std::nullopt;
            }
        }
        std::wstring wide = widen(pattern);
        if (is_free && !is_literal) wide = without_blanks(wide);
        if (!is_literal && !translate(wide)) return std::nullopt;
        regex::flag_type syntax = is_literal ? regex::literal : regex::perl;
        if (!is_literal) {
            syntax |= dot_matches_all ? regex::mod_s : regex::no_mod_s;
            if (!by_line) syntax |= regex::no_mod_m;
        }
        if (ignores_case) syntax |= regex::icase;
        try {
            regular_expression made;
            made.compiled_.imbue(std::locale::classic());
            made.compiled_.assign(wide, syntax);
            return made;
        } catch (const std::exception&) {
            return std::nullopt;
        }
    }

    /// Whether it is found anywhere in the text; nullopt where that takes too long.
    [[nodiscard]] std::optional<bool> is_found(std::string_view text) const {
        try {
            return boost::regex_search(widen(text), compiled_);
        } catch (const std::exception&) {
            return std::nullopt;
        }
    }

    /// Every match replaced; $1 to $9 stand for groups, $0 for the match, \$ and \\ for themselves.
    /// nullopt where the pattern matches the empty text, the replacement is wrong, or it takes too
    /// long.
    [[nodiscard]] std::optional<std::string> replace(std::string_view text,
                                                     std::string_view replacement) const {
        try {
            if (boost::regex_search(std::wstring(), compiled_)) return std::nullopt;
            const std::wstring wide = widen(text);
            const std::wstring by = widen(replacement);
            std::wstring out;
            std::size_t last = 0;
            for (iterator match(wide.begin(), wide.end(), compiled_), end; match != end; ++match) {
                const auto at = static_cast<std::size_t>(match->position());
                out.append(wide, last, at - last);
                if (!expand(out, by, *match) || out.size() > longest_text) return std::nullopt;
                last = at + static_cast<std::size_t>(match->length());
            }
            out.append(wide, last);
            return narrow(out);
        } catch (const std::exception&) {
            return std::nullopt;
        }
    }

    /// The pieces between matches, empty ones too; nullopt as for replace.
    [[nodiscard]] std::optional<std::vector<std::string>> split(std::string_view text) const {
        try {
            if (boost::regex_search(std::wstring(), compiled_)) return std::nullopt;
            const std::wstring wide = widen(text);
            std::vector<std::string> pieces;
            std::size_t last = 0;
            for (iterator match(wide.begin(), wide.end(), compiled_), end; match != end; ++match) {
                const auto at = static_cast<std::size_t>(match->position());
                pieces.push_back(narrow(wide.substr(last, at - last)));
                last = at + static_cast<std::size_t>(match->length());
            }
            pieces.push_back(narrow(wide.substr(last)));
            return pieces;
        } catch (const std::exception&) {
            return std::nullopt;
        }
    }

private:
    using iterator = boost::regex_iterator<std::wstring::const_iterator>;
    static constexpr std::size_t longest_text = 1'000'000;

    static std::wstring widen(std::string_view s) {
        static_assert(sizeof(wchar_t) >= 4, "one wchar_t must hold any code point");
        if (s.size() > longest_text) throw std::length_error("text too long");
        std::wstring out;
        for (const std::uint32_t c : code_points(s)) out.push_back(static_cast<wchar_t>(c));
        return out;
    }
    static std::string narrow(const std::wstring& s) {
        std::string out;
        for (const wchar_t c : s) utf8_append(out, static_cast<std::uint32_t>(c));
        return out;
    }

    static std::wstring without_blanks(const std::wstring& pattern) {
        std::wstring out;
        bool in_class = false;
        for (std::size_t i = 0; i < pattern.size(); ++i) {
            const wchar_t c = pattern[i];
            if (c == L'\\' && i + 1 < pattern.size()) {
                out += {c, pattern[++i]};
                continue;
            }
            if (c == L'[') in_class = true;
            if (c == L']') in_class = false;
            if (in_class || (c != L' ' && c != L'\t' && c != L'\n' && c != L'\r')) out += c;
        }
        return out;
    }

    /// Turns \p{Lu} and its like into what the engine has; false for what it has not.
    static bool translate(std::wstring& pattern) {
        std::wstring out;
        int class_depth = 0;
        for (std::size_t i = 0; i < pattern.size(); ++i) {
            const wchar_t c = pattern[i];
            const bool in_class = class_depth > 0;
            if (c == L'\\' && i + 1 < pattern.size()) {
                const wchar_t next = pattern[i + 1];
                if ((next == L'p' || next == L'P') && i + 2 < pattern.size() &&
                    pattern[i + 2] == L'{') {
                    const std::size_t close = pattern.find(L'}', i);
                    if (close == std::wstring::npos) return false;
                    const std::wstring set = category(pattern.substr(i + 3, close - i - 3));
                    if (set.empty() || (in_class && next == L'P')) return false;
                    out += in_class ? set : (next == L'P' ? L"[^" : L"[") + set + L"]";
                    i = close;
                    continue;
                }
                if (next == L'i' || next == L'c' || next == L'I' || next == L'C') return false;
                out += {c, next};
                ++i;
                continue;
            }
            if (in_class && c == L'[' && i > 0 && pattern[i - 1] == L'-') return false;
            if (c == L'[') class_depth = 1;
            if (c == L']') class_depth = 0;
            // (?: alone of Perl's (? extensions is XPath's.
            if (!in_class && c == L'(' && i + 1 < pattern.size() && pattern[i + 1] == L'?' &&
                (i + 2 >= pattern.size() || pattern[i + 2] != L':'))
                return false;
            out += c;
        }
        pattern = std::move(out);
        return true;
    }

    /// The members of a Unicode category, as the inside of a class: coarse beyond Latin and Greek.
    static std::wstring category(const std::wstring& name) {
        const std::wstring upper = L"A-Z\u00C0-\u00D6\u00D8-\u00DE\u0391-\u03A9\u0410-\u042F";
        const std::wstring lower = L"a-z\u00DF-\u00F6\u00F8-\u00FF\u03B1-\u03C9\u0430-\u044F";
        if (name == L"Lu") return upper;
        if (name == L"Ll") return lower;
        if (name == L"L")
            return upper + lower +
                   L"\u00AA\u00B5\u00BA\u0100-\u02AF\u0370-\u03FF\u0400-\u052F\u0531-\u0587"
                   L"\u05D0-\u05EA\u0620-\u064A\u0904-\u0939\u0E01-\u0E30\u1E00-\u1FFF\u3041-\u3096"
                   L"\u30A1-\u30FA\u3105-\u312F\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7A3\uF900-\uFAFF"
                   L"\U00020000-\U000323AF";
        if (name == L"N" || name == L"Nd")
            return L"0-9\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\uFF10-\uFF19";
        if (name == L"Z" || name == L"Zs")
            return L" \u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000";
        if (name == L"P")
            return L"!-#%-*,-/:;?@\\[-\\]_{}\u00A1\u00A7\u00AB\u00B6\u00B7\u00BB\u00BF\u2010-\u2027"
                   L"\u2030-\u205E\u3001-\u3003\u3008-\u3011\u3014-\u301F\uFF01-\uFF03\uFF05-\uFF0A"
                   L"\uFF0C-\uFF0F\uFF1A\uFF1B\uFF1F\uFF20";
        if (name == L"IsBasicLatin") return L"\\x{0}-\\x{7F}";
        if (name == L"IsCJKUnifiedIdeographs") return L"\u4E00-\u9FFF";
        return {};
    }

    static bool expand(std::wstring& out, const std::wstring& by, const boost::wsmatch& match) {
        for (std::size_t i = 0; i < by.size(); ++i) {
            const wchar_t c = by[i];
            if (c == L'\\') {
                if (i + 1 == by.size() || (by[i + 1] != L'\\' && by[i + 1] != L'$')) return false;
                out += by[++i];
            } else if (c == L'$') {
                if (i + 1 == by.size() || by[i + 1] < L'0' || by[i + 1] > L'9') return false;
                auto group = static_cast<std::size_t>(by[++i] - L'0');
                // As many digits as there are groups for.
                while (i + 1 < by.size() && by[i + 1] >= L'0' && by[i + 1] <= L'9') {
                    const std::size_t longer =
                        group * 10 + static_cast<std::size_t>(by[i + 1] - L'0');
                    if (longer >= match.size()) break;
                    group = longer;
                    ++i;
                }
                if (group < match.size()) out += match[static_cast<int>(group)].str();
            } else {
                out += c;
            }
        }
        return true;
    }

    boost::wregex compiled_;
};

}  // namespace xuanren::detail
