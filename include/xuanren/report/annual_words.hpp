// include/xuanren/report/annual_words.hpp
#pragma once

#include <xuanren/check/annual_figures.hpp>
#include <xuanren/records/dossier.hpp>
#include <xuanren/report/case_names.hpp>
#include <xuanren/report/language.hpp>
#include <xuanren/report/of_dossier.hpp>
#include <xuanren/report/subject_words.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren {

/// What the people of a dossier call the entries of its figures.
struct annual_names {
    std::vector<appointment_names> appointments;  ///< in the order of annual_figures::appointments
    std::vector<std::string> cadres;              ///< by place in the dossier
    std::map<std::string, std::string, std::less<>> organisations;  ///< by id

    [[nodiscard]] std::string organisation(std::string_view id) const {
        const auto found = organisations.find(id);
        return found == organisations.end() ? std::string(id) : found->second;
    }
    [[nodiscard]] std::string cadre(std::size_t i) const {
        return i < cadres.size() ? cadres[i] : std::string();
    }
};

[[nodiscard]] inline annual_names names_in(const dossier& records, const annual_figures& f) {
    annual_names out;
    for (const annual_appointment& a : f.appointments) {
        appointment_names names;
        const cadre* who = records.find_cadre(a.candidate);
        names.candidate = who != nullptr && who->name ? *who->name : a.candidate;
        if (const post* p = a.post ? records.find_post(*a.post) : nullptr; p != nullptr) {
            const std::string title = detail::full_title(records, *p);
            names.post = {title, title};
        } else if (records.appointments[a.index].to_rank) {
            names.post = detail::word_text(*records.appointments[a.index].to_rank);
        }
        out.appointments.push_back(std::move(names));
    }
    for (const cadre& c : records.cadres) out.cadres.push_back(c.name ? *c.name : c.id);
    for (const organisation& o : records.organisations)
        out.organisations.emplace(o.id, o.name ? *o.name : o.id);
    return out;
}

