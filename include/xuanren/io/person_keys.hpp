// include/xuanren/io/person_keys.hpp
#pragma once

#include <xuanren/io/shape.hpp>
#include <xuanren/records/conduct.hpp>
#include <xuanren/records/relative.hpp>
#include <xuanren/records/tenure.hpp>

namespace xuanren::detail {

template <>
struct record_keys<period_of_time> {
    static constexpr std::string_view name = "period", zh = "时段", en = "a stretch of time";
    static constexpr key_shape keys[] = {
        key<&period_of_time::from>("from", plain, "起", "from"),
        key<&period_of_time::to>("to", nullable, "止；null为至今", "until; null: to the present"),
    };
};

template <>
struct record_keys<tenure_exceptional> {
    static constexpr std::string_view name = "tenure_exceptional", zh = "破格任职",
                                      en = "exceptional promotion of a tenure";
    static constexpr key_shape keys[] = {
        key<&tenure_exceptional::breaks>("breaks", plain, "突破的规则编号",
                                         "ids of the rules broken"),
        key<&tenure_exceptional::approved>("approved", nullable, "批复日期；null为未批复",
                                           "approved on; null: not"),
    };
};

template <>
struct record_keys<probation> {
    static constexpr std::string_view name = "probation", zh = "试用期", en = "probation";
    static constexpr key_shape keys[] = {
        key<&probation::months>("months", plain, "月数", "months"),
        key<&probation::ended>("ended", nullable, "期满日；null为未满", "ended on; null: not yet"),
        key<&probation::confirmed>("confirmed", plain, "经考核转正", "confirmed"),
        key<&probation::assessed>("assessed", nullable, "期满考核日；null为未考核",
                                  "assessed at its end on; null: not"),
    };
};

template <>
struct record_keys<service_place> {
    static constexpr std::string_view name = "place", zh = "工作地点", en = "where it was served";
    static constexpr key_shape keys[] = {
        key<&service_place::kind>("kind", plain, "地点类别", "kind of place"),
        key<&service_place::by>("by", plain, "到岗方式", "posted or seconded"),
    };
};

template <>
struct record_keys<removal> {
    static constexpr std::string_view name = "removal", zh = "免职", en = "removal from the post";
    static constexpr key_shape keys[] = {
        key<&removal::decided>("decided", plain, "决定日期", "decided on"),
        key<&removal::reason>("reason", plain, "原因", "reason"),
        key<&removal::document>("document", plain, "文号", "document"),
    };
};

template <>
struct record_keys<off_quota> {
    static constexpr std::string_view name = "off_quota", zh = "不占职数的依据",
                                      en = "why no seat is taken";
    static constexpr key_shape keys[] = {
        key<&off_quota::reason>("reason", plain, "原因", "reason"),
        key<&off_quota::document>("document", plain, "文号", "document"),
    };
};

template <>
struct record_keys<tenure> {
    static constexpr std::string_view name = "tenure", zh = "任职经历", en = "a post held";
    static constexpr key_shape keys[] = {
        key<&tenure::post>("post", identifier, "职位编号（本卷宗内）",
                           "id of a post of this document"),
        key<&tenure::title>("title", plain, "职务名称", "title"),
        key<&tenure::organisation>("organisation", identifier, "机构编号", "id of an organisation"),
        key<&tenure::level>("level", nullable, "职务层次；null为不定层次",
                            "level; null: outside the levels"),
        key<&tenure::role>("role", plain, "职务身份", "role"),
        key<&tenure::leading>("leading", plain, "领导职务", "a leading post"),
        key<&tenure::from>("from", plain, "起", "from"),
        key<&tenure::to>("to", nullable, "止；null为至今", "until; null: to the present"),
        key<&tenure::decided>("decided", plain, "决定任职日期，任职时间起算",
                              "decided on: the tenure starts"),
        key<&tenure::noticed>("noticed", plain, "任职通知日期，试用期起算",
                              "noticed on: probation starts"),
        key<&tenure::method>("method", plain, "任职方式", "how it was filled"),
        key<&tenure::concurrent_approved>("concurrent_approved", nullable,
                                          "兼职批准日期；null为未批准",
                                          "second post approved on; null: not"),
        key<&tenure::concurrent_paid>("concurrent_paid", nullable, "兼职领取报酬；null为不适用",
                                      "second post paid; null: does not apply"),
        key<&tenure::change>("change", plain, "职务变动类别", "what it changed"),
        key<&tenure::exceptional>("exceptional", nullable, "破格任职；null为否",
                                  "exceptional promotion; null: none"),
        key<&tenure::kind>("kind", plain, "任职性质", "in what way it is held"),
        key<&tenure::probation>("probation", nullable, "试用期；null为无", "probation; null: none"),
        key<&tenure::place>("place", plain, "工作地点", "where it was served"),
        key<&tenure::grassroots>("grassroots", plain, "基层工作经历", "grassroots service"),
        key<&tenure::military_level>("military_level", nullable, "军队职务层次；null为无",
                                     "military level; null: none"),
        key<&tenure::removal>("removal", nullable, "免职；null为未免职", "removal; null: none"),
        key<&tenure::takes_seat>("takes_seat", plain, "占职数", "takes a seat"),
        key<&tenure::off_quota>("off_quota", nullable, "不占职数的依据；null为无",
                                "why no seat is taken; null: none"),
    };
};

template <>
struct record_keys<rank_held> {
    static constexpr std::string_view name = "rank_held", zh = "职级", en = "a rank held";
    static constexpr key_shape keys[] = {
        key<&rank_held::rank>("rank", plain, "职级", "rank"),
        key<&rank_held::from>("from", plain, "起", "from"),
        key<&rank_held::to>("to", nullable, "止；null为至今", "until; null: to the present"),
    };
};

template <>
struct record_keys<assessment> {
    static constexpr std::string_view name = "assessment", zh = "年度考核",
                                      en = "a year's assessment";
    static constexpr key_shape keys[] = {
        key<&assessment::year>("year", plain, "年度", "year", 1900, 2100),
        key<&assessment::result>("result", plain, "等次", "result"),
    };
};

template <>
struct record_keys<sanction> {
    static constexpr std::string_view name = "sanction", zh = "处分与组织处理",
                                      en = "a sanction or organisational measure";
    static constexpr key_shape keys[] = {
        key<&sanction::kind>("kind", plain, "种类", "kind"),
        key<&sanction::decided>("decided", plain, "决定日期", "decided on"),
        key<&sanction::influence_until>("influence_until", nullable, "载明的影响期止；null为未载明",
                                        "stated end of the influence period; null: none stated"),
        key<&sanction::revoked>("revoked", nullable, "撤销日期；null为未撤销",
                                "revoked on; null: stands"),
        key<&sanction::conduct>("conduct", nullable, "违纪违法行为时间；null为无",
                                "when the conduct took place; null: none"),
        key<&sanction::restored>("restored", nullable, "恢复权利日期；null为未恢复",
                                 "rights restored on; null: not"),
        key<&sanction::extended>("extended", nullable, "延长至；null为未延长",
                                 "extended to; null: not"),
        key<&sanction::in_lieu>("in_lieu", plain, "代替撤销职务（本无职务可撤）",
                                "in place of a removal from posts not held"),
        key<&sanction::several_offences>("several_offences", plain, "数项违法违纪合并处分",
                                         "one decision on several offences"),
        key<&sanction::document>("document", plain, "文号", "document"),
    };
};

template <>
struct record_keys<investigation> {
    static constexpr std::string_view name = "investigation", zh = "立案审查调查",
                                      en = "investigation";
    static constexpr key_shape keys[] = {
        key<&investigation::since>("since", plain, "起", "since"),
        key<&investigation::concluded>("concluded", nullable, "结案日期；null为未结",
                                       "concluded on; null: open"),
    };
};

template <>
struct record_keys<pay_step> {
    static constexpr std::string_view name = "pay_step", zh = "晋升工资档次",
                                      en = "a pay step raised";
    static constexpr key_shape keys[] = {key<&pay_step::on>("on", plain, "晋升日期", "raised on")};
};

template <>
struct record_keys<finding_on_record> {
    static constexpr std::string_view name = "finding", zh = "认定结论", en = "a finding on record";
    static constexpr key_shape keys[] = {
        key<&finding_on_record::on>("on", plain, "日期", "on"),
        key<&finding_on_record::document>("document", plain, "文号", "document"),
        key<&finding_on_record::finding>("finding", plain, "结论", "finding"),
    };
};

template <>
struct record_keys<conduct_records> {
    static constexpr std::string_view name = "records", zh = "不良记录（null或空表为无）",
                                      en = "what is on record; null or empty: nothing";
    static constexpr key_flag flags = nullable | or_single;
    static constexpr key_shape keys[] = {
        key<&conduct_records::criminal>("criminal", flags, "犯罪记录", "criminal record"),
        key<&conduct_records::expelled_from_party>("expelled_from_party", flags, "被开除党籍",
                                                   "expelled from the Party"),
        key<&conduct_records::discharged>("discharged", flags, "被开除公职",
                                          "discharged from office"),
        key<&conduct_records::dishonesty_list>("dishonesty_list", flags, "失信联合惩戒对象",
                                               "on the dishonesty list"),
        key<&conduct_records::political_discipline>("political_discipline", flags, "违反政治纪律",
                                                    "breach of political discipline"),
        key<&conduct_records::canvassing>("canvassing", flags, "拉票等非组织活动", "canvassing"),
    };
};

template <>
struct record_keys<archive_review> {
    static constexpr std::string_view name = "archive", zh = "干部人事档案审核",
                                      en = "archive review";
    static constexpr key_shape keys[] = {
        key<&archive_review::reviewed>("reviewed", plain, "审核日期", "reviewed on"),
        key<&archive_review::finding>("finding", plain, "结论", "finding"),
    };
};

template <>
struct record_keys<emigration> {
    static constexpr std::string_view name = "emigration", zh = "移居国（境）外", en = "emigration";
    static constexpr key_shape keys[] = {
        key<&emigration::kind>("kind", plain, "类别", "kind"),
        key<&emigration::country>("country", plain, "国家或地区", "country"),
        key<&emigration::since>("since", plain, "起", "since"),
    };
};

template <>
struct record_keys<business> {
    static constexpr std::string_view name = "business", zh = "经商办企业", en = "business";
    static constexpr key_shape keys[] = {
        key<&business::kind>("kind", plain, "方式", "kind of share"),
        key<&business::industry>("industry", plain, "行业", "industry"),
        key<&business::region>("region", plain, "地区", "region"),
    };
};

template <>
struct record_keys<legal_practice> {
    static constexpr std::string_view name = "legal_practice", zh = "律师业务",
                                      en = "practice of law";
    static constexpr key_shape keys[] = {
        key<&legal_practice::kind>("kind", plain, "方式", "in what way"),
        key<&legal_practice::region>("region", plain, "执业地行政区划代码", "division code"),
    };
};

template <>
struct record_keys<relative> {
    static constexpr std::string_view name = "relative", zh = "家庭成员与社会关系",
                                      en = "a relative";
    static constexpr key_shape keys[] = {
        key<&relative::term>("term", plain, "称谓", "word of kinship"),
        key<&relative::path>("path", plain, "亲属关系路径", "path of kinship letters"),
        key<&relative::name>("name", plain, "姓名", "name"),
        key<&relative::person>("person", identifier, "干部编号（本卷宗内）", "id of a cadre"),
        key<&relative::born>("born", plain, "出生年月", "born"),
        key<&relative::from>("from", plain, "关系起", "relation from"),
        key<&relative::to>("to", nullable, "关系止；null为至今",
                           "relation until; null: to the present"),
        key<&relative::deceased>("deceased", nullable, "去世日期；null为健在",
                                 "died on; null: living"),
        key<&relative::employer>("employer", nullable, "工作单位；null为无", "employer; null: none"),
        key<&relative::emigrated>("emigrated", nullable, "移居国（境）外；null为无",
                                  "emigration; null: stated not"),
        key<&relative::business>("business", nullable, "经商办企业；null为无",
                                 "business; null: none"),
        key<&relative::legal_practice>("legal_practice", nullable, "从事律师业务；null为无",
                                       "practice of law; null: none"),
    };
};

template <>
struct record_keys<matter_change> {
    static constexpr std::string_view name = "matter_change", zh = "事项变化",
                                      en = "a change to report";
    static constexpr key_shape keys[] = {
        key<&matter_change::matter>("matter", plain, "事项", "matter"),
        key<&matter_change::happened>("happened", plain, "发生日期", "happened on"),
        key<&matter_change::reported>("reported", nullable, "报告日期；null为未报告",
                                      "reported on; null: not"),
    };
};

template <>
struct record_keys<matter_difference> {
    static constexpr std::string_view name = "matter_difference", zh = "核查不一致",
                                      en = "a difference found";
    static constexpr key_shape keys[] = {
        key<&matter_difference::kind>("kind", plain, "事项", "matter"),
        key<&matter_difference::nature>("nature", plain, "性质", "nature"),
    };
};

template <>
struct record_keys<personal_matters> {
    static constexpr std::string_view name = "personal_matters", zh = "个人有关事项",
                                      en = "reported personal matters";
    static constexpr key_shape keys[] = {
        key<&personal_matters::reported>("reported", nullable, "年度报告日期；null为未报告",
                                         "reported on; null: not"),
        key<&personal_matters::first_reported>("first_reported", nullable,
                                               "首次报告日期；null为未报告",
                                               "first reported on; null: not"),
        key<&personal_matters::changes>("changes", plain, "事项变化", "changes"),
        key<&personal_matters::verified>("verified", nullable, "核查日期；null为未核查",
                                         "verified on; null: not"),
        key<&personal_matters::finding>("finding", plain, "核查结论", "finding"),
        key<&personal_matters::differences>("differences", plain, "不一致情形", "differences"),
    };
};

}  // namespace xuanren::detail
