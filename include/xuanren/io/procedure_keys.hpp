// include/xuanren/io/procedure_keys.hpp
#pragma once

#include <xuanren/io/shape.hpp>
#include <xuanren/records/procedure.hpp>

namespace xuanren::detail {

template <>
struct record_keys<dated_step> {
    static constexpr std::string_view name = "dated_step", zh = "环节", en = "a step";
    static constexpr key_shape keys[] = {key<&dated_step::on>("on", plain, "日期", "on")};
};

template <>
struct record_keys<motion> {
    static constexpr std::string_view name = "motion", zh = "动议", en = "motion";
    static constexpr key_shape keys[] = {
        key<&motion::on>("on", plain, "日期", "on"),
        key<&motion::document>("document", plain, "文号", "document"),
        key<&motion::reported>("reported", nullable, "报告主要负责人日期；null为未报告",
                               "reported to the principal on; null: not"),
        key<&motion::communicated>("communicated", nullable, "沟通酝酿日期；null为未沟通",
                                   "communicated on; null: not"),
    };
};

template <>
struct record_keys<recommendation_talks> {
    static constexpr std::string_view name = "recommendation_talks", zh = "谈话调研推荐",
                                      en = "talks of the recommendation";
    static constexpr key_shape keys[] = {
        key<&recommendation_talks::from>("from", plain, "起", "from"),
        key<&recommendation_talks::to>("to", nullable, "止；null为未结束", "to; null: not ended"),
        key<&recommendation_talks::people>("people", plain, "谈话人数", "people heard"),
    };
};

template <>
struct record_keys<recommendation_meeting> {
    static constexpr std::string_view name = "recommendation_meeting", zh = "会议推荐",
                                      en = "meeting of the recommendation";
    static constexpr key_shape keys[] = {
        key<&recommendation_meeting::on>("on", plain, "日期", "on"),
        key<&recommendation_meeting::entitled>("entitled", plain, "应参加人数",
                                               "entitled to attend"),
        key<&recommendation_meeting::attended>("attended", plain, "实际参加人数", "attended"),
        key<&recommendation_meeting::reference_candidates>("reference_candidates", plain,
                                                           "参考人选数", "reference candidates"),
        key<&recommendation_meeting::posts>("posts", plain, "推荐职位数；定向推荐缺则为一",
                                            "posts recommended for; one where directed and "
                                            "absent"),
    };
};

template <>
struct record_keys<recommendation_waiver> {
    static constexpr std::string_view name = "recommendation_waiver", zh = "不进行民主推荐",
                                      en = "why there was no recommendation";
    static constexpr key_shape keys[] = {
        key<&recommendation_waiver::because>("because", plain, "情形", "ground"),
        key<&recommendation_waiver::approved>("approved", nullable, "批准日期；null为未批准",
                                              "approved on; null: not"),
        key<&recommendation_waiver::small_unit>("small_unit", plain, "单位人数较少",
                                                "the unit is small"),
        key<&recommendation_waiver::same_people>("same_people", plain, "两次推荐人员范围基本相同",
                                                 "the same people would attend"),
        key<&recommendation_waiver::opinions_agree>("opinions_agree", plain, "谈话意见集中",
                                                    "opinions agree"),
    };
};

template <>
struct record_keys<recommendation> {
    static constexpr std::string_view name = "recommendation", zh = "民主推荐",
                                      en = "democratic recommendation";
    static constexpr key_shape keys[] = {
        key<&recommendation::directed>("directed", plain, "定向推荐", "for a named post"),
        key<&recommendation::for_post>("for_post", nullable | identifier,
                                       "推荐的职位编号；null为非定向",
                                       "id of the post; null: none named"),
        key<&recommendation::talks>("talks", nullable, "谈话调研推荐；null为未进行",
                                    "talks; null: none"),
        key<&recommendation::meeting>("meeting", nullable, "会议推荐；null为未进行",
                                      "meeting; null: none"),
        key<&recommendation::waived>("waived", nullable, "不进行民主推荐；null为否",
                                     "waived; null: not"),
        key<&recommendation::opinions_heard>("opinions_heard", nullable,
                                             "听取意见日期（进一步使用）；null为未听取",
                                             "opinions heard on, of further use; null: not"),
        key<&recommendation::covers_all_posts>("covers_all_posts", plain, "换届全额定向推荐",
                                               "covers all posts of a term renewal"),
    };
};

template <>
struct record_keys<excluded_candidate> {
    static constexpr std::string_view name = "excluded_candidate", zh = "未列为考察对象者",
                                      en = "one who was left out";
    static constexpr key_shape keys[] = {
        key<&excluded_candidate::id>("id", identifier, "干部编号或姓名", "id of a cadre, or name"),
        key<&excluded_candidate::because>("because", plain, "原因", "reason"),
    };
};

template <>
struct record_keys<candidates_step> {
    static constexpr std::string_view name = "candidates", zh = "确定考察对象",
                                      en = "setting of those to be inspected";
    static constexpr key_shape keys[] = {
        key<&candidates_step::on>("on", plain, "日期", "on"),
        key<&candidates_step::names>("names", plain, "人选数", "number of names"),
        key<&candidates_step::excluded>("excluded", plain, "未列入者", "left out"),
        key<&candidates_step::new_to_team>("new_to_team", plain, "拟新进领导班子",
                                           "to enter the team for the first time"),
    };
};

template <>
struct record_keys<inspection> {
    static constexpr std::string_view name = "inspection", zh = "考察", en = "inspection";
    static constexpr key_shape keys[] = {
        key<&inspection::preview>("preview", nullable, "考察预告日期；null为未预告",
                                  "announced on; null: not"),
        key<&inspection::from>("from", plain, "起", "from"),
        key<&inspection::to>("to", nullable, "止；null为未结束", "to; null: not ended"),
        key<&inspection::publicised>("publicised", nullable, "公布范围内告知日期；null为未公布",
                                     "made public on; null: not"),
        key<&inspection::team>("team", plain, "考察组成员（编号或姓名）", "team: ids or names"),
        key<&inspection::talks>("talks", plain, "谈话人数", "talks"),
    };
};

template <>
struct record_keys<archive_check> {
    static constexpr std::string_view name = "archive_review", zh = "档案审核",
                                      en = "archive check";
    static constexpr key_shape keys[] = {
        key<&archive_check::on>("on", plain, "日期", "on"),
        key<&archive_check::finding>("finding", plain, "结论", "finding"),
        key<&archive_check::signed_off>("signed", plain, "审核表已签字", "the form is signed"),
    };
};

template <>
struct record_keys<personal_matters_check> {
    static constexpr std::string_view name = "personal_matters_check", zh = "个人有关事项核查",
                                      en = "check of personal matters";
    static constexpr key_shape keys[] = {
        key<&personal_matters_check::on>("on", plain, "日期", "on"),
        key<&personal_matters_check::finding>("finding", plain, "结论", "finding"),
    };
};

template <>
struct record_keys<integrity_request> {
    static constexpr std::string_view name = "integrity_opinion", zh = "廉洁自律意见",
                                      en = "opinion on integrity";
    static constexpr key_shape keys[] = {
        key<&integrity_request::requested>("requested", plain, "征求日期", "requested on"),
        key<&integrity_request::on>("on", nullable, "回复日期；null为未回复",
                                    "answered on; null: not"),
        key<&integrity_request::opinion>("opinion", plain, "意见", "opinion"),
    };
};

template <>
struct record_keys<petition_check> {
    static constexpr std::string_view name = "petition_check", zh = "信访举报查核",
                                      en = "check of petitions";
    static constexpr key_shape keys[] = {
        key<&petition_check::on>("on", plain, "日期", "on"),
        key<&petition_check::finding>("finding", plain, "结论", "finding"),
    };
};

template <>
struct record_keys<integrity_conclusion> {
    static constexpr std::string_view name = "integrity_conclusion", zh = "廉洁自律结论性意见",
                                      en = "conclusion on integrity";
    static constexpr key_shape keys[] = {
        key<&integrity_conclusion::on>("on", plain, "日期", "on"),
        key<&integrity_conclusion::signed_by>("signed_by", plain, "签字人", "signed by"),
    };
};

template <>
struct record_keys<audit> {
    static constexpr std::string_view name = "audit", zh = "经济责任审计", en = "audit";
    static constexpr key_shape keys[] = {
        key<&audit::required>("required", plain, "须审计", "required"),
        key<&audit::on>("on", nullable, "日期；null为未审计", "on; null: not done"),
        key<&audit::finding>("finding", plain, "结论", "finding"),
    };
};

template <>
struct record_keys<other_side> {
    static constexpr std::string_view name = "other_side", zh = "双重管理的协管方",
                                      en = "other side of a dual management";
    static constexpr key_shape keys[] = {
        key<&other_side::asked>("asked", plain, "征求日期", "asked on"),
        key<&other_side::answered>("answered", nullable, "答复日期；null为未答复",
                                   "answered on; null: not"),
        key<&other_side::opinion>("opinion", plain, "意见", "opinion"),
        key<&other_side::coordinated>("coordinated", nullable, "上级协调日期；null为未协调",
                                      "settled by the superior on; null: not"),
    };
};

template <>
struct record_keys<united_front_opinion> {
    static constexpr std::string_view name = "united_front", zh = "统战部门意见",
                                      en = "opinion of the united front department";
    static constexpr key_shape keys[] = {
        key<&united_front_opinion::on>("on", plain, "日期", "on"),
        key<&united_front_opinion::opinion>("opinion", plain, "意见", "opinion"),
    };
};

template <>
struct record_keys<consultation> {
    static constexpr std::string_view name = "consultation", zh = "酝酿", en = "consultation";
    static constexpr key_shape keys[] = {
        key<&consultation::on>("on", plain, "日期", "on"),
        key<&consultation::other_side>("other_side", nullable, "协管方；null为非双重管理",
                                       "other side; null: no dual management"),
        key<&consultation::united_front>("united_front", nullable, "统战部门意见；null为不需要",
                                         "united front opinion; null: not needed"),
    };
};

template <>
struct record_keys<recusal> {
    static constexpr std::string_view name = "recusal", zh = "回避", en = "one who recused himself";
    static constexpr key_shape keys[] = {
        key<&recusal::id>("id", identifier, "干部编号或姓名", "id of a cadre, or name"),
        key<&recusal::because>("because", plain, "原因", "reason"),
        key<&recusal::left>("left", plain, "已离场", "left the room"),
    };
};

template <>
struct record_keys<reconsideration> {
    static constexpr std::string_view name = "reconsideration", zh = "复议", en = "reconsideration";
    static constexpr key_shape keys[] = {
        key<&reconsideration::on>("on", plain, "日期", "on"),
        key<&reconsideration::in_favour>("in_favour", plain, "同意数", "in favour"),
    };
};

template <>
struct record_keys<plenary_ballot> {
    static constexpr std::string_view name = "plenary_ballot", zh = "全委会表决",
                                      en = "plenary ballot";
    static constexpr key_shape keys[] = {
        key<&plenary_ballot::on>("on", plain, "日期", "on"),
        key<&plenary_ballot::due>("due", plain, "应到人数", "due"),
        key<&plenary_ballot::present>("present", plain, "到会人数", "present"),
        key<&plenary_ballot::in_favour>("in_favour", plain, "同意数", "in favour"),
        key<&plenary_ballot::secret>("secret", plain, "无记名投票", "by secret ballot"),
    };
};

template <>
struct record_keys<discussion> {
    static constexpr std::string_view name = "discussion", zh = "讨论决定",
                                      en = "discussion and decision";
    static constexpr key_shape keys[] = {
        key<&discussion::on>("on", plain, "日期，即决定日期", "on: the decision date"),
        key<&discussion::body>("body", plain, "讨论决定机构", "deciding body"),
        key<&discussion::members>("members", plain, "应有成员数", "members of the body"),
        key<&discussion::due>("due", plain, "应到会人数；缺则为全体成员",
                              "due; absent: all members"),
        key<&discussion::present>("present", plain, "到会人数", "present"),
        key<&discussion::in_favour>("in_favour", plain, "同意数", "in favour"),
        key<&discussion::against>("against", plain, "不同意数", "against"),
        key<&discussion::deferred>("deferred", plain, "缓议数", "for deferring"),
        key<&discussion::attendees>("attendees", plain, "到会者（编号或姓名）",
                                    "present: ids or names"),
        key<&discussion::recused>("recused", plain, "回避者", "recused"),
        key<&discussion::principal_spoke_last>("principal_spoke_last", plain, "主要负责人末位表态",
                                               "the principal spoke last"),
        key<&discussion::each_stated>("each_stated", plain, "逐一发表意见", "each stated a view"),
        key<&discussion::exception_explained>("exception_explained", nullable,
                                              "说明破格等情形；null为无须说明",
                                              "the exception was explained; null: none"),
        key<&discussion::ballot>("ballot", plain, "表决方式", "ballot"),
        key<&discussion::reconsidered>("reconsidered", nullable, "复议；null为未复议",
                                       "reconsideration; null: none"),
        key<&discussion::plenary_ballot>("plenary_ballot", nullable, "全委会表决；null为无",
                                         "plenary ballot; null: none"),
        key<&discussion::members_asked>("members_asked", nullable,
                                        "征求全委会成员意见日期；null为未征求",
                                        "members of the plenary asked on; null: not"),
    };
};

template <>
struct record_keys<integrity_exam> {
    static constexpr std::string_view name = "integrity_exam", zh = "任前廉政考试",
                                      en = "integrity exam";
    static constexpr key_shape keys[] = {
        key<&integrity_exam::on>("on", plain, "日期", "on"),
        key<&integrity_exam::score>("score", plain, "得分", "score"),
        key<&integrity_exam::pass_mark>("pass_mark", plain, "合格线", "pass mark"),
    };
};

template <>
struct record_keys<notice> {
    static constexpr std::string_view name = "notice", zh = "任前公示", en = "public notice";
    static constexpr key_shape keys[] = {
        key<&notice::from>("from", plain, "起", "from"),
        key<&notice::to>("to", nullable, "止；null为未结束", "to; null: not ended"),
        key<&notice::states_exception>("states_exception", plain, "说明破格情形",
                                       "states the exception"),
        key<&notice::objections>("objections", plain, "反映意见数", "objections"),
        key<&notice::result>("result", plain, "结果", "result"),
        key<&notice::text>("text", plain, "公示期原文", "the period as written"),
        key<&notice::legible>("legible", plain, "清晰可读", "can be read"),
        key<&notice::complete>("complete", plain, "内容真实完整", "contents true and complete"),
    };
};

template <>
struct record_keys<appointment_letter> {
    static constexpr std::string_view name = "appointment_letter", zh = "任职发文",
                                      en = "letter of appointment";
    static constexpr key_shape keys[] = {
        key<&appointment_letter::on>("on", plain, "发文日期", "letter of"),
        key<&appointment_letter::effective>("effective", plain, "生效日期，占职数起算",
                                            "effective: the seat counts from here"),
        key<&appointment_letter::text>("text", plain, "发文原文", "its words"),
    };
};

template <>
struct record_keys<record_book> {
    static constexpr std::string_view name = "record_book", zh = "全程纪实",
                                      en = "record of the process";
    static constexpr key_shape keys[] = {
        key<&record_book::complete>("complete", plain, "完整", "complete"),
        key<&record_book::missing>("missing", plain, "缺失材料", "missing papers"),
    };
};

template <>
struct record_keys<departure> {
    static constexpr std::string_view name = "departure", zh = "未按一般要求的说明",
                                      en = "reason for departing from the ordinary";
    static constexpr key_shape keys[] = {
        key<&departure::rule>("rule", plain, "规则编号", "id of the rule"),
        key<&departure::because>("because", plain, "理由", "reason"),
    };
};

template <>
struct record_keys<procedure> {
    static constexpr std::string_view name = "procedure", zh = "选任程序；环节为null即未进行",
                                      en = "the steps; a null step was not done";
    static constexpr key_shape keys[] = {
        key<&procedure::analysis>("analysis", nullable, "分析研判", "analysis"),
        key<&procedure::motion>("motion", nullable, "动议", "motion"),
        key<&procedure::recommendation>("recommendation", nullable, "民主推荐", "recommendation"),
        key<&procedure::candidates>("candidates", nullable, "确定考察对象", "candidates"),
        key<&procedure::inspection>("inspection", nullable, "考察", "inspection"),
        key<&procedure::archive_review>("archive_review", nullable, "档案审核", "archive check"),
        key<&procedure::personal_matters_check>("personal_matters_check", nullable,
                                                "个人有关事项核查", "check of personal matters"),
        key<&procedure::integrity_opinion>("integrity_opinion", nullable, "廉洁自律意见",
                                           "opinion on integrity"),
        key<&procedure::petition_check>("petition_check", nullable, "信访举报查核", "petitions"),
        key<&procedure::integrity_conclusion>("integrity_conclusion", nullable,
                                              "廉洁自律结论性意见", "conclusion on integrity"),
        key<&procedure::audit>("audit", nullable, "经济责任审计", "audit"),
        key<&procedure::consultation>("consultation", nullable, "酝酿", "consultation"),
        key<&procedure::discussion>("discussion", nullable, "讨论决定", "discussion"),
        key<&procedure::integrity_exam>("integrity_exam", nullable, "任前廉政考试",
                                        "integrity exam"),
        key<&procedure::notice>("notice", nullable, "任前公示", "public notice"),
        key<&procedure::appointment>("appointment", nullable, "任职发文", "letter of appointment"),
        key<&procedure::talk>("talk", nullable, "任职谈话", "talk"),
        key<&procedure::filing>("filing", nullable, "备案", "filing"),
        key<&procedure::record_book>("record_book", nullable, "全程纪实", "record of the process"),
        key<&procedure::departures>("departures", nullable, "未按一般要求的说明；null为无",
                                    "departures explained; null: none"),
    };
};

}  // namespace xuanren::detail
