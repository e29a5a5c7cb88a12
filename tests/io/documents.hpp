// tests/io/documents.hpp
#pragma once

#include <string>
#include <vector>

namespace xuanren::testing {

/// One problem that a document is to have: its code and JSON pointer.
struct expected_problem {
    std::string code, at;

    friend bool operator==(const expected_problem&, const expected_problem&) = default;
};

/// A document and what the reader has to say about it, in the order of the document.
struct document_case {
    std::string name;
    std::string text;
    std::vector<expected_problem> problems;  ///< none: it is read
};

/// A cadre of whom only this is said.
inline std::string cadre_with(const std::string& keys) {
    return R"({"cadres":[{"id":"c",)" + keys + "}]}";
}
/// A post of which only this is said.
inline std::string post_with(const std::string& keys) {
    return R"({"posts":[{"id":"p",)" + keys + "}]}";
}
/// An appointment whose procedure says only this.
inline std::string procedure_with(const std::string& keys) {
    return R"({"cadres":[{"id":"c"}],"appointments":[{"id":"a","candidate":"c","procedure":{)" +
           keys + "}}]}";
}

inline std::vector<document_case> document_cases() {
    const std::string step = "/appointments/0/procedure";
    std::vector<document_case> all = {
        // Accepted.
        {"只有格式名", R"({"schema":"xuanren.dossier/1"})", {}},
        {"四表皆空",
         R"({"schema":"xuanren.dossier/1","organisations":[],"posts":[],"cadres":[],"appointments":[]})",
         {}},
        {"未写格式名而有一表", R"({"cadres":[]})", {}},
        {"机构核查日为null", R"({"cadres":[],"as_of":null})", {}},
        {"词的三种写法",
         R"({"posts":[{"id":"a","level":"county_deputy"},{"id":"b","level":"县处级副职"},{"id":"c","level":"1A32"}]})",
         {}},
        {"日期的各种写法",
         R"({"cadres":[{"id":"1","born":"2024"},{"id":"2","born":"2024-05"},{"id":"3","born":"2024.05"},{"id":"4","born":"202405"},
             {"id":"5","born":"20240520"},{"id":"6","born":"2024年5月20日"},{"id":"7","born":"2024年5月"},{"id":"8","born":"２０２４．０５"},
             {"id":"9","born":" 2024-05-20　"},{"id":"10","born":"2024.05.20"},{"id":"11","born":"2024年05月08日"},{"id":"12","born":"2024年"}]})",
         {}},
        {"不明的各种写法",
         cadre_with(
             R"("born":"","work_started":"不详","sex":"未知","relatives_declared":"不明","training_hours_required":"unknown")"),
         {}},
        {"文本可为空", cadre_with(R"("name":"","native_place":"不详")"), {}},
        {"有无记录：空表、null、单条、多条",
         cadre_with(
             R"("records":{"criminal":[],"discharged":null,"canvassing":{"on":"2020"},"dishonesty_list":[{"on":"2020"},{"finding":"…"}]})"),
         {}},
        {"环节为null",
         procedure_with(
             R"("motion":null,"departures":null,"discussion":{"recused":[],"plenary_ballot":null})"),
         {}},
        {"人名不必在卷宗内",
         procedure_with(
             R"("inspection":{"team":["张三","c"]},"discussion":{"attendees":["李四"],"recused":[{"id":"王五"}]})"),
         {}},
        {"自用的键", cadre_with(R"("x-note":{"a":[1,2.5]},"x-":null)"), {}},
        {"小数的学时", cadre_with(R"("training":[{"hours":7.5},{"hours":8}])"), {}},
        {"职级晋升，职位为null",
         R"({"cadres":[{"id":"c"}],"appointments":[{"id":"a","candidate":"c","post":null,"to_rank":"13"}]})",
         {}},
        {"回车换行", "{\"cadres\":[\r\n{\"id\":\"c\"}\r\n]}\r\n", {}},

        // The JSON itself.
        {"空文件", "", {{"XR-JSON-004", ""}}},
        {"只有空白", " \r\n\t", {{"XR-JSON-004", ""}}},
        {"中断", R"({"cadres":[{"id":"c")", {{"XR-JSON-002", ""}}},
        {"字符串中断", R"({"cadres":[{"id":"c)", {{"XR-JSON-002", ""}}},
        {"多出内容", R"({"cadres":[]}})", {{"XR-JSON-003", ""}}},
        {"多出第二个文档", R"({"cadres":[]} {"cadres":[]})", {{"XR-JSON-003", ""}}},
        {"缺逗号", R"({"cadres":[] "posts":[]})", {{"XR-JSON-001", ""}}},
        {"多余逗号", R"({"cadres":[],})", {{"XR-JSON-001", ""}}},
        {"单引号", R"({'cadres':[]})", {{"XR-JSON-001", ""}}},
        {"中文标点", R"({“cadres”：[]})", {{"XR-JSON-001", ""}}},
        {"注释", "{ // 注\n\"cadres\":[]}", {{"XR-JSON-001", ""}}},
        {"非数", R"({"cadres":[],"x-a":NaN})", {{"XR-JSON-001", ""}}},
        {"前导零", R"({"cadres":[],"x-a":007})", {{"XR-JSON-001", ""}}},
        {"字符串中换行", "{\"cadres\":[{\"id\":\"c\nd\"}]}", {{"XR-JSON-001", ""}}},
        {"转义不成对", R"({"cadres":[{"id":"\ud800"}]})", {{"XR-JSON-001", ""}}},
        {"数字过大", R"({"cadres":[],"x-a":1e999})", {{"XR-JSON-008", ""}}},
        {"重复键", cadre_with(R"("name":"甲","name":"乙")"), {{"XR-JSON-006", "/cadres/0/name"}}},
        {"重复键，值相同",
         cadre_with(R"("born":"1985","born":"1985")"),
         {{"XR-JSON-006", "/cadres/0/born"}}},
        {"重复的顶层键", R"({"cadres":[],"posts":[],"cadres":[]})", {{"XR-JSON-006", "/cadres"}}},
        {"重复的格式名",
         R"({"schema":"xuanren.dossier/1","schema":"xuanren.dossier/1"})",
         {{"XR-JSON-006", "/schema"}}},
        {"表外键重复", cadre_with(R"("hobby":1,"hobby":2)"), {{"XR-JSON-006", "/cadres/0/hobby"}}},
        {"自用键内重复",
         cadre_with(R"("x-a":[{"q":1,"q":1}])"),
         {{"XR-JSON-006", "/cadres/0/x-a/0/q"}}},
        {"转义写法不同的重复键",
         "{\"cadres\":[{\"id\":\"c\",\"\\u0069d\":\"c\"}]}",
         {{"XR-JSON-006", "/cadres/0/id"}}},

        // What the format asks for.
        {"顶层是数组", "[]", {{"XR-DOSSIER-001", ""}}},
        {"顶层是数", "1", {{"XR-DOSSIER-001", ""}}},
        {"顶层是null", "null", {{"XR-DOSSIER-001", ""}}},
        {"不是卷宗", R"({"name":"demo","version":"1.0"})", {{"XR-DOSSIER-004", ""}}},
        {"格式名不同",
         R"({"schema":"xuanren.dossier/2","cadres":[]})",
         {{"XR-DOSSIER-008", "/schema"}}},
        {"格式名不是字符串", R"({"schema":1,"cadres":[]})", {{"XR-DOSSIER-001", "/schema"}}},
        {"表应为数组", R"({"cadres":{"id":"c"}})", {{"XR-DOSSIER-001", "/cadres"}}},
        {"表不可为null", R"({"cadres":null})", {{"XR-DOSSIER-003", "/cadres"}}},
        {"表中之物应为对象",
         R"({"cadres":["c",null,[],{"id":"d"}]})",
         {{"XR-DOSSIER-001", "/cadres/0"},
          {"XR-DOSSIER-003", "/cadres/1"},
          {"XR-DOSSIER-001", "/cadres/2"}}},
        {"缺编号",
         R"({"cadres":[{"name":"甲"}],"posts":[{}],"organisations":[{}],"appointments":[{}]})",
         {{"XR-DOSSIER-004", "/cadres/0"},
          {"XR-DOSSIER-004", "/posts/0"},
          {"XR-DOSSIER-004", "/organisations/0"},
          {"XR-DOSSIER-004", "/appointments/0"},
          {"XR-DOSSIER-004", "/appointments/0"}}},
        {"编号为空", R"({"cadres":[{"id":""}]})", {{"XR-DOSSIER-009", "/cadres/0/id"}}},
        {"编号为数", R"({"cadres":[{"id":1}]})", {{"XR-DOSSIER-002", "/cadres/0/id"}}},
        {"编号为null", R"({"cadres":[{"id":null}]})", {{"XR-DOSSIER-003", "/cadres/0/id"}}},
        {"身份证号为数",
         cadre_with(R"("id_number":110101199003070000)"),
         {{"XR-DOSSIER-002", "/cadres/0/id_number"}}},
        {"身份证号为超长数",
         cadre_with(R"("id_number":110101199003070000123)"),
         {{"XR-DOSSIER-002", "/cadres/0/id_number"}}},
        {"引用为数",
         post_with(R"("organisation":3,"reports_to":4.5)"),
         {{"XR-DOSSIER-002", "/posts/0/organisation"}, {"XR-DOSSIER-002", "/posts/0/reports_to"}}},
        {"免去职位中有数",
         R"({"cadres":[{"id":"c"}],"appointments":[{"id":"a","candidate":"c","vacates":[7]}]})",
         {{"XR-DOSSIER-002", "/appointments/0/vacates/0"}}},
        {"文本写成数、真假、对象、数组",
         cadre_with(R"("name":1,"ethnicity":true,"native_place":{},"birth_place":[])"),
         {{"XR-DOSSIER-001", "/cadres/0/name"},
          {"XR-DOSSIER-001", "/cadres/0/ethnicity"},
          {"XR-DOSSIER-001", "/cadres/0/native_place"},
          {"XR-DOSSIER-001", "/cadres/0/birth_place"}}},
        {"日期写成数", cadre_with(R"("born":1985)"), {{"XR-DOSSIER-001", "/cadres/0/born"}}},
        {"数写成文本",
         R"({"organisations":[{"id":"o","establishments":[{"headcount":"62"}]}]})",
         {{"XR-DOSSIER-001", "/organisations/0/establishments/0/headcount"}}},
        {"真假写成文本或数",
         post_with(R"("elected":"是","special":1,"leading":"true")"),
         {{"XR-DOSSIER-001", "/posts/0/elected"},
          {"XR-DOSSIER-001", "/posts/0/special"},
          {"XR-DOSSIER-001", "/posts/0/leading"}}},
        {"对象写成文本", cadre_with(R"("party":"cpc")"), {{"XR-DOSSIER-001", "/cadres/0/party"}}},
        {"数组写成文本",
         post_with(R"("functions":"personnel","qualifications_required":"judge")"),
         {{"XR-DOSSIER-001", "/posts/0/functions"},
          {"XR-DOSSIER-001", "/posts/0/qualifications_required"}}},
        {"词写成数", post_with(R"("level":132)"), {{"XR-DOSSIER-001", "/posts/0/level"}}},
        {"不可为null",
         post_with(R"("title":null,"leading":null,"role":null,"functions":null)"),
         {{"XR-DOSSIER-003", "/posts/0/title"},
          {"XR-DOSSIER-003", "/posts/0/leading"},
          {"XR-DOSSIER-003", "/posts/0/role"},
          {"XR-DOSSIER-003", "/posts/0/functions"}}},
        {"数组内不可为null",
         post_with(R"("functions":[null])"),
         {{"XR-DOSSIER-003", "/posts/0/functions/0"}}},
        {"词不识",
         post_with(R"("level":"处级","role":"cheif","committee":"市"
             ,"functions":["人事","不详"])"),
         {{"XR-DOSSIER-005", "/posts/0/level"},
          {"XR-DOSSIER-005", "/posts/0/role"},
          {"XR-DOSSIER-005", "/posts/0/committee"},
          {"XR-DOSSIER-005", "/posts/0/functions/1"}}},
        {"码有歧义，不猜",
         cadre_with(R"("sanctions":[{"kind":"警告"},{"kind":"01"}],"education":[{"level":"11"}])"),
         {{"XR-DOSSIER-005", "/cadres/0/sanctions/0/kind"},
          {"XR-DOSSIER-005", "/cadres/0/sanctions/1/kind"},
          {"XR-DOSSIER-005", "/cadres/0/education/0/level"}}},
        {"整数写成小数",
         cadre_with(R"("assessments":[{"year":2020.5}])"),
         {{"XR-DOSSIER-006", "/cadres/0/assessments/0/year"}}},
        {"整数带小数点零",
         cadre_with(R"("assessments":[{"year":2020.0},{"year":2.02e3}])"),
         {{"XR-DOSSIER-006", "/cadres/0/assessments/0/year"},
          {"XR-DOSSIER-006", "/cadres/0/assessments/1/year"}}},
        {"数出范围",
         procedure_with(
             R"("discussion":{"members":-1,"due":1000000001,"present":9223372036854775807,"against":9223372036854775808,
             "deferred":123456789012345678901234567890},"integrity_exam":{"score":-0.5})"),
         {{"XR-DOSSIER-007", step + "/discussion/members"},
          {"XR-DOSSIER-007", step + "/discussion/due"},
          {"XR-DOSSIER-007", step + "/discussion/present"},
          {"XR-DOSSIER-007", step + "/discussion/against"},
          {"XR-DOSSIER-007", step + "/discussion/deferred"},
          {"XR-DOSSIER-007", step + "/integrity_exam/score"}}},
        {"考核年度出范围",
         cadre_with(R"("assessments":[{"year":20200},{"year":20}])"),
         {{"XR-DOSSIER-007", "/cadres/0/assessments/0/year"},
          {"XR-DOSSIER-007", "/cadres/0/assessments/1/year"}}},
        {"日期写法无效",
         cadre_with(
             R"("born":"1985.3","work_started":"二〇〇八年","civil_servant_since":"2018-109")"),
         {{"XR-DATE-001", "/cadres/0/born"},
          {"XR-DATE-001", "/cadres/0/work_started"},
          {"XR-DATE-001", "/cadres/0/civil_servant_since"}}},
        {"年出范围", cadre_with(R"("born":"0985-03")"), {{"XR-DATE-002", "/cadres/0/born"}}},
        {"月出范围", cadre_with(R"("born":"1985.13")"), {{"XR-DATE-003", "/cadres/0/born"}}},
        {"日出范围",
         cadre_with(R"("born":"1985-02-30","work_started":"2023-02-29")"),
         {{"XR-DATE-004", "/cadres/0/born"}, {"XR-DATE-004", "/cadres/0/work_started"}}},
        {"日期只有空白", cadre_with(R"("born":"　 ")"), {{"XR-DATE-005", "/cadres/0/born"}}},

        // What spans records.
        {"职位的机构不在",
         post_with(R"("organisation":"o")"),
         {{"XR-DOSSIER-011", "/posts/0/organisation"}}},
        {"上级职位不在",
         post_with(R"("reports_to":"q")"),
         {{"XR-DOSSIER-011", "/posts/0/reports_to"}}},
        {"上级机构不在",
         R"({"organisations":[{"id":"o","parent":"q"}]})",
         {{"XR-DOSSIER-011", "/organisations/0/parent"}}},
        {"经历的职位、机构，亲属不在",
         cadre_with(R"("tenures":[{"post":"p","organisation":"o"}],"relatives":[{"person":"d"}])"),
         {{"XR-DOSSIER-011", "/cadres/0/tenures/0/post"},
          {"XR-DOSSIER-011", "/cadres/0/tenures/0/organisation"},
          {"XR-DOSSIER-011", "/cadres/0/relatives/0/person"}}},
        {"任用的人、职位、机构、免去职位、推荐职位不在",
         R"({"appointments":[{"id":"a","candidate":"c","post":"p","organisation":"o","vacates":["q"],"procedure":{"recommendation":{"for_post":"r"}}}]})",
         {{"XR-DOSSIER-011", "/appointments/0/candidate"},
          {"XR-DOSSIER-011", "/appointments/0/post"},
          {"XR-DOSSIER-011", "/appointments/0/organisation"},
          {"XR-DOSSIER-011", "/appointments/0/vacates/0"},
          {"XR-DOSSIER-011", step + "/recommendation/for_post"}}},
        {"编号有误时，引用不另报",
         R"({"posts":[{"id":1}],"cadres":[{"id":"c","tenures":[{"post":"1"}]}]})",
         {{"XR-DOSSIER-002", "/posts/0/id"}}},
        {"编号重复",
         R"({"cadres":[{"id":"c"},{"id":"d"},{"id":"c"}],"posts":[{"id":"c"}]})",
         {{"XR-DOSSIER-012", "/cadres/2/id"}}},
        {"上级机构成环",
         R"({"organisations":[{"id":"a","parent":"b"},{"id":"b","parent":"a"}]})",
         {{"XR-DOSSIER-013", "/organisations/0/parent"}}},
        {"上级职位是自己",
         post_with(R"("reports_to":"p")"),
         {{"XR-DOSSIER-013", "/posts/0/reports_to"}}},
        {"三定两版重叠",
         R"({"organisations":[{"id":"o","establishments":[{"from":"2019-03-01","to":null},{"from":"2021-01-01","to":null}]}]})",
         {{"XR-DOSSIER-014", "/organisations/0/establishments/1/from"}}},
        {"任职止早于起",
         cadre_with(R"("tenures":[{"from":"2020-03","to":"2019-06-01","decided":"2020-03-15"}])"),
         {{"XR-DOSSIER-015", "/cadres/0/tenures/0/to"}}},
        {"决定日晚于止",
         cadre_with(R"("tenures":[{"to":"2019-06-01","decided":"2020-03-15"}])"),
         {{"XR-DOSSIER-015", "/cadres/0/tenures/0/to"}}},
        {"其他日期颠倒",
         cadre_with(
             R"("party":{"joined":"2009","full_member":"2008"},"investigation":{"since":"2024-02-01","concluded":"2024-01"},
             "education":[{"from":"2008","to":"2004"}],"sanctions":[{"decided":"2022-03-01","influence_until":"2021","conduct":{"from":"2021","to":"2020"}}])"),
         {{"XR-DOSSIER-015", "/cadres/0/party/full_member"},
          {"XR-DOSSIER-015", "/cadres/0/investigation/concluded"},
          {"XR-DOSSIER-015", "/cadres/0/education/0/to"},
          {"XR-DOSSIER-015", "/cadres/0/sanctions/0/influence_until"},
          {"XR-DOSSIER-015", "/cadres/0/sanctions/0/conduct/to"}}},
        {"环节日期颠倒",
         procedure_with(
             R"("inspection":{"from":"2024-03-20","to":"2024-03-19"},"notice":{"from":"2024-05-21","to":"2024-05-20"},
             "recommendation":{"talks":{"from":"2024-03-12","to":"2024-03-11"}})"),
         {{"XR-DOSSIER-015", step + "/inspection/to"},
          {"XR-DOSSIER-015", step + "/notice/to"},
          {"XR-DOSSIER-015", step + "/recommendation/talks/to"}}},
        {"环节之间的先后是规则的事",
         procedure_with(
             R"("motion":{"on":"2024-05-01"},"discussion":{"on":"2024-04-01"},"inspection":{"preview":"2024-06-01","from":"2024-05-01"})"),
         {}},

        // All at once.
        {"一次报全",
         R"({"schema":"xuanren.dossier/1","posts":[{"id":"p","level":"x"},{"id":"p"}],"cadres":[{"id":"c","born":"1985.13","born":"1985","name":null}],
             "appointments":[{"id":"a","candidate":"z","post":8,"procedure":{"discussion":{"members":"九"}}}]})",
         {{"XR-DOSSIER-005", "/posts/0/level"},
          {"XR-DOSSIER-012", "/posts/1/id"},
          {"XR-DATE-003", "/cadres/0/born"},
          {"XR-JSON-006", "/cadres/0/born"},
          {"XR-DOSSIER-003", "/cadres/0/name"},
          {"XR-DOSSIER-011", "/appointments/0/candidate"},
          {"XR-DOSSIER-002", "/appointments/0/post"},
          {"XR-DOSSIER-001", step + "/discussion/members"}}},
        {"语法错误之前的问题也报",
         R"({"cadres":[{"id":1},{"id":"c","born":"1985.13"},{]})",
         {{"XR-DOSSIER-002", "/cadres/0/id"},
          {"XR-DATE-003", "/cadres/1/born"},
          {"XR-JSON-001", ""}}},
    };
    const auto nested = [](int depth) {
        return R"({"cadres":[],"x-a":)" + std::string(static_cast<std::size_t>(depth), '[') +
               std::string(static_cast<std::size_t>(depth), ']') + "}";
    };
    all.push_back({"嵌套六十四层", nested(63), {}});
    std::string place = "/x-a";
    for (int i = 0; i < 63; ++i) place += "/0";
    all.push_back({"嵌套六十五层", nested(64), {{"XR-JSON-007", place}}});
    return all;
}

}  // namespace xuanren::testing
