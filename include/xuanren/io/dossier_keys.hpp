// include/xuanren/io/dossier_keys.hpp
#pragma once

#include <xuanren/io/cadre_keys.hpp>
#include <xuanren/io/incentive_keys.hpp>
#include <xuanren/io/organisation_keys.hpp>
#include <xuanren/io/procedure_keys.hpp>
#include <xuanren/io/shape.hpp>
#include <xuanren/records/dossier.hpp>

namespace xuanren::detail {

template <>
struct record_keys<exceptional_request> {
    static constexpr std::string_view name = "exceptional", zh = "破格提拔呈报",
                                      en = "exceptional promotion asked for";
    static constexpr key_shape keys[] = {
        key<&exceptional_request::type>("type", plain, "类别", "type"),
        key<&exceptional_request::breaks>("breaks", plain, "突破的规则编号（或前缀）",
                                          "ids of the rules broken, or prefixes"),
        key<&exceptional_request::ground>("ground", nullable, "情形；null为未载明",
                                          "ground; null: none stated"),
        key<&exceptional_request::approved_by>("approved_by", nullable, "批复机关；null为未批复",
                                               "approved by; null: not"),
        key<&exceptional_request::requested>("requested", nullable, "呈报日期；null为未呈报",
                                             "requested on; null: not"),
        key<&exceptional_request::approved>("approved", nullable, "批复日期；null为未批复",
                                            "approved on; null: not"),
    };
};

template <>
struct record_keys<prior_report> {
    static constexpr std::string_view name = "prior_report", zh = "事前报告", en = "a prior report";
    static constexpr key_shape keys[] = {
        key<&prior_report::matter>("matter", plain, "事项", "matter"),
        key<&prior_report::reported>("reported", nullable, "报告日期；null为未报告",
                                     "reported on; null: not"),
        key<&prior_report::approved>("approved", nullable, "批复日期；null为未批复",
                                     "approved on; null: not"),
    };
};

template <>
struct record_keys<avoidance_variation> {
    static constexpr std::string_view name = "avoidance_variation", zh = "变通执行回避",
                                      en = "leave to apply avoidance otherwise";
    static constexpr key_shape keys[] = {
        key<&avoidance_variation::authority>("authority", plain, "批准机关层级",
                                             "tier of the body that gave it"),
        key<&avoidance_variation::approved>("approved", nullable, "批准日期；null为未批准",
                                            "approved on; null: not"),
        key<&avoidance_variation::document>("document", plain, "文号", "document"),
    };
};

template <>
struct record_keys<selection> {
    static constexpr std::string_view name = "selection", zh = "公开选拔、竞争上岗",
                                      en = "open selection or competition";
    static constexpr key_shape keys[] = {
        key<&selection::announced>("announced", plain, "公告日期", "announced on"),
        key<&selection::meets_conditions>("meets_conditions", plain,
                                          "公告的资格条件不低于条例的基本条件和资格",
                                          "the conditions are no looser than the general ones"),
        key<&selection::approved>("approved", nullable, "突破资格条件的同意日期；null为未同意",
                                  "departures agreed to on; null: not"),
    };
};

template <>
struct record_keys<treatment> {
    static constexpr std::string_view name = "treatment", zh = "另行确定的待遇",
                                      en = "treatment apart from the post";
    static constexpr key_shape keys[] = {
        key<&treatment::level>("level", plain, "待遇层次", "level of the treatment"),
        key<&treatment::document>("document", plain, "文号", "document"),
        key<&treatment::approved>("approved", nullable, "批准日期；null为未批准",
                                  "approved on; null: not"),
    };
};

template <>
struct record_keys<retirement> {
    static constexpr std::string_view name = "retirement", zh = "退休办理",
                                      en = "how a retirement was arranged";
    static constexpr key_shape keys[] = {
        key<&retirement::way>("way", plain, "退休方式", "way of retirement"),
        key<&retirement::applied>("applied", nullable, "本人申请日期；null为未申请",
                                  "applied for on; null: not"),
        key<&retirement::approved>("approved", nullable, "批准日期；null为未批准",
                                   "approved on; null: not"),
    };
};

template <>
struct record_keys<appointment> {
    static constexpr std::string_view name = "appointment", zh = "任用事项", en = "an appointment";
    static constexpr key_shape keys[] = {
        key<&appointment::id>("id", required | identifier, "编号", "identifier"),
        key<&appointment::candidate>("candidate", required | identifier, "拟任人选编号",
                                     "id of the candidate"),
        key<&appointment::post>("post", nullable | identifier, "拟任职位编号；null为职级晋升",
                                "id of the post; null: a rank promotion"),
        key<&appointment::kind>("kind", plain, "任用类别；缺则推导", "kind; absent: derived"),
        key<&appointment::organisation>("organisation", nullable | identifier,
                                        "机构编号（职级晋升，主职不明时）",
                                        "id of the organisation, of a rank promotion"),
        key<&appointment::way>("way", plain, "选任方式", "way of selection"),
        key<&appointment::to_rank>("to_rank", nullable, "拟晋升职级；null为无",
                                   "rank to be; null: none"),
        key<&appointment::vacates>("vacates", identifier, "免去的职位编号",
                                   "ids of the posts left"),
        key<&appointment::term_renewal>("term_renewal", plain, "换届任用",
                                        "part of a term renewal"),
        key<&appointment::exceptional>("exceptional", nullable, "破格提拔呈报；null为无",
                                       "exceptional promotion; null: none"),
        key<&appointment::prior_reports>("prior_reports", nullable, "事前报告；null为无",
                                         "prior reports; null: none"),
        key<&appointment::avoidance_variation>("avoidance_variation", nullable,
                                               "变通执行回避；null或缺为未主张",
                                               "leave to apply avoidance otherwise; null or "
                                               "absent: none claimed"),
        key<&appointment::mechanism>("mechanism", nullable, "适用激励机制；null为不适用",
                                     "incentive mechanism it is made under; null: none"),
        key<&appointment::selection>("selection", nullable, "公开选拔、竞争上岗；null为不是",
                                     "open selection or competition; null: neither"),
        key<&appointment::removal_ground>("removal_ground", plain, "免职事由",
                                          "why the post is given up"),
        key<&appointment::treatment>("treatment", nullable, "另行确定的待遇；null为按职务",
                                     "treatment apart from the post; null: that of the post"),
        key<&appointment::probation>("probation", nullable, "任职试用期；null为未设",
                                     "probation; null: none set"),
        key<&appointment::retirement>("retirement", nullable, "退休办理；null为无",
                                      "how a retirement was arranged; null: none"),
        key<&appointment::entry_from>("entry_from", plain, "调任前单位类别",
                                      "body from which someone is transferred in"),
        key<&appointment::attestations>("attestations", plain, "人工判断", "attestations"),
        key<&appointment::procedure>("procedure", plain, "选任程序", "procedure"),
    };
};

template <>
struct record_keys<dossier> {
    static constexpr std::string_view name = "dossier", zh = "选任卷宗", en = "a dossier";
    static constexpr key_shape keys[] = {
        key<&dossier::as_of>("as_of", nullable, "机构核查日；null为不定",
                             "day organisations are looked at"),
        key<&dossier::organisations>("organisations", plain, "机构", "organisations"),
        key<&dossier::posts>("posts", plain, "职位", "posts"),
        key<&dossier::cadres>("cadres", plain, "干部", "cadres"),
        key<&dossier::appointments>("appointments", plain, "任用事项", "appointments"),
    };
};

/// The schema a dossier names in its key "schema".
inline constexpr std::string_view dossier_schema_name = "xuanren.dossier/1";

}  // namespace xuanren::detail