namespace detail {

/// 提拔 of an enumeration's word, blanks for its underscores in English.
template <has_words E>
[[nodiscard]] std::string word_in(E e, language l) {
    const text both = word_text(e);
    return l == language::zh ? both.zh : both.en;
}

/// Words that read badly by their code alone.
[[nodiscard]] inline std::string membership_words(membership m, language l) {
    constexpr phrase names[] = {{"群众", "no party"},
                                {"民主党派", "a democratic party"},
                                {"中共预备党员", "CPC, probationary"},
                                {"中共党员", "CPC"}};
    return std::string(names[static_cast<std::size_t>(m)].in(l));
}
[[nodiscard]] inline std::string matter_words(report_matter m, language l) {
    if (l == language::zh) return word_in(m, l);
    constexpr std::string_view names[] = {"changes of cadres before a reform or a leader's leaving",
                                          "a large adjustment of cadres at once",
                                          "temporary overrun of seats",
                                          "no democratic recommendation",
                                          "exceptional promotion or level skip",
                                          "promotion of a leader's close staff",
                                          "promotion of a leader's near kin",
                                          "move before the term is over",
                                          "appointment after accountability",
                                          "talent whose spouse has emigrated",
                                          "appointment beyond the age or term",
                                          "other"};
    return std::string(names[static_cast<std::size_t>(m)]);
}
[[nodiscard]] inline std::string type_words(exceptional_type t, language l) {
    if (l == language::zh) return word_in(t, l);
    return t == exceptional_type::qualification ? "a qualification waived" : "a level skipped";
}
[[nodiscard]] inline std::string ground_words(exceptional_ground g, language l) {
    if (l == language::zh) return word_in(g, l);
    constexpr std::string_view names[] = {"merit at a critical moment or on an urgent task",
                                          "merit in hard places",
                                          "outstanding merit in another post",
                                          "the team's structure needs it",
                                          "a post that needs a specialist",
                                          "needed in a remote or poor area"};
    return std::string(names[static_cast<std::size_t>(g)]);
}

[[nodiscard]] inline std::string dimension_words(std::string_view by, language l) {
    constexpr std::pair<std::string_view, phrase> names[] = {
        {"level", {"职务层次", "level"}},
        {"sex", {"性别", "sex"}},
        {"age", {"年龄", "age"}},
        {"education", {"学历", "education"}},
        {"ethnicity", {"民族", "ethnicity"}},
        {"membership", {"政治面貌", "political affiliation"}},
        {"mechanism", {"三项机制", "incentive mechanism"}},
        {"way", {"选任方式", "way of selection"}},
        {"outcome", {"审核结论", "outcome of the review"}},
        {"rank", {"职级", "rank"}}};
    for (const auto& [code, words] : names)
        if (code == by) return std::string(words.in(l));
    return std::string(by);
}

/// 36—40岁; 36 to 40.
[[nodiscard]] inline std::string age_words(std::string_view code, language l) {
    const bool zh = l == language::zh;
    const auto number = [](std::string_view word) { return std::string(word); };
    if (code.starts_with("to_")) return number(code.substr(3)) + (zh ? "岁及以下" : " or younger");
    if (code.starts_with("over_"))
        return std::to_string(std::stoi(number(code.substr(5))) + 1) +
               (zh ? "岁及以上" : " or older");
    const std::size_t to = code.find("_to_");
    return to == std::string_view::npos ? std::string(code)
                                        : number(code.substr(0, to)) + (zh ? "—" : " to ") +
                                              number(code.substr(to + 4)) + (zh ? "岁" : "");
}

/// A row or column of a table as people call it.
[[nodiscard]] inline std::string row_words(std::string_view by, std::string_view code, language l) {
    const auto say = [l](std::string_view zh, std::string_view en) {
        return std::string(phrase{zh, en}.in(l));
    };
    if (code == not_on_record) return say("未载明", "not on record");
    if (code == non_leading) return say("非领导职务", "no leading post");
    if (code == "none" && by != "membership")
        return by == "rank" ? say("没有职级", "no rank") : say("未适用", "none applied");
    if (code == "total") return say("合计", "total");
    if (by == "age") return age_words(code, l);
    if (by == "ethnicity")
        return code == "han" ? say("汉族", "Han") : say("少数民族", "ethnic minorities");
    if (by == "outcome") {
        constexpr std::pair<std::string_view, phrase> names[] = {
            {"violation", {"违规", "violation"}},
            {"incomplete", {"要件不全", "incomplete"}},
            {"needs_approval", {"须报批", "needs approval"}},
            {"judgement", {"待研判", "for judgement"}},
            {"compliant", {"合规", "compliant"}}};
        for (const auto& [name, words] : names)
            if (name == code) return std::string(words.in(l));
    }
    std::string out;
    if (by == "level")
        out = table_word<level>(code, l);
    else if (by == "sex")
        out = table_word<sex>(code, l);
    else if (by == "education")
        out = table_word<education_level>(code, l);
    else if (by == "membership") {
        if (const auto m = member_of<membership>(code)) out = membership_words(*m, l);
    } else if (by == "mechanism")
        out = table_word<mechanism_kind>(code, l);
    else if (by == "way")
        out = table_word<way>(code, l);
    else if (by == "rank")
        out = table_word<rank>(code, l);
    else if (by == "kind")
        out = table_word<kind>(code, l);
    return out.empty() ? std::string(code) : out;
}

[[nodiscard]] inline std::string annual_step_words(std::string_view code, language l) {
    constexpr std::pair<std::string_view, phrase> names[] = {
        {"analysis", {"分析研判", "analysis"}},
        {"motion", {"动议", "motion"}},
        {"recommendation_talks", {"谈话调研推荐", "recommendation by talks"}},
        {"recommendation_meeting", {"会议推荐", "recommendation at a meeting"}},
        {"candidates", {"确定考察对象", "candidates set"}},
        {"inspection", {"组织考察", "inspection"}},
        {"archive_review", {"干部人事档案审核", "review of the personnel file"}},
        {"personal_matters_check", {"个人有关事项查核", "check of personal matters"}},
        {"integrity_opinion", {"听取纪检监察机关意见", "opinion of the discipline inspection"}},
        {"petition_check", {"信访举报核查", "check of petitions"}},
        {"integrity_conclusion", {"廉洁自律结论性意见", "conclusion on integrity"}},
        {"audit", {"经济责任审计", "audit"}},
        {"consultation", {"酝酿", "consultation"}},
        {"discussion", {"讨论决定", "discussion"}},
        {"notice", {"任前公示", "public notice"}},
        {"appointment", {"任职发文", "letter of appointment"}},
        {"talk", {"任职谈话", "talk on appointment"}},
        {"filing", {"备案", "filing"}},
        {"record_book", {"纪实完整", "process record complete"}},
        {"probation", {"规定试用期", "probation set"}}};
    for (const auto& [name, words] : names)
        if (name == code) return std::string(words.in(l));
    return std::string(code);
}

/// The code of what told a kind, or was lacking for it, as JSON has it.
[[nodiscard]] constexpr std::string_view code_of(kind_ground g) noexcept {
    constexpr std::string_view codes[] = {
        "rank_raised",    "level_rises",    "level_falls", "rank_to_leading", "first_post",
        "same_level",     "by_declaration", "importance",  "no_target",       "target_level",
        "target_leading", "not_leading",    "no_career",   "level_held",      "held_leading",
        "ranks_held",     "career_in_doubt"};
    return codes[static_cast<std::size_t>(g)];
}

[[nodiscard]] constexpr std::string_view code_of(kind_agreement a) noexcept {
    constexpr std::string_view codes[] = {"agrees", "differs", "not_derived", "not_declared",
                                          "unknown"};
    return codes[static_cast<std::size_t>(a)];
}

[[nodiscard]] constexpr std::string_view code_of(approval_order a) noexcept {
    constexpr std::string_view codes[] = {"before", "on_the_day", "after", "not_approved",
                                          "unknown"};
    return codes[static_cast<std::size_t>(a)];
}

[[nodiscard]] inline std::string order_words(approval_order a, language l) {
    constexpr phrase names[] = {{"讨论决定以前", "before the discussion"},
                                {"讨论决定当日", "on the day of the discussion"},
                                {"讨论决定以后", "after the discussion"},
                                {"未批复", "not approved"},
                                {"未载明", "not on record"}};
    return std::string(names[static_cast<std::size_t>(a)].in(l));
}

/// Why the records give that kind, or for want of what they give none.
[[nodiscard]] inline std::string ground_words(const annual_appointment& a, language l) {
    const bool zh = l == language::zh;
    const auto named = [&](const std::optional<xuanren::level>& of) {
        return of ? word_in(*of, l) : std::string(zh ? "（未载明）" : "(not on record)");
    };
    switch (a.ground) {
        case kind_ground::rank_raised:
            return zh ? "没有职位，晋升职级" : "no post, a rank";
        case kind_ground::level_rises:
            if (!a.held)
                return zh ? "任" + named(a.target) + "，层次上升"
                          : "the level rises to " + named(a.target);
            return zh ? "由" + named(a.held) + "任" + named(a.target) + "，层次上升"
                      : "from " + named(a.held) + " to " + named(a.target) + ": the level rises";
        case kind_ground::level_falls:
            return zh ? "由" + named(a.held) + "任" + named(a.target) + "，层次下降"
                      : "from " + named(a.held) + " to " + named(a.target) + ": the level falls";
        case kind_ground::rank_to_leading:
            return zh ? "原不担任领导职务，任" + named(a.target) + "领导职务"
                      : "held no leading post, leads now at " + named(a.target);
        case kind_ground::first_post:
            return zh ? "此前没有任职和职级" : "neither post nor rank before";
        case kind_ground::same_level:
            return zh ? "层次和正副职均与原任相同" : "level and role as before";
        case kind_ground::by_declaration:
            return zh ? "免职、退休、挂职、调任以申报为准"
                      : "removals, retirements, secondments and entries are told by declaration";
        case kind_ground::importance:
            return zh ? "与原任同为" + named(a.target) +
                            "，两个职位的轻重未载，平级交流与进一步使用不能区分"
                      : "the same level, " + named(a.target) +
                            "; which post is more important is not on record, so that lateral and "
                            "further use cannot be told apart";
        case kind_ground::no_target:
            return zh ? "拟任职位或者职级未载" : "neither post nor rank on record";
        case kind_ground::target_level:
            return zh ? "拟任职位的层次未载" : "level of the post not on record";
        case kind_ground::target_leading:
            return zh ? "拟任职位是否领导职务未载" : "not on record whether the post leads";
        case kind_ground::not_leading:
            return zh ? "所任不是领导职务" : "the post is no leading one";
        case kind_ground::no_career:
            return zh ? "任职经历未载" : "career not on record";
        case kind_ground::level_held:
            return zh ? "原任层次不能确定" : "the level held cannot be told";
        case kind_ground::held_leading:
            return zh ? "原任是否领导职务不能确定" : "whether the post held leads cannot be told";
        case kind_ground::ranks_held:
            return zh ? "此前有没有职级未载" : "not on record whether there was a rank before";
        case kind_ground::career_in_doubt:
            return zh ? "任职日期不够精确，决定以前的任职不能确定"
                      : "dates are too coarse to tell what came before the decision";
    }
    return {};
}

}  // namespace detail

}  // namespace xuanren
