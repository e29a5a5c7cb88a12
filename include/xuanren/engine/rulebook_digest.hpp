// include/xuanren/engine/rulebook_digest.hpp
#pragma once

#include <xuanren/engine/feel_writer.hpp>
#include <xuanren/engine/node_ops.hpp>
#include <xuanren/engine/rulebook_parts.hpp>
#include <xuanren/engine/sha256.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace xuanren::detail {

/// Writes a line of fields that no text in them can imitate: each carries its length.
class canonical_line {
public:
    canonical_line& add(std::string_view s) {
        out_ += std::to_string(s.size());
        out_ += ':';
        out_ += s;
        return *this;
    }
    canonical_line& add(const text& t) { return add(t.zh).add(t.en); }
    canonical_line& add(int n) { return add(std::to_string(n)); }
    canonical_line& add(const std::optional<civil_date>& d) { return add(d ? to_string(*d) : "-"); }
    canonical_line& add(const std::vector<std::string>& list) {
        add(static_cast<int>(list.size()));
        for (const std::string& s : list) add(s);
        return *this;
    }
    canonical_line& add(const citation& c) {
        return add(c.instrument).add(c.article).add(c.paragraph).add(c.item).add(c.note).add(
            static_cast<int>(c.sure));
    }
    canonical_line& expression(const formula& f) {
        return add(f.call ? "callback" : f.parsed ? to_feel(*f.parsed) : f.source);
    }
    [[nodiscard]] std::string take() { return std::move(out_); }

private:
    std::string out_;
};

[[nodiscard]] inline std::string digest_of(const rulebook_parts& parts) {
    std::vector<std::string> lines;
    const auto flag = [](bool b) { return b ? 1 : 0; };
    for (const auto& i : parts.instruments) {
        canonical_line line;
        line.add("instrument").add(i->id).add(i->family).add(i->version).add(i->title).add(i->body);
        line.add(i->number).add(static_cast<int>(i->authority)).add(i->adopted).add(i->published);
        line.add(i->effective).add(i->superseded).add(i->superseded_by).add(i->repealed);
        line.add(static_cast<int>(i->before)).expression(i->applies);
        for (const instrument::gap& g : i->gaps)
            line.add(std::optional(g.from)).add(std::optional(g.to));
        lines.push_back(line.take());
    }
    for (const auto& r : parts.rules) {
        canonical_line line;
        line.add("rule").add(r->id()).add(r->cite()).add(r->title()).add(r->reading()).add(r->remedy());
        line.add(r->topic()).add(r->covers()).add(r->loosens()).expression(r->scope()).expression(r->requirement());
        line.expression(r->band()).expression(r->due()).expression(r->met()).add(static_cast<int>(r->force()));
        line.add(static_cast<int>(r->basis())).add(static_cast<int>(r->at()));
        line.add(static_cast<int>(r->stage())).add(static_cast<int>(r->about()));
        line.add(static_cast<int>(r->each())).add(flag(r->is_judgement_only())).add(flag(r->is_void()));
        lines.push_back(line.take());
    }
    for (const auto& e : parts.exceptions) {
        canonical_line line;
        line.add("exception").add(e->id).add(e->cite).add(e->title).add(e->reading).add(e->sets_aside);
        line.expression(e->when).add(e->loosens).add(e->covers).add(static_cast<int>(e->basis));
        lines.push_back(line.take());
    }
    for (const auto& d : parts.definitions) {
        canonical_line line;
        line.add("definition").add(d->id).add(d->zh).add(d->type_name).add(d->cite).expression(d->is);
        line.add(static_cast<int>(d->at)).add(flag(d->can_be_none)).add(d->reading);
        lines.push_back(line.take());
    }
    for (const auto& t : parts.tables) {
        canonical_line line;
        line.add("table").add(t->id).add(t->cite).add(t->key_names).add(t->answer_name).add(t->from);
        line.add(t->to).add(flag(t->can_be_none));
        for (const table::row& row : t->rows) {
            for (const value& key : row.keys) line.add(to_feel(*make_literal(key, types::any)));
            line.add(to_feel(*make_literal(row.answer, types::any)));
        }
        lines.push_back(line.take());
    }
    for (const std::string& id : parts.removed) lines.push_back("removed " + id);
    if (parts.law_date) lines.push_back("law " + to_string(*parts.law_date));
    std::sort(lines.begin(), lines.end());
    std::string all;
    for (const std::string& line : lines) {
        all += line;
        all += '\n';
    }
    return "sha256:" + sha256_hex(all);
}

}  // namespace xuanren::detail
