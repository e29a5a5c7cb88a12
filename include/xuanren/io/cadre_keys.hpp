// include/xuanren/io/cadre_keys.hpp
#pragma once

#include <xuanren/io/incentive_keys.hpp>
#include <xuanren/io/person_keys.hpp>
#include <xuanren/io/shape.hpp>
#include <xuanren/records/cadre.hpp>

namespace xuanren::detail {

template <>
struct record_keys<qualification> {
    static constexpr std::string_view name = "qualification", zh = "任职资格",
                                      en = "a qualification";
    static constexpr key_shape keys[] = {
        key<&qualification::kind>("kind", plain, "种类", "kind"),
        key<&qualification::from>("from", plain, "取得日期", "held from"),
    };
};

template <>
struct record_keys<professional_title> {
    static constexpr std::string_view name = "professional_title", zh = "专业技术职务",
                                      en = "a professional title";
    static constexpr key_shape keys[] = {
        key<&professional_title::level>("level", plain, "层级", "level"),
        key<&professional_title::from>("from", plain, "取得日期", "held from"),
    };
};

template <>
struct record_keys<born_document> {
    static constexpr std::string_view name = "born_document", zh = "出生时间记载",
                                      en = "what a paper says of the birth";
    static constexpr key_shape keys[] = {
        key<&born_document::document>("document", plain, "材料名称", "document"),
        key<&born_document::on>("on", plain, "形成时间", "written on"),
        key<&born_document::born>("born", plain, "所载出生时间", "date of birth it gives"),
    };
};

template <>
struct record_keys<party_standing> {
    static constexpr std::string_view name = "party", zh = "政治面貌", en = "party standing";
    static constexpr key_shape keys[] = {
        key<&party_standing::membership>("membership", plain, "政治面貌", "membership"),
        key<&party_standing::joined>("joined", nullable, "入党时间；null为未加入",
                                     "joined on; null: not"),
        key<&party_standing::full_member>("full_member", nullable, "转正时间；null为未转正",
                                          "full member since; null: not"),
    };
};

template <>
struct record_keys<education> {
    static constexpr std::string_view name = "education", zh = "教育经历", en = "a course of study";
    static constexpr key_shape keys[] = {
        key<&education::level>("level", plain, "学历", "level"),
        key<&education::degree>("degree", nullable, "学位；null为无", "degree; null: none"),
        key<&education::mode>("mode", plain, "教育类别", "full-time or in service"),
        key<&education::from>("from", plain, "入学", "from"),
        key<&education::to>("to", nullable, "毕业；null为在读", "until; null: still studying"),
        key<&education::school>("school", plain, "学校", "school"),
        key<&education::major>("major", plain, "专业", "major"),
    };
};

template <>
struct record_keys<training> {
    static constexpr std::string_view name = "training", zh = "教育培训", en = "a training";
    static constexpr key_shape keys[] = {
        key<&training::from>("from", plain, "起", "from"),
        key<&training::to>("to", nullable, "止；null为至今", "until; null: to the present"),
        key<&training::hours>("hours", plain, "学时", "hours"),
        key<&training::body>("body", plain, "主办机构", "given by"),
    };
};

template <>
struct record_keys<cadre> {
    static constexpr std::string_view name = "cadre", zh = "干部", en = "a cadre";
    static constexpr key_shape keys[] = {
        key<&cadre::id>("id", required | identifier, "编号", "identifier"),
        key<&cadre::name>("name", plain, "姓名", "name"),
        key<&cadre::id_number>("id_number", identifier, "公民身份号码",
                               "citizen's identity number"),
        key<&cadre::sex>("sex", plain, "性别", "sex"),
        key<&cadre::born>("born", plain, "出生年月", "born"),
        key<&cadre::ethnicity>("ethnicity", plain, "民族", "ethnicity"),
        key<&cadre::native_place>("native_place", plain, "籍贯", "native place"),
        key<&cadre::birth_place>("birth_place", plain, "出生地", "birth place"),
        key<&cadre::upbringing_place>("upbringing_place", plain, "成长地", "place of upbringing"),
        key<&cadre::health>("health", plain, "健康状况", "health"),
        key<&cadre::nationality>("nationality", plain, "国籍", "nationality"),
        key<&cadre::marital_status>("marital_status", plain, "婚姻状况", "marital status"),
        key<&cadre::records>("records", nullable, "不良记录；null为无",
                             "what is on record; null: nothing"),
        key<&cadre::qualifications>("qualifications", plain, "任职资格", "qualifications"),
        key<&cadre::close_staff_of>("close_staff_of", nullable, "为谁的身边工作人员；null为否",
                                    "whose close staff; null: nobody's"),
        key<&cadre::professional_titles>("professional_titles", plain, "专业技术职务",
                                         "professional titles"),
        key<&cadre::retirement_category>("retirement_category", plain, "退休类别",
                                         "age group of retirement"),
        key<&cadre::born_documents>("born_documents", plain, "出生时间记载", "papers on the birth"),
        key<&cadre::party>("party", plain, "政治面貌", "party standing"),
        key<&cadre::work_started>("work_started", plain, "参加工作时间", "started work"),
        key<&cadre::service_breaks>("service_breaks", plain, "不计工龄的中断", "breaks of service"),
        key<&cadre::civil_servant_since>("civil_servant_since", nullable,
                                         "公务员登记时间；null为否",
                                         "civil servant since; null: is not one"),
        key<&cadre::recruit_probation>("recruit_probation", nullable,
                                       "新录用公务员试用期；null为不适用",
                                       "probation as a recruit; null: none applies"),
        key<&cadre::education>("education", plain, "教育经历", "education"),
        key<&cadre::tenures>("tenures", plain, "任职经历，最近的在后", "posts held, newest last"),
        key<&cadre::ranks>("ranks", plain, "职级", "ranks held"),
        key<&cadre::assessments>("assessments", plain, "年度考核", "assessments"),
        key<&cadre::sanctions>("sanctions", plain, "处分与组织处理", "sanctions and measures"),
        key<&cadre::investigation>("investigation", nullable, "立案审查调查；null为无",
                                   "investigation; null: none"),
        key<&cadre::training>("training", plain, "教育培训", "trainings"),
        key<&cadre::training_hours_required>("training_hours_required", plain, "应完成的培训学时",
                                             "hours of training required"),
        key<&cadre::relatives>("relatives", plain, "家庭成员与社会关系", "relatives"),
        key<&cadre::relatives_declared>("relatives_declared", plain, "亲属已如数申报",
                                        "relatives are complete as declared"),
        key<&cadre::personal_matters>("personal_matters", plain, "个人有关事项",
                                      "reported personal matters"),
        key<&cadre::archive>("archive", plain, "干部人事档案审核", "archive review"),
        key<&cadre::pay_steps>("pay_steps", plain, "晋升工资档次", "pay steps raised"),
        key<&cadre::introduced_talent>("introduced_talent", plain, "引进人才",
                                       "talent brought in by the organisation"),
        key<&cadre::proven>("proven", plain, "实绩记载", "in what the cadre was proved"),
    };
};

}  // namespace xuanren::detail
