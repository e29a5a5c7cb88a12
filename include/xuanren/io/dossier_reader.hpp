// include/xuanren/io/dossier_reader.hpp
#pragma once

#include <xuanren/io/dossier_handler.hpp>
#include <xuanren/io/json_errors.hpp>
#include <xuanren/io/json_place.hpp>
#include <xuanren/io/read_dossier.hpp>
#include <xuanren/records/link.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren {

namespace detail {

/// Gives each problem its line and column, which the reading itself does not keep.
inline void place_problems(std::string_view text_read, std::vector<placed_problem>& problems) {
    json_places places;
    for (const placed_problem& p : problems) {
        if (p.what.line != 0) continue;
        if (p.token != 0)
            places.ask(p.token);
        else
            places.ask(p.what.at);
    }
    places.find_in(text_read);
    for (placed_problem& p : problems) {
        if (p.what.line != 0) continue;
        const text_place place = p.token != 0 ? places.of(p.token) : places.of(p.what.at);
        p.what.line = place.line;
        p.what.column = place.column;
    }
    std::stable_sort(problems.begin(), problems.end(),
                     [](const placed_problem& a, const placed_problem& b) {
                         return a.what.line != b.what.line ? a.what.line < b.what.line
                                                           : a.what.column < b.what.column;
                     });
}

[[nodiscard]] inline std::vector<problem> unplaced(std::vector<placed_problem>&& problems,
                                                   const std::string& file) {
    std::vector<problem> out;
    out.reserve(problems.size());
    for (placed_problem& p : problems) {
        p.what.file = file;
        out.push_back(std::move(p.what));
    }
    return out;
}

/// The document names no format: taken for a dossier where it has one of its lists.
inline void note_missing_schema(dossier_handler& handler) {
    const std::string name(dossier_schema_name);
    problem p;
    p.expected = {"“schema”：“" + name + "”", "\"schema\": \"" + name + "\""};
    if (handler.saw_list) {
        p.code = "XR-DOSSIER-101";
        p.message = {"未写“schema”，按“" + name + "”读取",
                     "no \"schema\" is given; read as \"" + name + "\""};
        handler.warnings.push_back({std::move(p), 1});
    } else {
        p.code = "XR-DOSSIER-004";
        p.message = {"缺少“schema”，也没有机构、职位、干部、任用事项：不是选任卷宗",
                     "neither \"schema\" nor organisations, posts, cadres or appointments: this is "
                     "no dossier"};
        handler.problems.push_back({std::move(p), 1});
    }
}

}  // namespace detail

XUANREN_INLINE result<read_dossier_result> read_dossier(std::string_view bytes, std::string file) {
    std::string_view text_read = bytes;
    if (text_read.starts_with(detail::byte_order_mark))
        text_read.remove_prefix(detail::byte_order_mark.size());

    read_dossier_result out;
    detail::dossier_handler handler(out.value);
    const auto refused = [&] {
        detail::place_problems(text_read, handler.problems);
        return result<read_dossier_result>(detail::unplaced(std::move(handler.problems), file));
    };
    if (text_read.find_first_not_of(" \t\r\n") == std::string_view::npos) {
        handler.problems.push_back({detail::empty_document(), 0});
        return refused();
    }

    const bool is_json =
        nlohmann::json::sax_parse(text_read.data(), text_read.data() + text_read.size(), &handler);
    if (!is_json) {
        const bool is_utf8 = detail::first_not_utf8(text_read) == std::string_view::npos;
        if (!is_utf8 || !detail::guess_encoding(text_read).empty()) {
            handler.problems.clear();  // what bytes of another encoding seem to say is noise
            handler.problems.push_back({detail::wrong_encoding(text_read), 0});
        } else {
            constexpr int number_overflow = 406;  // nlohmann/json's own code
            handler.problems.push_back(
                {detail::syntax_problem(text_read, handler.error_position,
                                        handler.error_id == number_overflow, handler.is_finished(),
                                        handler.error_text),
                 0});
        }
        return refused();
    }

    // The parser takes a NUL for the end of its input; inside the document it is an error already.
    if (const std::size_t nul = text_read.find('\0'); nul != std::string_view::npos) {
        handler.problems.push_back(
            {detail::syntax_problem(text_read, nul + 1, false, true, "more after the end"), 0});
        return refused();
    }

    handler.mark_lists();
    if (handler.saw_object && !handler.saw_schema) detail::note_missing_schema(handler);
    for (problem& p : link(out.value, handler.doubtful))
        handler.problems.push_back({std::move(p), 0});
    if (!handler.problems.empty()) return refused();

    detail::place_problems(text_read, handler.warnings);
    out.warnings = detail::unplaced(std::move(handler.warnings), file);
    out.unused = std::move(handler.unused);
    return out;
}

}  // namespace xuanren
