// src/cli/kin_case.hpp
#pragma once

#include "command.hpp"
#include "kin_words.hpp"

#include <xuanren/check/report.hpp>
#include <xuanren/relations/kin_context.hpp>
#include <xuanren/relations/occupancy.hpp>
#include <xuanren/report/json_writer.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace xuanren::cli {

/// What one call of `xuanren kin` works on.
struct kin_case {
    const session& s;
    const dossier& records;
    const kin_context& with;
    const occupancy& seats;
    day_span days;
    kin_classes classes;
    bool is_json;

    [[nodiscard]] std::string say(const text& t) const { return s.in == language::zh ? t.zh : t.en; }
};

/// One member of an object: a list of texts.
inline void write_list(json_writer& json, std::string_view key, const std::vector<std::string>& all) {
    json.key(key);
    json.begin_array();
    for (const std::string& one : all) json.item(std::string_view(one));
    json.end_array();
}

/// The way from one person to another: as near kin on the day, else any at all.
[[nodiscard]] std::vector<kin_way_step> way_between(const kin_case& c, std::uint32_t a, std::uint32_t b);

/// What two persons are to one another.
exit_status tell_relation(const kin_case& c, std::uint32_t a, std::uint32_t b);

/// The kin in office, what the rules made of each pair, and what the declarations leave open.
exit_status tell_relations(const kin_case& c, const report& made);

}  // namespace xuanren::cli
