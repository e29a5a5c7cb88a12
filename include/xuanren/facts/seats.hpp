// include/xuanren/facts/seats.hpp
#pragma once

#include <xuanren/facts/fact_table.hpp>

namespace xuanren::detail {

/// What the establishment leaves free on the day the appointment takes effect 职数与编制.
inline void add_seat_facts(fact_table& t) {
    using types::boolean;
    using types::number;
    const fact_notes seat{.dated = "appointment", .unit = {"名", "seats"}};
    t.add("establishment.is_known", "是否载有三定", boolean, "机构在任职生效日有载明的三定规定",
          "whether an establishment is on file for that day; never unknown", nullptr, {.dated = "appointment"});
    t.add("establishment.headcount", "编制数", number, "三定核定的编制数", "headcount of the establishment", nullptr, seat);
    t.add("establishment.general_posts", "综合管理类职位数", number, "三定核定的综合管理类职位数",
          "posts of general administration", nullptr, seat);
    t.add("establishment.allows_title", "职务名称是否核定", boolean, "拟任职务名称在三定核定的名称之内；无职位的为是",
          "whether the document allows the title of the post; yes without a post", nullptr, {.dated = "appointment"});
    t.add("seat.approved", "核定职数", number, "三定为拟任职位的层次与职务性质核定的职数",
          "seats approved for the level and role of the post", nullptr, seat);
    t.add("seat.occupied_before", "任前配备数", number, "任职生效日前已配备的同类职位人数，计入同案较早生效的任职",
          "seats of that kind taken just before, earlier appointments of the dossier included", nullptr, seat);
    t.add("seat.occupied_after", "任后配备数", number, "任职生效日任职后配备的同类职位人数",
          "seats of that kind taken once the appointment has taken effect", nullptr, seat);
    t.add("seat.is_off_quota", "是否单列职数", boolean, "拟任职务经文件批准单列、不占职数",
          "whether the post is outside the quota by a document", nullptr, {.dated = "appointment"});
}

}  // namespace xuanren::detail
