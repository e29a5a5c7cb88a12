// include/xuanren/report/place.hpp
#pragma once

#include <xuanren/engine/fact.hpp>
#include <xuanren/report/language.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace xuanren {

namespace detail {

struct key_name {
    std::string_view key;
    phrase name;
};

/// Sections and lists of a dossier, with the word that counts their entries.
inline constexpr key_name list_names[] = {
    {"organisations", {"机构", "organisation"}},
    {"posts", {"职位", "post"}},
    {"cadres", {"干部", "cadre"}},
    {"appointments", {"任免事项", "appointment"}},
    {"establishments", {"“三定”规定", "establishment"}},
    {"seats", {"领导职数", "seats"}},
    {"rank_seats", {"职级职数", "rank seats"}},
    {"events", {"机构事项", "event"}},
    {"tenures", {"任职经历", "tenure"}},
    {"ranks", {"职级经历", "rank"}},
    {"assessments", {"年度考核", "assessment"}},
    {"sanctions", {"处分处理", "sanction"}},
    {"training", {"培训", "training"}},
    {"relatives", {"家庭成员", "relative"}},
    {"education", {"学历学位", "education"}},
    {"qualifications", {"任职资格", "qualification"}},
    {"professional_titles", {"专业技术职务", "professional title"}},
    {"service_breaks", {"工龄中断", "service break"}},
    {"born_documents", {"出生时间材料", "paper on birth"}},
    {"prior_reports", {"事前报告", "prior report"}},
    {"attestations", {"研判结论", "attestation"}},
    {"departures", {"偏离说明", "departure"}},
    {"records", {"记录", "records"}},
    {"party", {"党籍", "Party membership"}},
    {"personal_matters", {"个人有关事项", "personal matters"}},
    {"archive", {"干部档案", "archive"}},
    {"investigation", {"审查调查", "investigation"}},
    {"procedure", {"选任程序", "procedure"}},
    {"exceptional", {"破格", "exceptional promotion"}},
    {"analysis", {"分析研判", "analysis"}},
    {"motion", {"动议", "motion"}},
    {"recommendation", {"民主推荐", "recommendation"}},
    {"candidates", {"确定考察对象", "setting of the candidates"}},
    {"inspection", {"考察", "inspection"}},
    {"archive_review", {"档案审核", "archive review"}},
    {"personal_matters_check", {"个人事项查核", "personal matters check"}},
    {"integrity_opinion", {"廉洁意见", "integrity opinion"}},
    {"petition_check", {"信访核查", "petition check"}},
    {"integrity_conclusion", {"廉洁结论", "integrity conclusion"}},
    {"audit", {"审计", "audit"}},
    {"consultation", {"酝酿", "consultation"}},
    {"discussion", {"讨论决定", "discussion"}},
    {"integrity_exam", {"廉政考试", "integrity exam"}},
    {"notice", {"任前公示", "notice"}},
    {"appointment", {"任职", "letter of appointment"}},
    {"talk", {"任职谈话", "talk"}},
    {"filing", {"备案", "filing"}},
    {"record_book", {"纪实", "process record"}},
};

/// Fields, as the forms of the field name them.
inline constexpr key_name field_names[] = {
    {"id", {"编号", "id"}},
    {"name", {"姓名", "name"}},
    {"born", {"出生时间", "date of birth"}},
    {"sex", {"性别", "sex"}},
    {"health", {"健康状况", "health"}},
    {"nationality", {"国籍", "nationality"}},
    {"party", {"党籍", "Party membership"}},
    {"work_started", {"参加工作时间", "start of work"}},
    {"civil_servant_since", {"公务员登记时间", "civil servant since"}},
    {"service_breaks", {"工龄中断", "service breaks"}},
    {"education", {"学历学位", "education"}},
    {"tenures", {"任职经历", "tenures"}},
    {"ranks", {"职级经历", "ranks"}},
    {"assessments", {"年度考核", "assessments"}},
    {"sanctions", {"处分处理", "sanctions"}},
    {"investigation", {"审查调查", "investigation"}},
    {"training", {"培训", "training"}},
    {"relatives", {"家庭成员", "relatives"}},
    {"from", {"起始日", "first day"}},
    {"to", {"截止日", "last day"}},
    {"on", {"日期", "date"}},
    {"decided", {"任职决定日", "day of decision"}},
    {"noticed", {"任职通知日", "day of the letter"}},
    {"level", {"层次", "level"}},
    {"rank", {"职级", "rank"}},
    {"role", {"正副职", "role"}},
    {"leading", {"是否领导职务", "whether a leading post"}},
    {"kind", {"类别", "kind"}},
    {"change", {"任职变动", "kind of change"}},
    {"title", {"职务名称", "title"}},
    {"place", {"工作地点", "place of work"}},
    {"grassroots", {"基层经历", "grassroots service"}},
    {"probation", {"试用期", "probation"}},
    {"exceptional", {"破格", "exceptional promotion"}},
    {"year", {"年度", "year"}},
    {"result", {"结果", "result"}},
    {"influence_until", {"影响期止", "end of the influence period"}},
    {"revoked", {"撤销", "revocation"}},
    {"conduct", {"违纪违法行为", "conduct"}},
    {"hours", {"学时", "hours"}},
    {"membership", {"政治面貌", "membership"}},
    {"full_member", {"转正时间", "full member since"}},
    {"joined", {"入党时间", "joined"}},
    {"members", {"应有成员数", "members"}},
    {"due", {"应到会人数", "members due"}},
    {"present", {"到会人数", "members present"}},
    {"in_favour", {"同意票数", "votes in favour"}},
    {"against", {"反对票数", "votes against"}},
    {"recused", {"回避人员", "recused members"}},
    {"body", {"决定机构", "deciding body"}},
    {"reported", {"报告日", "day of the report"}},
    {"requested", {"呈报日", "day of the request"}},
    {"approved", {"批复日", "day of the approval"}},
    {"approved_by", {"批准机关", "approving body"}},
    {"breaks", {"所破条款", "clauses set aside"}},
    {"ground", {"破格情形", "ground"}},
    {"type", {"破格类型", "type"}},
    {"effective", {"任职生效日", "day of effect"}},
    {"team", {"考察组", "team"}},
    {"headcount", {"编制数", "headcount"}},
    {"seats", {"领导职数", "seats"}},
    {"count", {"数量", "count"}},
    {"opinion", {"意见", "opinion"}},
    {"finding", {"结论", "finding"}},
    {"waived", {"不经民主推荐", "waiver"}},
    {"directed", {"定向推荐", "directed recommendation"}},
    {"for_post", {"推荐职位", "post recommended for"}},
    {"states_exception", {"公示破格情况", "statement of the exception"}},
    {"principal_spoke_last", {"主要负责人末位表态", "principal spoke last"}},
    {"each_stated", {"逐一表态", "each stated a view"}},
    {"procedure", {"选任程序", "procedure"}},
    {"post", {"职位", "post"}},
    {"to_rank", {"拟晋升职级", "rank proposed"}},
    {"way", {"选任方式", "way"}},
    {"prior_reports", {"事前报告", "prior reports"}},
    {"criminal", {"犯罪记录", "criminal record"}},
    {"expelled_from_party", {"开除党籍", "expulsion from the Party"}},
    {"discharged", {"开除公职", "discharge"}},
    {"dishonesty_list", {"失信联合惩戒", "list of dishonest persons"}},
    {"political_discipline", {"违反政治纪律", "breach of political discipline"}},
    {"canvassing", {"拉票等非组织行为", "canvassing"}},
    {"marital_status", {"婚姻状况", "marital status"}},
    {"relatives_declared", {"亲属申报情况", "declaration of relatives"}},
    {"close_staff_of", {"领导身边工作人员", "close staff"}},
    {"training_hours_required", {"应训学时", "training hours required"}},
    {"tier", {"层级", "tier"}},
    {"committee", {"党委成员身份", "committee membership"}},
    {"elected", {"是否选举产生", "whether elected"}},
    {"team_member", {"是否班子成员", "whether of the leading team"}},
    {"party_post", {"是否党的领导职务", "whether a Party post"}},
    {"main_leader", {"是否主要领导", "whether a main leader"}},
    {"special", {"是否特殊岗位", "whether a special post"}},
    {"emigration_restricted", {"是否限制岗位", "whether restricted for emigration"}},
    {"qualifications", {"法定资格", "legal qualifications"}},
    {"talks", {"谈话推荐", "talks"}},
    {"meeting", {"会议推荐", "meeting"}},
    {"names", {"考察对象人数", "number of candidates"}},
    {"ballot", {"表决方式", "ballot"}},
    {"deferred", {"缓议票数", "votes deferred"}},
    {"reconsidered", {"复议", "reconsideration"}},
    {"exception_explained", {"破格情况说明", "explanation of the exception"}},
    {"preview", {"考察预告", "preview"}},
    {"publicised", {"公开方式", "publicity"}},
    {"objections", {"异议件数", "objections"}},
    {"vacates", {"免去职位", "posts vacated"}},
    {"general_posts", {"综合管理类职位数", "general posts"}},
    {"rank_seats", {"职级职数", "rank seats"}},
    {"establishments", {"“三定”规定", "establishment"}},
};

/// The name of a key, or the key with blanks where no name is known.
[[nodiscard]] inline std::string key_words(std::string_view key, language l, bool is_field) {
    const auto search = [&](const auto& table) -> const key_name* {
        for (const key_name& row : table)
            if (row.key == key) return &row;
        return nullptr;
    };
    const key_name* found = is_field ? search(field_names) : search(list_names);
    if (found == nullptr) found = is_field ? search(list_names) : search(field_names);
    if (found != nullptr) return std::string(found->name.in(l));
    std::string out(key);
    std::replace(out.begin(), out.end(), '_', ' ');
    return out;
}

/// 任职经历第3条; tenure 3. A part of the procedure is named by itself.
[[nodiscard]] inline std::string entry_words(std::string_view key, int position, language l) {
    std::string name = key_words(key, l, false);
    if (position < 0) return name;
    const std::string count = std::to_string(position + 1);
    return l == language::zh ? name + "第" + count + "条" : name + " " + count;
}

}  // namespace detail

