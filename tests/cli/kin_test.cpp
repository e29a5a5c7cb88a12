// tests/cli/kin_test.cpp
#include <cli/program.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <utility>

using nlohmann::json;
using program::run;

namespace {

json kin(const char* term, const char* person) { return {{"term", term}, {"person", person}}; }

json cadre(const char* id, const char* sex, const json& post, json relatives) {
    json out = {{"id", id},
                {"name", std::string("某") + id},
                {"sex", sex},
                {"relatives", std::move(relatives)},
                {"relatives_declared", true},
                {"tenures", json::array()}};
    if (post.is_string()) out["tenures"].push_back({{"post", post}, {"from", "2018-01-01"}, {"to", nullptr}});
    return out;
}

/// A bureau with its head, and a finance section under him.
std::string bureau(const program::folder& at, json cadres) {
    const json d = {
        {"schema", "xuanren.dossier/1"},
        {"as_of", "2024-06-01"},
        {"organisations",
         {{{"id", "o"}, {"name", "样例局"}, {"kind", "government_department"}},
          {{"id", "o.f"}, {"name", "财务科"}, {"kind", "internal_unit"}, {"parent", "o"}}}},
        {"posts",
         {{{"id", "head"}, {"organisation", "o"}, {"title", "局长"}, {"role", "principal"}, {"leading", true}},
          {{"id", "finance"},
           {"organisation", "o.f"},
           {"title", "财务科科长"},
           {"role", "principal"},
           {"leading", true},
           {"reports_to", "head"},
           {"functions", {"finance"}}}}},
        {"cadres", std::move(cadres)},
        {"appointments", json::array()}};
    return at.file("bureau.json", d.dump());
}

/// a's brother b, who holds no post, and b's wife c.
std::string in_laws(const program::folder& at) {
    return bureau(at, {cadre("a", "male", "head", {kin("弟弟", "b")}), cadre("b", "male", nullptr, {kin("妻子", "c")}),
                       cadre("c", "female", "finance", json::array())});
}

}  // namespace

TEST_CASE("亲属：两处申报合成一种姻亲，附路径与依据") {
    const program::folder at;
    const std::string file = in_laws(at);
    const program::answer all = run("kin " + file);
    CHECK(all.status == 1);
    for (const char* part : {"某a（局长） — 某c（财务科科长）  须回避", "兄弟姐妹的配偶，近姻亲关系", "弟之妻（弟媳）",
                             "某a —弟→ 某b —妻→ 某c", "/cadres/0/relatives/0 /cadres/1/relatives/0",
                             "civil-servant-law-2018/74/existing-relation", "须回避1对"})
        CHECK_MESSAGE(all.says(part), part << " in " << all.out);
    const program::answer two = run("kin " + file + " a c --format json");
    CHECK(two.status == 0);
    const json told = json::parse(two.out);
    CHECK(told["relations"][0]["kinships"] == json{"siblings_spouse"});
    CHECK(told["relations"][0]["settled"] == "yes");
    CHECK(run("kin " + file + " 某a 某c --lang en").says("younger brother's wife"));
}

TEST_CASE("亲属：图形以 DOT 写出，两人之间的路径加粗") {
    const program::folder at;
    const program::answer drawn = run("kin " + in_laws(at) + " a c --dot");
    CHECK(drawn.status == 0);
    CHECK(drawn.says("digraph kin {"));
    CHECK(drawn.says("n0 -> n1 [label=\"兄弟姐妹\", dir=none, style=bold, penwidth=3];"));
    CHECK(drawn.says("n1 -> n2 [label=\"配偶\", dir=none, style=bold, penwidth=3];"));
}

TEST_CASE("亲属：申报相互矛盾的，列出矛盾和各种读法") {
    const program::folder at;
    const std::string file = bureau(at, {cadre("a", "male", "head", {kin("表弟", "b")}), cadre("b", "male", "finance", {kin("哥哥", "a")})});
    const program::answer all = run("kin " + file);
    CHECK(all.says("! 申报矛盾：某a与某b的关系，各处申报不一致"));
    const program::answer two = run("kin " + file + " a b");
    CHECK(two.status == 3);
    CHECK(two.says("兄弟姐妹或者堂表兄弟姐妹"));
    CHECK(two.says("! 申报矛盾"));
}

TEST_CASE("亲属：没有申报、没有亲属、称谓不识、仅姓名相符，各有说法") {
    const program::folder at;
    json a = cadre("a", "male", "head", json::array()), b = cadre("b", "male", "finance", json::array());
    b["born"] = "1980-03-02";
    const auto between = [&] { return run("kin " + bureau(at, {a, b}) + " a b"); };
    CHECK(between().status == 0);
    CHECK(between().says("没有亲属关系"));
    a["relatives_declared"] = b["relatives_declared"] = false;
    CHECK(between().status == 3);
    CHECK(between().says("未申报不等于没有"));
    a["relatives"] = {kin("某某亲", "b")};
    CHECK(between().status == 3);
    CHECK(between().says("未识别的亲属称谓“某某亲”"));
    a["relatives"] = {{{"term", "弟弟"}, {"name", "某b"}, {"born", "1980-03"}}};
    CHECK(between().status == 3);
    CHECK(between().says("兄弟姐妹：三代以内旁系血亲关系（须由人核实）"));
    const program::answer all = run("kin " + bureau(at, {a, b}));
    CHECK(all.says("待研判"));
    CHECK(all.says("申报的姓名与出生年月相符，须由人核实"));
    CHECK(run("kin " + bureau(at, {a, b}) + " a a").status == 2);
}
