// include/xuanren/report/remedy.hpp
#pragma once

#include <xuanren/engine/node_ops.hpp>
#include <xuanren/engine/rule.hpp>
#include <xuanren/engine/verdict.hpp>
#include <xuanren/report/calendar_words.hpp>
#include <xuanren/report/effect.hpp>
#include <xuanren/report/expression_words.hpp>
#include <xuanren/report/language.hpp>
#include <xuanren/report/leaf_words.hpp>
#include <xuanren/report/value_words.hpp>
#include <xuanren/report/wording.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace xuanren {

/// What a remedy depends on besides the verdict.
struct remedy_context {
    bool is_decided = false;             ///< the decision has been taken
    const fact_values* facts = nullptr;  ///< to tell what is partly known from what is not on file
};

namespace detail {

/// The record facts beneath a definition that are not on file, each once.
inline void gather_missing(std::size_t index, const wording& words, const fact_values& facts, int depth,
                           std::vector<std::size_t>& out) {
    constexpr int deepest = 8;  // definitions rest on few others, and never on themselves
    const definition* d = words.find_definition(index);
    if (d == nullptr || !d->is.parsed || depth > deepest) {
        const bool is_missing = index >= facts.values.size() || facts.values[index].is_unknown();
        if (is_missing && std::find(out.begin(), out.end(), index) == out.end()) out.push_back(index);
        return;
    }
    for_each_fact(*d->is.parsed, [&](std::size_t each) { gather_missing(each, words, facts, depth + 1, out); });
}

/// What is to be supplied: a definition gives way to what it is made of, and what something would
/// be to whether there is one.
[[nodiscard]] inline std::vector<std::size_t> facts_to_supply(const verdict& v, const wording& words,
                                                              const fact_values* facts) {
    const catalogue& names = *words.facts;
    std::vector<std::size_t> whole;
    for (const std::size_t index : v.missing) {
        std::vector<std::size_t> beneath;
        if (facts != nullptr && names[index].is_definition) gather_missing(index, words, *facts, 0, beneath);
        // Where all that it is made of is on file, it is known in part, and stands for itself.
        if (beneath.empty()) beneath.push_back(index);
        for (const std::size_t each : beneath)
            if (std::find(whole.begin(), whole.end(), each) == whole.end()) whole.push_back(each);
    }
    const bool has_record = std::any_of(whole.begin(), whole.end(), [&](std::size_t i) { return !names[i].is_definition; });
    const std::vector<leaf> leaves = telling_leaves(v, names);
    const auto is_tested = [&](std::size_t index) {
        return std::any_of(leaves.begin(), leaves.end(), [&](const leaf& test) {
            bool names_it = test.fact_index == index;
            if (test.test) for_each_fact(*test.test, [&](std::size_t each) { names_it = names_it || each == index; });
            return names_it;
        });
    };
    std::vector<std::size_t> out;
    for (const std::size_t index : whole) {
        const std::string& guard = names[index].guard;
        const bool is_guarded = !guard.empty() && std::any_of(whole.begin(), whole.end(), [&](std::size_t other) {
            return names[other].name == guard;
        });
        // A definition that only opens a band says the same as the one that is asked.
        const bool is_echo = names[index].is_definition && !is_tested(index) && (has_record || whole.size() > 1);
        if (!is_guarded && !is_echo) out.push_back(index);
    }
    return out.empty() ? whole : out;
}

/// 工龄起算日、基层工作经历; what is known only in part says how far.
[[nodiscard]] inline std::string missing_words(const verdict& v, const wording& words,
                                               const fact_values* facts, language l) {
    std::string out;
    for (const std::size_t index : facts_to_supply(v, words, facts)) {
        if (!out.empty()) out += l == language::zh ? "、" : ", ";
        out += name_of((*words.facts)[index], l);
        if (facts == nullptr || index >= facts->values.size()) continue;
        const value& held = facts->values[index];
        const std::string known = in_words(held, l);
        const bool is_part = !held.is_unknown() && !held.is_null() && known != in_words(value(), l);
        // What is reckoned from records is mended there.
        const std::string place =
            is_part || (*words.facts)[index].is_definition ? in_words(facts->sources[index], l, &words.places) : std::string();
        if (!is_part && place.empty()) continue;
        if (l == language::zh)
            out += "（" + (is_part ? "现仅知" + known : std::string()) + (is_part && !place.empty() ? "，" : "") +
                   (place.empty() ? std::string() : "见" + place) + "）";
        else
            out += " (" + (is_part ? "known so far: " + known : std::string()) + (is_part && !place.empty() ? "; " : "") +
                   (place.empty() ? std::string() : "see " + place) + ")";
    }
    return out;
}

/// A clause's own remedy set as a sentence, as the others are.
[[nodiscard]] inline text as_sentence(text said) {
    if (!said.zh.empty() && !said.zh.ends_with("。")) said.zh += "。";
    if (!said.en.empty()) {
        if (said.en.front() >= 'a' && said.en.front() <= 'z') said.en.front() = static_cast<char>(said.en.front() - 'a' + 'A');
        if (!said.en.ends_with(".")) said.en += ".";
    }
    return said;
}

/// What to do about a step that went wrong, once it has been taken: it is done again.
[[nodiscard]] inline std::string redo(step s, language l) {
    const bool zh = l == language::zh;
    switch (s) {
        case step::discussion:
            return zh ? "撤销该项决定，按本条要求重新召开会议讨论决定。"
                      : "Revoke the decision and hold the meeting again as the clause asks.";
        case step::notice:
            return zh ? "按本条要求重新公示，期满且结果不影响任职后再办理任职手续；已任职的先予撤销。"
                      : "Run the notice again as the clause asks and appoint only after it has ended "
                        "without objection; revoke an appointment already made.";
        case step::appointment:
            return zh ? "撤销该项任职，按本条要求重新办理。"
                      : "Revoke the appointment and make it again as the clause asks.";
        default: {
            const std::string name(name_of(s).in(l));
            return zh ? "撤销该项决定，重新进行" + name + "，再行讨论决定。"
                      : "Revoke the decision, redo the " + name + ", then decide anew.";
        }
    }
}

/// Whether an exception asks for an approval: it reads one.
[[nodiscard]] inline bool asks_approval(const exception& e, const catalogue& facts) {
    bool reads = false;
    if (e.when.parsed)
        for_each_fact(*e.when.parsed, [&](std::size_t index) {
            reads = reads || facts[index].name.find("approv") != std::string::npos;
        });
    return reads;
}

/// The ways out that exceptions leave. One by approval is named only where the clause's own remedy
/// has not told of it; one by the facts of the case always, for it may only lack its record.
inline void add_exceptions(std::vector<text>& out, const rule& r, const wording& words, bool has_own) {
    for (const auto& e : words.exceptions) {
        if (!wording::may_set_aside(*e, r.id())) continue;
        const bool by_approval = words.facts != nullptr && asks_approval(*e, *words.facts);
        if (by_approval && has_own) continue;
        out.push_back(in_both([&](language l) {
            const bool zh = l == language::zh;
            const std::string& title = in(e->title, l);
            const std::string cite = in_words(e->cite, words, l);
            const std::string what = title.empty() ? cite : zh ? cite + "“" + title + "”" : cite + " (" + title + ")";
            if (by_approval)
                return zh ? "属于" + what + "的，依其规定报批；批复须早于讨论决定。"
                          : "Where " + what + " applies, obtain its approval; it must come before the decision.";
            return zh ? "确属" + what + "的，不适用本条：据实补充有关情况后重新审核。"
                      : "Where " + what + " truly applies, the clause does not bind: supply what shows it from the "
                        "files and check again.";
        }));
    }
}

[[nodiscard]] inline std::string breach_remedy(const verdict& v, const remedy_context& context, language l) {
    const bool zh = l == language::zh;
    const rule& r = *v.of;
    if (r.about() == rule_subject::organisation)
        return zh ? "由该单位按本条要求整改；整改前不得再作增加此类情形的任免。"
                  : "The organisation puts this right as the clause asks; until then no appointment "
                    "may add to it.";
    if (v.earliest) {
        const std::string day = in_words(*v.earliest, l);
        if (context.is_decided)
            return zh ? "撤销该项决定；" + day + "起方可重新讨论决定。"
                      : "Revoke the decision; it may be taken anew from " + day + " on.";
        return zh ? "暂缓提交讨论决定，" + day + "起方满足本条要求。"
                  : "Do not put it to the meeting yet: the clause is met from " + day + " on.";
    }
    // What is judged from the motion on is a qualification of the candidate, no step to be redone.
    if (r.stage() == step::motion && r.at() != step::motion) {
        if (context.is_decided)
            return zh ? "该人选不具备本条要求的条件：撤销该项决定。"
                      : "The candidate does not meet this condition: revoke the decision.";
        return zh ? "该人选不具备本条要求的条件：不得提交讨论决定。"
                  : "The candidate does not meet this condition: do not put it to the meeting.";
    }
    if (context.is_decided) return redo(r.at(), l);
    const std::string name(name_of(r.at()).in(l));
    if (r.at() >= step::discussion)
        return zh ? "办理" + name + "时须满足本条要求。" : "Meet the clause when the " + name + " takes place.";
    return zh ? "讨论决定前按本条要求重新进行" + name + "。"
              : "Redo the " + name + " as the clause asks before the decision.";
}

}  // namespace detail

