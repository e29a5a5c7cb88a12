// include/xuanren/io/organisation_keys.hpp
#pragma once

#include <xuanren/io/attestation_keys.hpp>
#include <xuanren/io/shape.hpp>
#include <xuanren/records/organisation.hpp>
#include <xuanren/records/post.hpp>

namespace xuanren::detail {

template <>
struct record_keys<seat> {
    static constexpr std::string_view name = "seat", zh = "核定职数", en = "seats of one level";
    static constexpr key_shape keys[] = {
        key<&seat::level>("level", plain, "职务层次", "level"),
        key<&seat::role>("role", plain, "正职或副职；缺则不分", "role; absent: any"),
        key<&seat::count>("count", plain, "职数", "number of seats"),
    };
};

template <>
struct record_keys<rank_seat> {
    static constexpr std::string_view name = "rank_seat", zh = "职级职数",
                                      en = "seats that ranks share";
    static constexpr key_shape keys[] = {
        key<&rank_seat::ranks>("ranks", plain, "合并计算的职级", "ranks counted together"),
        key<&rank_seat::count>("count", plain, "职数", "number of seats"),
    };
};

template <>
struct record_keys<rank_pooling> {
    static constexpr std::string_view name = "rank_pooling", zh = "统筹使用职级职数的依据",
                                      en = "by what document rank seats are pooled";
    static constexpr key_shape keys[] = {
        key<&rank_pooling::document>("document", plain, "文号", "document number"),
    };
};

template <>
struct record_keys<establishment> {
    static constexpr std::string_view name = "establishment", zh = "三定规定（一版）",
                                      en = "one version of the establishment";
    static constexpr key_shape keys[] = {
        key<&establishment::document>("document", plain, "文号", "document number"),
        key<&establishment::from>("from", plain, "起", "in force from"),
        key<&establishment::to>("to", nullable, "止；null为现行", "until; null: in force"),
        key<&establishment::headcount>("headcount", plain, "编制数", "approved headcount"),
        key<&establishment::general_posts>("general_posts", plain, "综合管理类职位数",
                                           "posts of the general management class"),
        key<&establishment::seats>("seats", plain, "领导职数", "seats of leading posts"),
        key<&establishment::titles>("titles", plain, "允许设置的职务名称；缺为不明",
                                    "post names allowed; absent: not known"),
        key<&establishment::rank_seats>("rank_seats", plain, "职级职数", "seats of ranks"),
        key<&establishment::rank_pooling>("rank_pooling", nullable, "职级职数统筹使用的依据；null为无",
                                          "by what its rank seats are pooled; null: not pooled"),
    };
};

template <>
struct record_keys<organisation_event> {
    static constexpr std::string_view name = "organisation_event", zh = "机构事件",
                                      en = "what an organisation goes through";
    static constexpr key_shape keys[] = {
        key<&organisation_event::kind>("kind", plain, "事件", "kind of event"),
        key<&organisation_event::from>("from", plain, "起", "from"),
        key<&organisation_event::to>("to", nullable, "止；null为至今",
                                     "until; null: to the present"),
    };
};

template <>
struct record_keys<organisation> {
    static constexpr std::string_view name = "organisation", zh = "机构", en = "an organisation";
    static constexpr key_shape keys[] = {
        key<&organisation::id>("id", required | identifier, "编号", "identifier"),
        key<&organisation::name>("name", plain, "名称", "name"),
        key<&organisation::parent>("parent", nullable | identifier, "上级机构编号；null为无",
                                   "id of the organisation above; null: none"),
        key<&organisation::tier>("tier", plain, "层级", "tier of government"),
        key<&organisation::level>("level", nullable, "机构规格；null为不定规格",
                                  "level of the organ; null: outside the levels"),
        key<&organisation::kind>("kind", plain, "机构类别", "kind of organ"),
        key<&organisation::region>("region", plain, "行政区划代码", "division code"),
        key<&organisation::supervises>("supervises", plain, "监管的行业",
                                       "industries it regulates"),
        key<&organisation::institution_grade>("institution_grade", nullable,
                                              "事业单位等级（管理岗位级）；null为无",
                                              "grade of a public institution; null: none", 1, 10),
        key<&organisation::establishments>("establishments", plain, "三定规定各版",
                                           "versions of the establishment"),
        key<&organisation::events>("events", plain, "机构事件", "events"),
        key<&organisation::attestations>("attestations", plain, "人工判断", "attestations"),
    };
};

template <>
struct record_keys<post> {
    static constexpr std::string_view name = "post", zh = "职位", en = "a post";
    static constexpr key_shape keys[] = {
        key<&post::id>("id", required | identifier, "编号", "identifier"),
        key<&post::organisation>("organisation", identifier, "所在机构编号",
                                 "id of its organisation"),
        key<&post::title>("title", plain, "职务名称", "title"),
        key<&post::level>("level", nullable, "职务层次；null为不定层次",
                          "level; null: outside the levels"),
        key<&post::leading>("leading", plain, "领导职务", "a leading post"),
        key<&post::role>("role", plain, "职务身份", "role"),
        key<&post::reports_to>("reports_to", nullable | identifier, "直接上级职位编号；null为无",
                               "id of the post above; null: none"),
        key<&post::functions>("functions", plain, "分管工作", "work in its charge"),
        key<&post::elected>("elected", plain, "选举产生", "filled by election"),
        key<&post::team_member>("team_member", plain, "领导班子成员", "member of the leading body"),
        key<&post::party_post>("party_post", plain, "党的领导职务", "a leading post of the Party"),
        key<&post::committee>("committee", nullable, "任其委员的地方党委；null为无",
                              "Party committee it is a member of; null: none"),
        key<&post::main_leader>("main_leader", plain, "主要领导成员", "a main leader"),
        key<&post::special>("special", plain, "特殊岗位", "a special post"),
        key<&post::emigration_restricted>("emigration_restricted", plain, "限制配偶移居的岗位",
                                          "closed to those whose spouse has emigrated"),
        key<&post::qualifications_required>("qualifications_required", plain, "法定任职资格",
                                            "qualifications the law asks for"),
    };
};

}  // namespace xuanren::detail
