// src/cli/kin_in_office.cpp
#include "kin_case.hpp"

#include <xuanren/relations/kin_relations.hpp>
#include <xuanren/report/json_writer.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace xuanren::cli {

namespace {

/// What the rules about each relation make of one pair: the gravest status, and the rules that say so.
struct pair_verdict {
    status gravest = status::not_applicable;
    std::vector<std::string> rules;

    [[nodiscard]] bool is_violated() const { return gravest == status::violated || gravest == status::failed; }
    [[nodiscard]] bool is_open() const { return gravest == status::judgement || gravest == status::undetermined; }
};

int grave(status s) {
    switch (s) {
        case status::violated: return 4;
        case status::failed: return 3;
        case status::undetermined: return 2;
        case status::judgement: return 1;
        default: return s == status::not_applicable ? -1 : 0;
    }
}

/// The verdicts on pairs: an organ's findings on a rule stand in the order of its pairs.
class pair_verdicts {
public:
    pair_verdicts(const dossier& records, const report& made) {
        for (const organisation_report& o : made.organisations) {
            const std::uint32_t at = records.links.organisations.find(records.organisations, o.id);
            for (const verdict& v : o.findings)
                if (v.of->each() == rule_each::relation) findings_[at][v.of->id()].push_back(&v);
        }
    }

    /// Of the next pair of that organ.
    [[nodiscard]] pair_verdict next(std::uint32_t organ) {
        const std::size_t place = seen_[organ]++;
        pair_verdict out;
        for (const auto& [rule, list] : findings_[organ]) {
            if (place >= list.size()) continue;
            const status s = list[place]->status;
            if (grave(s) > grave(out.gravest)) out = {s, {}};
            if (s == out.gravest && s != status::not_applicable) out.rules.push_back(rule);
        }
        return out;
    }

private:
    std::map<std::uint32_t, std::map<std::string, std::vector<const verdict*>>> findings_;
    std::map<std::uint32_t, std::size_t> seen_;
};

bool has_near(kinship_set readings) {
    bool out = false;
    readings.each([&out](kinship k) { out = out || !is_far(k); });
    return out;
}

std::string title_of(const kin_case& c, std::uint32_t held) {
    const holding& at = c.seats.holdings()[held];
    if (at.post != no_record && c.records.posts[at.post].title) return *c.records.posts[at.post].title;
    if (at.tenure != no_record)
        if (const auto& t = (*c.records.cadres[at.cadre].tenures)[at.tenure].title) return *t;
    return {};
}

/// Kin in office, contradictions and what is not declared, in words and as JSON.
class account {
public:
    explicit account(const kin_case& c) : c_(c), kin_(c.with.kin) {
        json_.begin_object();
        json_.member("schema", "xuanren.kin/1");
        json_.member("on", to_string(c.days.first));
    }

    void tell_pairs(const report& made) {
        pair_verdicts verdicts(c_.records, made);
        json_.key("relations");
        json_.begin_array();
        for (const kin_in_office& p : kin_in_office_on(c_.with, c_.seats, c_.days))
            tell_pair(p, verdicts.next(p.organ));
        json_.end_array();
    }

    void tell_contradictions() {
        std::string words;
        std::set<std::string> told;
        json_.key("contradictions");
        json_.begin_array();
        for (std::uint32_t i = 0; i < c_.records.cadres.size(); ++i) {
            if (kin_.declared_by(i).empty() && kin_.declared_about(i).empty()) continue;
            for (const kin_contradiction& fault : contradictions_of(kin_, i)) {
                std::vector<std::string> places;
                for (const std::uint32_t d : fault.declarations) places.push_back(place_of(kin_.declarations()[d]));
                std::sort(places.begin(), places.end());
                const text says = fault_words(kin_, fault);
                const std::string where = fmt::format("{}", fmt::join(places, " "));
                // Either side of a contradiction has it.
                if (!told.insert(places.empty() ? says.zh : where).second) continue;
                json_.begin_object();
                json_.member("says", c_.say(says));
                write_list(json_, "records", places);
                json_.end_object();
                words += c_.s.say("! 申报矛盾：", "! contradiction: ") + c_.say(says) + "  " + where + "\n";
            }
        }
        json_.end_array();
        is_contradicted_ = !told.empty();
        if (!words.empty()) text_ += (text_.empty() ? "" : "\n") + words;
    }