/// What to do next about a finding 处理建议, the clause's own remedy first; empty where nothing is to be done.
///
/// A step already taken is done again or its decision revoked; no remedy touches a record.
[[nodiscard]] inline std::vector<text> remedies_of(const verdict& v, const wording& words,
                                                   const remedy_context& context = {}) {
    std::vector<text> out;
    const rule& r = *v.of;
    const bool decided = context.is_decided;
    const effect what = effect_of(v, decided);
    const bool is_unmet = v.status == status::violated;
    const bool has_own = !(r.remedy().zh.empty() && r.remedy().en.empty());
    if (is_unmet && has_own) out.push_back(detail::as_sentence(r.remedy()));

    const auto add = [&out](auto&& say) { out.push_back(in_both(say)); };
    switch (v.status) {
        case status::violated:
            if (what == effect::breach && r.force() == force::report) {
                add([](language l) {
                    return l == language::zh ? "未经批准，决定无效：撤销该项决定，报批并获批准后重新讨论决定。"
                                             : "Without approval the decision is void: revoke it, obtain the "
                                               "approval, then decide anew.";
                });
            } else if (what == effect::approval) {
                add([decided](language l) {
                    if (decided)
                        return l == language::zh ? "向有审批权的机关如实报告，按其意见处理；未获批准的，撤销该项决定。"
                                                 : "Report it to the approving body as it is and follow its "
                                                   "answer; without approval, revoke the decision.";
                    return l == language::zh ? "讨论决定前向有审批权的机关报批，获批准后再提交会议。"
                                             : "Obtain the approval before the meeting decides.";
                });
            } else if (what == effect::breach) {
                if (v.attested)
                    add([](language l) {
                        return l == language::zh ? "研判结论为不符合：按结论办理，撤销或者不予提交讨论决定。"
                                                 : "It was judged not to hold: act on that judgement, revoke the "
                                                   "decision or do not put it to the meeting.";
                    });
                else if (out.empty() || v.earliest)
                    add([&](language l) { return detail::breach_remedy(v, context, l); });
                detail::add_exceptions(out, r, words, has_own);
            } else if (what == effect::departure) {
                add([](language l) {
                    return l == language::zh ? "本条为一般要求：确有理由的，由会议作出说明并记入纪实（departures）；"
                                               "说明以实际作出之日为准。"
                                             : "The clause says \"ordinarily\": where there is good reason, the "
                                               "meeting states it and it is entered under departures, with the day "
                                               "on which it was stated.";
                });
            }
            break;
        case status::undetermined: {
            const std::string zh = v.missing.empty() ? "" : detail::missing_words(v, words, context.facts, language::zh);
            const std::string en = v.missing.empty() ? "" : detail::missing_words(v, words, context.facts, language::en);
            const std::vector<text> gaps = calendar_gaps(v, words.calendar, context.facts);
            if (!gaps.empty())
                out.push_back({"取得该年放假安排通知，以 --calendar 补充后重新审核。",
                               "Obtain that year's holiday notice, add it by --calendar, and check again."});
            if (zh.empty() && !gaps.empty()) break;
            if (zh.empty())
                out.push_back({"核实有关情况后重新审核。", "Establish the facts, then check again."});
            else
                out.push_back({"查明并据实补充：" + zh + "。", "Establish and supply from the files: " + en + "."});
            break;
        }
        case status::judgement:
            if (!v.set_aside_by.empty())
                out.push_back({"本级规定放宽了上级规定：由有权机关认定，并将结论记入 attestations。",
                               "A local rule loosens a higher one: the competent body decides, and its finding is "
                               "recorded under attestations."});
            else
                out.push_back({"由有权机关研判，并将结论记入 attestations：何人、何时、依据何文件、是否符合。",
                               "People decide: record under attestations who judged it, when, by which document, and "
                               "whether it holds."});
            break;
        case status::failed:
            out.push_back({"排除该规则的错误后重新审核；本条未作出任何结论。",
                           "Mend the rule and check again; nothing was decided on this clause."});
            break;
        default: break;
    }
    return out;
}

}  // namespace xuanren
