// include/xuanren/report/explain_text.hpp
#pragma once

#include <xuanren/report/finding_text.hpp>
#include <xuanren/report/leaf_words.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xuanren {

namespace detail {

/// One line of a tree: its marks, what it says, where it was read.
inline void tree_line(std::string& out, const std::string& stem, std::string_view branch, std::string_view told_mark,
                      const std::string& sentence, const std::string& place, const text_options& o) {
    const std::string lead = stem + std::string(branch);
    std::string words = sentence;
    if (!place.empty()) words += o.in == language::zh ? " ［" + place + "］" : " [" + place + "]";
    const std::string mark = lead + o.colours(colour_of_mark(told_mark), told_mark) + " ";
    const std::size_t indent = display_width(lead) + 2;
    // What hangs under a branch keeps the stem of the branches below it.
    std::string below = stem;
    if (!branch.empty()) below += branch.starts_with("├") ? "│ " : "  ";
    bool is_first = true;
    const std::size_t room = o.width > indent + 20 ? o.width - indent : 20;
    for (const std::string& line : wrapped(words, room)) {
        out += (is_first ? mark : padded(below, indent)) + line + "\n";
        is_first = false;
    }
}

/// What a tree is told with.
struct tree_setting {
    const wording* words;
    const fact_values* facts;
    bool is_condition;
    std::optional<civil_date> full_on = std::nullopt;
};

/// The parts of a junction, those of an inner junction of its kind among them.
inline void gather_parts(const explanation& e, node_kind kind, std::vector<const explanation*>& out) {
    for (const explanation& child : e.children) {
        if (!child.test && child.at && child.at->kind == kind)
            gather_parts(child, kind, out);
        else
            out.push_back(&child);
    }
}

[[nodiscard]] inline bool is_junction(const explanation& e) noexcept {
    return e.at && (e.at->kind == node_kind::conjunction || e.at->kind == node_kind::disjunction);
}

/// What a branch that is no elementary test says: of a junction that all or one of its parts hold.
[[nodiscard]] inline std::string branch_words(const explanation& e, const wording& words, bool negated, language l) {
    const bool zh = l == language::zh;
    std::string sentence;
    if (is_junction(e))
        // Not (a and b) holds where one of not a, not b does.
        sentence = (e.at->kind == node_kind::conjunction) != negated ? (zh ? "以下各项同时成立" : "all of these") : (zh ? "以下至少一项成立" : "at least one of these");
    else if (e.at) {
        sentence = in_words(*e.at, *words.facts, l);
        if (e.result.as<bool>() == nullptr) sentence += (zh ? "：" : ": ") + in_words(e.result, l);
        if (negated) sentence = zh ? "并非“" + sentence + "”" : "not: " + sentence;
    }
    return sentence;
}

inline void tree(std::string& out, const explanation& e, const tree_setting& set, bool negated, const std::string& stem,
                 std::string_view branch, const text_options& o) {
    if (e.test) {
        const leaf_words told = in_words(*e.test, *set.words, o.in, {set.is_condition, set.facts, set.full_on});
        tree_line(out, stem, branch, told.mark, told.sentence, told.place, o);
        return;
    }
    if (e.at && e.at->kind == node_kind::negation && e.children.size() == 1) {
        tree(out, e.children[0], set, !negated, stem, branch, o);
        return;
    }
    const truth own = e.result.to_truth();
    const truth good = negated ? !own : own;
    const std::string sentence = branch_words(e, *set.words, negated, o.in);
    tree_line(out, stem, branch, mark_of(good), sentence, {}, o);
    std::string below = stem;
    if (!branch.empty()) below += branch.starts_with("├") ? "│ " : "  ";
    std::vector<const explanation*> parts;
    if (is_junction(e))
        gather_parts(e, e.at->kind, parts);
    else
        for (const explanation& child : e.children) parts.push_back(&child);
    for (std::size_t i = 0; i < parts.size(); ++i)
        tree(out, *parts[i], set, negated, below, i + 1 == parts.size() ? "└ " : "├ ", o);
}

inline void explain_part(std::string& out, phrase name, const std::shared_ptr<const explanation>& e, const tree_setting& set,
                         const text_options& o) {
    if (!e) return;
    out += "    " + o.colours.bold(name.in(o.in)) + "\n";
    tree(out, *e, set, false, "      ", "", o);
}

inline void explain_line(std::string& out, phrase name, const std::string& said, const text_options& o) {
    if (said.empty()) return;
    const std::string lead = std::string(name.in(o.in)) + (o.in == language::zh ? "：" : ": ");
    out += hanging("    " + o.colours.bold(lead), 4 + display_width(lead), said, o);
}

}  // namespace detail

/// The whole reasoning of one finding 推理过程, of satisfied and not applicable ones too.
[[nodiscard]] inline std::string explain_text(const verdict& v, const wording& words, const remedy_context& context,
                                              const text_options& o) {
    const bool zh = o.in == language::zh;
    const rule& r = *v.of;
    std::string out = detail::labelled(label_of(v, context.is_decided).in(o.in),
                                       colour_of(effect_of(v, context.is_decided)),
                                       detail::clause_words(v, words, o.in), o);
    std::string head = r.id() + (zh ? "，" : ", ") + std::string(name_of(r.force()).in(o.in)) + (zh ? "，" : ", ") +
                       std::string(name_of(r.basis()).in(o.in));
    if (v.reference)
        head += (zh ? "，基准日（" : ", reference date (") + std::string(name_of(r.at()).in(o.in)) + (zh ? "）" : ") ") +
                in_words(*v.reference, o.in);
    out += detail::hanging("    ", 4, head, o);
    const detail::tree_setting condition{&words, context.facts, true};
    detail::explain_part(out, {"适用条件", "Applies when"}, v.scope, condition, o);
    detail::explain_part(out, {"要求", "Requires"}, v.requirement, {&words, context.facts, false, v.earliest}, o);
    detail::explain_part(out, {"留待研判", "Left to judgement when"}, v.band, condition, o);
    detail::explain_line(out, {"解读", "Reading"}, in(r.reading(), o.in), o);
    const std::string reason = reason_of(v, words, o.in, context.facts);
    if (v.status != status::satisfied && v.status != status::violated)
        detail::explain_line(out, {"理由", "Reason"}, reason, o);
    else if (v.attested)
        detail::explain_line(out, {"研判", "Judged"}, reason, o);
    if (v.residual)
        detail::explain_line(out, {"尚待确定", "Still to decide"}, in_words(*v.residual, *words.facts, o.in), o);
    if (v.earliest) detail::explain_line(out, {"最早满足", "Met from"}, in_words(*v.earliest, o.in), o);
    for (const text& remedy : remedies_of(v, words, context))
        out += detail::hanging("    " + o.colours.bold("→") + " ", 6, in(remedy, o.in), o);
    return out;
}

}  // namespace xuanren
