// src/cli/kin_between.cpp
#include "kin_case.hpp"

#include <xuanren/report/json_writer.hpp>

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

namespace xuanren::cli {

namespace {

/// The relations of two persons, in words and as JSON.
class relation_account {
public:
    relation_account(const kin_case& c, std::uint32_t a, std::uint32_t b)
        : c_(c), kin_(c.with.kin), a_(a), b_(b) {}

    void tell(const kin_relation& r, const std::vector<kin_way_step>& way) {
        is_open_ = is_open_ || !r.is_settled || r.stands == standing::maybe;
        const text what = kinship_words(kin_, a_, b_, r.readings), in = c_.classes.words(r.readings), path = way_words(way),
                   names = way_with_names(kin_, a_, way);
        const std::vector<std::string> records = records_between(c_.with, a_, b_, way);
        json_.begin_object();
        json_.key("kinships");
        json_.begin_array();
        r.readings.each([this](kinship k) { json_.item(english_of(k)); });
        json_.end_array();
        json_.member("class", c_.say(in));
        json_.member("settled", r.is_settled ? "yes" : "no");
        json_.member("stands", r.stands == standing::yes ? "yes" : r.stands == standing::no ? "no" : "unknown");
        json_.member("path", c_.say(path));
        json_.member("through", c_.say(names));
        write_list(json_, "records", records);
        json_.end_object();
        const std::string one = name_of(kin_, a_), other = name_of(kin_, b_);
        text_ += c_.s.say(fmt::format("{}是{}的{}：{}", other, one, what.zh, in.zh),
                          fmt::format("{} is to {}: {} ({})", other, one, what.en, in.en));
        if (!r.is_settled) text_ += c_.s.say("（须由人核实）", " (people verify it)");
        if (r.stands == standing::maybe)
            text_ += c_.s.say("（当日是否存续不明）", " (whether it lasts on that day is not known)");
        if (r.stands == standing::no) text_ += c_.s.say("（当日不存续）", " (it does not last on that day)");
        text_ += "\n";
        if (!way.empty())
            text_ += c_.s.say("    路径：" + path.zh + "　" + names.zh, "    path: " + path.en + "; " + names.en) + "\n";
        if (!records.empty())
            text_ += c_.s.say("    依据：", "    on record: ") + fmt::format("{}\n", fmt::join(records, " "));
    }

    [[nodiscard]] json_writer& json() { return json_; }
    [[nodiscard]] std::string& words() { return text_; }
    [[nodiscard]] bool is_open() const { return is_open_; }

private:
    const kin_case& c_;
    const kin_graph& kin_;
    std::uint32_t a_, b_;
    json_writer json_;
    std::string text_;
    bool is_open_ = false;
};

/// What one may be to the other by name and birth.
void tell_matches(const kin_case& c, std::uint32_t a, std::uint32_t b, relation_account& out) {
    const kin_graph& kin = c.with.kin;
    const auto tell = [&](const kin_match& m, bool is_turned) {
        const kin_declaration& d = kin.declarations()[m.declaration];
        const standing lasts = kin.stands(kin.record_of(d), c.days);
        out.tell({b, is_turned ? inverse_of(d.readings) : d.readings, false, lasts}, {});
    };
    for (const kin_match& m : c.with.matches.by(a))
        if (m.about == b) tell(m, false);
    for (const kin_match& m : c.with.matches.by(b))
        if (m.about == a) tell(m, true);
}

/// The contradictions in which the two stand; true where there are any.
bool tell_contradictions(const kin_case& c, std::uint32_t a, std::uint32_t b, relation_account& out) {
    json_writer& json = out.json();
    json.key("contradictions");
    json.begin_array();
    bool is_any = false;
    for (const kin_contradiction& fault : contradictions_of(c.with.kin, a)) {
        if (fault.cadre != b && fault.other != b) continue;
        is_any = true;
        const text says = fault_words(c.with.kin, fault);
        json.item(std::string_view(c.say(says)));
        out.words() += c.s.say("! 申报矛盾：", "! contradiction: ") + c.say(says) + "\n";
    }
    json.end_array();
    return is_any;
}

}  // namespace

std::vector<kin_way_step> way_between(const kin_case& c, std::uint32_t a, std::uint32_t b) {
    const std::vector<kin_relation> found = c.with.kin.between(a, b, c.days);
    if (found.empty()) return c.with.kin.any_way(a, b);
    return way_of(c.with.kin, a, b, found.front().readings, c.days);
}

exit_status tell_relation(const kin_case& c, std::uint32_t a, std::uint32_t b) {
    const kin_graph& kin = c.with.kin;
    relation_account out(c, a, b);
    json_writer& json = out.json();
    json.begin_object();
    json.member("schema", "xuanren.kin/1");
    json.member("on", to_string(c.days.first));
    json.member("first", c.records.cadres[a].id);
    json.member("second", c.records.cadres[b].id);
    json.key("relations");
    json.begin_array();
    for (const kin_relation& r : kin.between(a, b, c.days)) out.tell(r, way_of(kin, a, b, r.readings, c.days));
    if (out.words().empty()) tell_matches(c, a, b, out);
    if (out.words().empty())
        if (const auto far = kin.any_way(a, b); !far.empty())
            out.tell({b, {kin_graph::kinship_along(far)}, true, standing::yes}, far);
    json.end_array();
    const bool is_closed = kin.is_closed(a) || kin.is_closed(b);
    const bool is_none = out.words().empty(), is_unknown = is_none && !is_closed;
    const bool is_contradicted = tell_contradictions(c, a, b, out);
    json.member("declared", is_closed ? "yes" : "no");
    json.end_object();
    if (is_none)
        out.words() += is_unknown ? c.s.say("关系不明：双方的亲属都没有完整申报，未申报不等于没有\n",
                                           "Not known: neither has declared all kin, and not declared is not the same as none\n")
                                 : c.s.say("没有亲属关系：申报完整，各人之间无亲属路径\n",
                                           "No kinship: kin are declared in full, and no declaration joins the two\n");
    print(c.is_json ? std::move(json).text() + "\n" : out.words(), c.s.in);
    return is_unknown || is_contradicted || out.is_open() ? exit_status::open : exit_status::fine;
}

}  // namespace xuanren::cli
