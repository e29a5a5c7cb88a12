// include/xuanren/engine/feel_names.hpp
#pragma once

#include <xuanren/engine/feel_lexer.hpp>
#include <xuanren/engine/vocabulary.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren::detail {

/// The code points of a text; a byte that is no UTF-8 stands for itself.
[[nodiscard]] inline std::vector<std::uint32_t> code_points(std::string_view s) {
    std::vector<std::uint32_t> points;
    points.reserve(s.size());
    while (!s.empty()) {
        const std::size_t length = utf8_length(s);
        points.push_back(length == 0 ? static_cast<unsigned char>(s[0]) : utf8_decode(s));
        s.remove_prefix(length == 0 ? 1 : length);
    }
    return points;
}

/// How many insertions, deletions and replacements lead from one name to the other.
/// Complexity: the product of the lengths.
[[nodiscard]] inline std::size_t edit_distance(std::string_view a, std::string_view b) {
    const std::vector<std::uint32_t> x = code_points(a);
    const std::vector<std::uint32_t> y = code_points(b);
    std::vector<std::size_t> row(y.size() + 1);
    for (std::size_t j = 0; j <= y.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= x.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= y.size(); ++j) {
            const std::size_t above = row[j];
            const std::size_t replaced = diagonal + static_cast<std::size_t>(x[i - 1] != y[j - 1]);
            row[j] = std::min({above + 1, row[j - 1] + 1, replaced});
            diagonal = above;
        }
    }
    return row[y.size()];
}

/// The names nearest to one that is not known, nearest first, at most three.
class nearest_names {
public:
    explicit nearest_names(std::string_view sought)
        : sought_(sought), bound_(std::max<std::size_t>(2, code_points(sought).size() / 3)) {}

    void consider(std::string_view name) {
        constexpr std::size_t longest = 80;
        if (name.empty() || name.size() > longest || sought_.size() > longest) return;
        std::size_t distance = edit_distance(sought_, name);
        // candidate.level for level: the last part alone is what one tends to remember
        const std::size_t dot = name.rfind('.');
        if (dot != std::string_view::npos && name.substr(dot + 1) == sought_) distance = 1;
        if (distance <= bound_) found_.emplace_back(distance, std::string(name));
    }

    [[nodiscard]] std::vector<std::string> best() {
        std::sort(found_.begin(), found_.end());
        found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
        std::vector<std::string> names;
        for (const auto& [distance, name] : found_)
            if (names.size() < 3) names.push_back(name);
        return names;
    }

private:
    std::string_view sought_;
    std::size_t bound_;
    std::vector<std::pair<std::size_t, std::string>> found_;
};

/// "did you mean ..." in both languages; empty where nothing is near.
[[nodiscard]] inline text suggestion(const std::vector<std::string>& names) {
    if (names.empty()) return {};
    text out{"；是否指", "; did you mean "};
    for (std::size_t i = 0; i < names.size(); ++i) {
        out.zh += (i == 0 ? "“" : "、“") + names[i] + "”";
        out.en += (i == 0 ? "\"" : i + 1 == names.size() ? " or \"" : ", \"") + names[i] + "\"";
    }
    out.zh += "？";
    out.en += "?";
    return out;
}

/// The names joined for `expected`.
[[nodiscard]] inline text listed(const std::vector<std::string>& names) {
    text out;
    for (std::size_t i = 0; i < names.size(); ++i) {
        out.zh += (i == 0 ? "" : "、") + names[i];
        out.en += (i == 0 ? "" : ", ") + names[i];
    }
    return out;
}

}  // namespace xuanren::detail