/// What the entries of a dossier's organisations and posts are called, by position.
struct place_names {
    std::vector<std::string> organisations;
    std::vector<std::string> posts;
};

/// Where a value was read, as an officer would look it up 出处: 任职经历第3条的任职决定日;
/// day of decision of tenure 3. Empty where it was not read from a dossier.
///
/// The candidate and the appointment at hand are not named; an organisation or post is, by its
/// name or else its position in the file.
[[nodiscard]] inline std::string in_words(const provenance& source, language l, const place_names* names = nullptr) {
    if (source.section == nullptr) return {};
    const std::string_view section = source.section;
    std::vector<std::string> parts;
    if (section != "cadres" && section != "appointments") {
        const auto at = static_cast<std::size_t>(source.index < 0 ? 0 : source.index);
        const std::vector<std::string>* known = names == nullptr            ? nullptr
                                                : section == "organisations" ? &names->organisations
                                                : section == "posts"         ? &names->posts
                                                                             : nullptr;
        if (known != nullptr && source.index >= 0 && at < known->size() && !(*known)[at].empty())
            parts.push_back((l == language::zh ? "“" : "\"") + (*known)[at] + (l == language::zh ? "”" : "\""));
        else
            parts.push_back(detail::entry_words(section, source.index, l));
    }
    if (source.list != nullptr && std::string_view(source.list) != "procedure")
        parts.push_back(detail::entry_words(source.list, source.item, l));
    std::string_view rest = source.field == nullptr ? std::string_view() : std::string_view(source.field);
    while (!rest.empty()) {
        const std::size_t slash = rest.find('/');
        // Within a path a key stands for a record, at its end for what is read.
        parts.push_back(detail::key_words(rest.substr(0, slash), l, slash == rest.npos));
        rest = slash == rest.npos ? std::string_view() : rest.substr(slash + 1);
    }
    if (parts.empty()) return detail::entry_words(section, source.index, l);
    std::string out;
    if (l == language::zh) {
        for (const std::string& part : parts) out += (out.empty() ? "" : "的") + part;
        return out;
    }
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) out += (out.empty() ? "" : " of ") + *part;
    return out;
}

}  // namespace xuanren
