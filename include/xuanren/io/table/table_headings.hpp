// include/xuanren/io/table/table_headings.hpp
#pragma once

#include <xuanren/io/table/case_table.hpp>

namespace xuanren {

/// Finds what each heading of a table tells; says everything that is wrong with them.
class table_headings {
public:
    table_headings(const catalogue& facts, const fact_map& map) : facts_(&facts), map_(&map) {}

    [[nodiscard]] result<case_table> read(std::span<const std::string_view> headings) {
        out_.by_cell_.assign(headings.size(), case_table::none);
        for (std::size_t i = 0; i < headings.size(); ++i) read_one(headings, i);
        for (const column_mapping& m : map_->columns)
            if (std::find(headings.begin(), headings.end(), m.column) == headings.end()) missing(m.column, headings);
        if (!map_->id.empty()) {
            const auto at = std::find(headings.begin(), headings.end(), map_->id);
            if (at == headings.end()) missing(map_->id, headings);
            else out_.id_ = static_cast<std::size_t>(at - headings.begin());
        }
        for (const auto& [name, value] : map_->constants) add_constant(name, value);
        imply_guards();
        for (auto& c : out_.columns_)
            if (c.values->value_type().kind == type_kind::date) c.latest = position_of(c.values->name() + ".latest");
        if (!problems_.empty()) return problems_;
        return std::move(out_);
    }

private:
    void say(const char* code, std::string_view found, text expected, text message) {
        problem p;
        p.code = code;
        p.found = std::string(found);
        p.expected = std::move(expected);
        p.message = std::move(message);
        problems_.push_back(std::move(p));
    }
    static std::string quoted(std::string_view s) {
        std::string out = detail::shortened(s);
        // A heading in an encoding that was not told must not spoil the message.
        if (detail::first_not_utf8(out) == std::string::npos) return out;
        for (char& c : out)
            if (static_cast<unsigned char>(c) >= 0x80) c = '?';
        return out;
    }

    void read_one(std::span<const std::string_view> headings, std::size_t i) {
        const std::string_view heading = headings[i];
        if (std::find(headings.begin(), headings.begin() + static_cast<std::ptrdiff_t>(i), heading) !=
            headings.begin() + static_cast<std::ptrdiff_t>(i))
            return say("XR-CSV-002", heading, {"每列名称不同", "a heading of its own for each column"},
                       {"列名“" + quoted(heading) + "”重复", "the heading \"" + quoted(heading) + "\" stands twice"});
        const auto mapped = std::find_if(map_->columns.begin(), map_->columns.end(),
                                         [&](const column_mapping& m) { return m.column == heading; });
        if (mapped != map_->columns.end()) {
            if (!mapped->fact.empty()) out_.by_cell_[i] = add(mapped->fact, *mapped, "“" + mapped->column + "”");
            return;
        }
        if (!target_of(heading)) {
            if (heading != map_->id) out_.unused_.push_back(quoted(heading));
            return;
        }
        column_mapping plain;
        plain.column = plain.fact = std::string(heading);
        out_.by_cell_[i] = add(plain.fact, plain, "");
    }

    /// What a column of that name tells; nothing where no column of a table has that name.
    [[nodiscard]] std::optional<detail::column_target> target_of(std::string_view name) const {
        using detail::cell_years;
        const auto of_fact = [&](std::string_view stem) {
            const std::size_t index = facts_->index_of(stem);
            return index == catalogue::none ? nullptr : &(*facts_)[index];
        };
        if (const fact* f = of_fact(name)) return detail::column_target{f->name, f->value_type, f->is_definition ? cell_years::all() : cell_years()};
        if (name.starts_with("step.")) return step_of_name(name);
        if (std::find(detail::said_names.begin(), detail::said_names.end(), name) != detail::said_names.end())
            return detail::column_target{std::string(name), types::list_of(types::string)};
        for (const std::string_view end : {".latest", ".most"}) {
            if (!name.ends_with(end)) continue;
            const fact* f = of_fact(name.substr(0, name.size() - end.size()));
            if (f == nullptr) continue;
            const type_kind k = f->value_type.kind;
            const bool is_date = k == type_kind::date, is_size = k == type_kind::number || k == type_kind::months || k == type_kind::days;
            if (end == ".latest" ? is_date : is_size)
                return detail::column_target{f->name + std::string(end), f->value_type, cell_years::all(), true};
        }
        return std::nullopt;
    }
    [[nodiscard]] static std::optional<detail::column_target> step_of_name(std::string_view name) {
        static const enumeration states{"step_state", "环节状态", false,
                                        {{"done", "已做"}, {"not_done", "未做"}, {"not_yet", "尚未到"}, {"unknown", "不明"}}};
        std::string_view word = name.substr(5);
        const std::size_t dot = word.find('.');
        const std::string_view end = dot == word.npos ? std::string_view() : word.substr(dot);
        if (!step_of(word.substr(0, dot)) || (!end.empty() && end != ".latest" && end != ".state")) return std::nullopt;
        if (end == ".state") return detail::column_target{std::string(name), types::one_of(states)};
        return detail::column_target{std::string(name), types::date, detail::cell_years::all(), !end.empty()};
    }

