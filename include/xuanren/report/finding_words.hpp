// include/xuanren/report/finding_words.hpp
#pragma once

#include <xuanren/report/effect.hpp>
#include <xuanren/report/leaf_words.hpp>
#include <xuanren/report/remedy.hpp>
#include <xuanren/report/subject_words.hpp>
#include <xuanren/report/wording.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren {

/// A recorded judgement as a verdict holds it.
using held_attestation = recorded_judgement;

/// 王某 2024年5月1日依《……》认定符合; who judged it, when, by which paper.
[[nodiscard]] inline std::string in_words(const held_attestation& a, language l) {
    const bool zh = l == language::zh;
    std::string out = a.by.empty() ? (zh ? "经人研判" : "judged") : a.by;
    if (a.on) out += zh ? "于" + in_words(*a.on, l) : ", " + in_words(*a.on, l);
    if (!a.document.empty()) out += zh ? "依据“" + a.document + "”" : ", by \"" + a.document + "\"";
    if (a.holds)
        out += zh ? (*a.holds ? "认定符合" : "认定不符合") : (*a.holds ? ": it holds" : ": it does not hold");
    return out;
}

namespace detail {

/// Whether of several tests of a requirement one would do: they stand in different branches of one `or`.
[[nodiscard]] inline bool are_alternatives(const node& asked, const std::vector<const node*>& tests) {
    const node* at = &asked;
    const auto holds_all = [&](const node& n) {
        return std::all_of(tests.begin(), tests.end(), [&](const node* test) { return holds_node(&n, test); });
    };
    if (!holds_all(*at)) return false;
    for (bool goes_on = true; goes_on;) {
        goes_on = false;
        for (const node_ptr& child : at->children)
            if (holds_all(*child)) {
                at = child.get();
                goes_on = true;
                break;
            }
    }
    return at->kind == node_kind::disjunction && std::all_of(at->children.begin(), at->children.end(), [&](const node_ptr& child) {
               return std::count_if(tests.begin(), tests.end(), [&](const node* test) { return holds_node(child.get(), test); }) <= 1;
           });
}

}  // namespace detail

/// By what a rule was set aside: the exception's clause and title, or the reasons given.
[[nodiscard]] inline std::string set_aside_words(const verdict& v, const wording& words, language l) {
    const bool zh = l == language::zh;
    if (v.set_aside_by == "departure") return zh ? "已说明偏离理由" : "reasons for departing are on record";
    const exception* by = words.find_exception(v.set_aside_by);
    if (by == nullptr) return v.set_aside_by;
    std::string out = in_words(by->cite, words, l);
    const std::string& title = in(by->title, l);
    if (!title.empty()) out += (zh ? "：" : ", ") + title;
    return out;
}

/// Why a finding is as it is, without its rule's name 理由; empty where the status says all.
[[nodiscard]] inline std::string reason_of(const verdict& v, const wording& words, language l,
                                           const fact_values* facts = nullptr) {
    const bool zh = l == language::zh;
    const std::string_view next = zh ? "；" : "; ";
    const auto tests = [&](truth wanted) {
        std::string out;
        std::vector<std::string> told;
        std::vector<const node*> failed;
        for (const leaf& test : telling_leaves(v, *words.facts)) {
            if (favours(test) != wanted) continue;
            std::string sentence = in_words(test, words, l, setting_of(test, v, facts)).sentence;
            // The same test may stand in several branches; once is enough to read.
            if (std::find(told.begin(), told.end(), sentence) != told.end()) continue;
            if (!out.empty()) out += next;
            out += sentence;
            told.push_back(std::move(sentence));
            failed.push_back(test.test.get());
        }
        const node* asked = v.of->requirement().parsed.get();
        const bool is_choice = wanted == truth::no && told.size() > 1 && asked != nullptr && detail::are_alternatives(*asked, failed);
        if (is_choice) out.insert(0, zh ? "以下至少须有一项：" : "at least one of these is needed: ");
        return out;
    };
    switch (v.status) {
        case status::violated:
            if (v.attested) return in_words(*v.attested, l);
            if (v.due && v.met_on)
                return zh ? "已于" + in_words(*v.met_on, l) + "办理，晚于期限" + in_words(*v.due, l)
                          : "done " + in_words(*v.met_on, l) + ", after the last day for it, " + in_words(*v.due, l);
            if (v.due)
                return tests(truth::no) + std::string(next) +
                       (zh ? "期限" + in_words(*v.due, l) + "已过" : "the last day for it, " + in_words(*v.due, l) + ", has passed");
            return tests(truth::no);
        case status::undetermined: {
            const std::string lacking = detail::missing_words(v, words, facts, l);
            std::string out;
            if (!lacking.empty()) out = zh ? "缺少" + lacking + "，无从判定" : "not on file: " + lacking;
            for (const text& gap : calendar_gaps(v, words.calendar, facts))
                out += (out.empty() ? std::string() : std::string(next)) + in(gap, l);
            if (out.empty()) out = in(v.of->reading(), l);
            if (out.empty()) out = zh ? "所据事实不足" : "the facts do not suffice";
            return out;
        }
        case status::judgement:
            if (!v.set_aside_by.empty())
                return zh ? "本级规定放宽（" + set_aside_words(v, words, l) + "）"
                          : "loosened by a local rule (" + set_aside_words(v, words, l) + ")";
            return zh ? "条文留待研判，尚无记录的结论" : "the clause is left to people and no finding is on record";
        case status::excepted: {
            if (v.set_aside_by == "departure") return set_aside_words(v, words, l);
            return (zh ? "依据" : "under ") + set_aside_words(v, words, l);
        }
        case status::pending: {
            if (v.due) return zh ? "尚可办理，期限" + in_words(*v.due, l) : "may still be done, by " + in_words(*v.due, l);
            const std::string name(name_of(v.of->stage()).in(l));
            return zh ? name + "尚未进行，届时再判" : "the " + name + " is still to come";
        }
        case status::failed: return v.failure;
        case status::satisfied:
            if (v.attested) return in_words(*v.attested, l);
            return tests(truth::yes);
        case status::not_applicable: return {};
    }
    return {};
}

/// A finding in one sentence 一句话结论: 副职提任正职的任职年限：不符合。自任副职起 1年4个月，……。
[[nodiscard]] inline text message_of(const verdict& v, const wording& words, const remedy_context& context) {
    return in_both([&](language l) {
        const bool zh = l == language::zh;
        std::string out = title_of(*v.of, l);
        if (!v.subject.empty()) out += zh ? "（" + subject_words(v.subject, l) + "）" : " (" + subject_words(v.subject, l) + ")";
        out += zh ? "：" : ": ";
        out += label_of(v, context.is_decided).in(l);
        const std::string reason = reason_of(v, words, l, context.facts);
        if (!reason.empty()) out += (zh ? "。" : "; ") + reason;
        out += zh ? "。" : ".";
        return out;
    });
}

}  // namespace xuanren