    void tell_not_declared() {
        std::vector<std::string> missing;
        for (std::uint32_t i = 0; i < c_.records.cadres.size(); ++i)
            if (!kin_.is_closed(i)) missing.push_back(c_.records.cadres[i].id);
        write_list(json_, "not_declared", missing);
        if (!text_.empty()) text_ += "\n";
        text_ += c_.s.say(
            fmt::format("{}：须回避{}对，待核{}对，同机关或者上下级的其他亲属{}对；{}人的亲属没有完整申报，未申报不等于没有\n",
                        to_string(c_.days.first), violated_, open_, fine_, missing.size()),
            fmt::format("{}: {} to avoid, {} open, {} other pairs of kin in one organ or on one line; {} have not declared all "
                        "kin, and not declared is not the same as none\n",
                        to_string(c_.days.first), violated_, open_, fine_, missing.size()));
    }

    exit_status finish() && {
        json_.end_object();
        print(c_.is_json ? std::move(json_).text() + "\n" : text_, c_.s.in);
        if (violated_ > 0) return exit_status::violation;
        return open_ > 0 || is_contradicted_ ? exit_status::open : exit_status::fine;
    }

private:
    void tell_pair(kin_in_office p, const pair_verdict& v) {
        (v.is_violated() ? violated_ : v.is_open() ? open_ : fine_) += 1;
        // A kinship that has a name from one side alone is told from there.
        if (!has_near(p.second_is) && has_near(p.first_is)) {
            std::swap(p.first, p.second);
            std::swap(p.first_holding, p.second_holding);
            std::swap(p.first_is, p.second_is);
        }
        const auto way = way_of(kin_, p.first, p.second, p.second_is, c_.days);
        const text in = c_.classes.words(p.second_is), path = way_words(way), names = way_with_names(kin_, p.first, way);
        const auto records = records_between(c_.with, p.first, p.second, way);
        const std::string first_post = title_of(c_, p.first_holding), second_post = title_of(c_, p.second_holding);
        json_.begin_object();
        json_.member("organisation", p.organ == no_record ? "" : c_.records.organisations[p.organ].id);
        json_.member("first", c_.records.cadres[p.first].id);
        json_.member("first_post", first_post);
        json_.member("second", c_.records.cadres[p.second].id);
        json_.member("second_post", second_post);
        write_kinships("second_is", p.second_is);
        write_kinships("first_is", p.first_is);
        json_.member("class", c_.say(in));
        json_.member("settled", p.is_settled ? "yes" : "no");
        json_.member("path", c_.say(path));
        json_.member("through", c_.say(names));
        write_list(json_, "records", records);
        json_.member("status", code_of(v.gravest));
        write_list(json_, "rules", v.rules);
        json_.end_object();
        if (!v.is_violated() && !v.is_open()) return;
        const std::string organ =
            p.organ != no_record && c_.records.organisations[p.organ].name ? *c_.records.organisations[p.organ].name : "";
        const text what = kinship_words(kin_, p.first, p.second, p.second_is);
        text_ += fmt::format("{} {}  {}（{}） — {}（{}）  {}\n", v.is_violated() ? "✗" : "?", organ, name_of(kin_, p.first),
                             first_post, name_of(kin_, p.second), second_post,
                             v.is_violated()                     ? c_.s.say("须回避", "requires avoidance")
                             : v.gravest == status::judgement ? c_.s.say("待研判", "left to judgement")
                                                                 : c_.s.say("情况不明", "undetermined"));
        text_ += c_.s.say("    " + what.zh + "，" + in.zh, "    " + what.en + " (" + in.en + ")");
        text_ += !way.empty() ? c_.s.say("。路径：" + path.zh + "　" + names.zh, "; path: " + path.en + "; " + names.en)
                 : c_.with.matches.between(p.first, p.second)
                     ? c_.s.say("。申报的姓名与出生年月相符，须由人核实", "; name and date of birth fit, people verify it")
                     : std::string();
        text_ += "\n";
        text_ += c_.s.say("    依据：", "    on record: ") +
                 fmt::format("{}　{}\n", fmt::join(records, " "), fmt::join(v.rules, " "));
    }
    void write_kinships(std::string_view key, kinship_set of) {
        json_.key(key);
        json_.begin_array();
        of.each([this](kinship k) { json_.item(english_of(k)); });
        json_.end_array();
    }

    const kin_case& c_;
    const kin_graph& kin_;
    json_writer json_;
    std::string text_;
    std::size_t violated_ = 0, open_ = 0, fine_ = 0;
    bool is_contradicted_ = false;
};

}  // namespace

exit_status tell_relations(const kin_case& c, const report& made) {
    account out(c);
    out.tell_pairs(made);
    out.tell_contradictions();
    out.tell_not_declared();
    return std::move(out).finish();
}

}  // namespace xuanren::cli