    /// The position of a column made for a fact; `none` after a problem.
    std::size_t add(const std::string& name, const column_mapping& how, const std::string& where) {
        auto what = target_of(name);
        if (!what) {
            detail::nearest_names near(name);
            for (std::size_t f = 0; f < facts_->size(); ++f) {
                near.consider((*facts_)[f].name);
                near.consider((*facts_)[f].zh);
            }
            const text hint = detail::suggestion(near.best());
            say("XR-CSV-009", name, {"事实目录中的名称", "a name of the catalogue of facts"},
                {"对照表" + where + "：没有事实“" + name + "”" + hint.zh, "the map names no known fact: \"" + name + "\"" + hint.en});
            return case_table::none;
        }
        if (position_of(what->name) != case_table::none) {
            say("XR-CSV-011", name, {"每个事实一列", "one column a fact"},
                {"事实“" + what->name + "”由两列给出", "the fact \"" + what->name + "\" is given by two columns"});
            return case_table::none;
        }
        if (!is_column_type(what->value_type)) {
            say("XR-CSV-012", name, {"布尔、数、文本、日期、期间、枚举或者文本列表的事实", "a boolean, number, text, date, period, enumeration or list of texts"},
                {"事实“" + what->name + "”的类型不能写在单元格中", "the fact \"" + what->name + "\" has a type that a cell cannot hold"});
            return case_table::none;
        }
        case_table::held_column made;
        made.values = std::make_unique<detail::fact_column>(std::move(*what), how, map_->unknown);
        out_.columns_.push_back(std::move(made));
        return out_.columns_.size() - 1;
    }
    [[nodiscard]] std::size_t position_of(std::string_view name) const {
        for (std::size_t c = 0; c < out_.columns_.size(); ++c)
            if (out_.columns_[c].values->name() == name) return c;
        return case_table::none;
    }

    void add_constant(const std::string& name, const std::optional<std::string>& value) {
        column_mapping how;
        how.column = how.fact = name;
        how.unit = "months";
        const std::size_t at = add(name, how, "");
        if (at == case_table::none) return;
        case_table::held_column& made = out_.columns_[at];
        made.constant = value;
        made.is_none = !value;
        if (value && made.values->read(*value, 0) == detail::cell_says::wrong) {
            const text expected = made.values->expected();
            say("XR-CSV-013", *value, expected, {"常量“" + name + "”的值“" + *value + "”无法读取：应为" + expected.zh,
                                                 "constant \"" + name + "\": \"" + *value + "\": expected " + expected.en});
        }
    }

    void missing(const std::string& column, std::span<const std::string_view> headings) {
        detail::nearest_names near(column);
        for (const std::string_view h : headings) near.consider(h);
        const text hint = detail::suggestion(near.best());
        say("XR-CSV-010", column, {"表中的列名", "a heading of the table"},
            {"表中没有对照表所列的列“" + column + "”" + hint.zh, "the table has no column \"" + column + "\", which the map names" + hint.en});
    }

    void imply_guards() {
        for (std::size_t c = 0; c < out_.columns_.size(); ++c) {
            const std::size_t index = facts_->index_of(out_.columns_[c].values->name());
            if (index == catalogue::none) continue;
            const fact& f = (*facts_)[index];
            const std::string own = detail::has_name(f.name);
            if (facts_->index_of(own) != catalogue::none) imply(c, own, true);
            if (!f.guard.empty() && f.guard != own) imply(c, f.guard, false);
        }
    }
    void imply(std::size_t c, const std::string& guard, bool is_own) {
        if (position_of(guard) != case_table::none) return;
        std::size_t at = 0;
        while (at < out_.implied_.size() && out_.implied_[at].name != guard) ++at;
        if (at == out_.implied_.size()) {
            case_table::implied_column made;
            made.name = guard;
            out_.implied_.push_back(std::move(made));
        }
        out_.columns_[c].guards.emplace_back(at, is_own);
    }

    const catalogue* facts_;
    const fact_map* map_;
    case_table out_;
    std::vector<problem> problems_;
};

inline result<case_table> case_table::make(const catalogue& facts, const fact_map& map, std::span<const std::string_view> headings) {
    return table_headings(facts, map).read(headings);
}

}  // namespace xuanren
