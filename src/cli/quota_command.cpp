// src/cli/quota_command.cpp
#include "command.hpp"
#include "input.hpp"

#include <xuanren/check/quota.hpp>
#include <xuanren/check/slate.hpp>
#include <xuanren/io/read_dossier.hpp>
#include <xuanren/relations/holding.hpp>
#include <xuanren/relations/occupancy.hpp>
#include <xuanren/report/quota_text.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <set>
#include <utility>

namespace xuanren::cli {

namespace {

struct quota_arguments {
    std::string file;
    std::optional<std::string> on, from, to;
    std::string organisation;
    std::string format = "text";
    bool holders = false, slate = false;
};

/// The organisations that have an establishment, on one day.
std::vector<quota_table> tables_on(const dossier& records, const occupancy& seats, const civil_date& day,
                                   const std::string& only) {
    std::vector<quota_table> out;
    const day_span span{day.first_day(), day.last_day()};
    for (std::uint32_t i = 0; i < records.organisations.size(); ++i) {
        const organisation& of = records.organisations[i];
        if (!only.empty() && of.id != only) continue;
        if (!of.establishments || of.establishments->empty()) continue;
        const organisation_view view(records, seats, i, span);
        quota_table q;
        q.id = of.id;
        if (of.name) q.name = *of.name;
        q.on = day;
        if (const establishment* e = view.in_force()) {
            if (e->document) q.document = *e->document;
            if (e->headcount) q.headcount = *e->headcount;
            q.people = detail::exactly(seats.people(i, {span}));
        }
        q.seats = seats_of(view);
        q.rank_seats = rank_seats_of(view);
        out.push_back(std::move(q));
    }
    return out;
}

/// The days between two on which a post is taken or left, an establishment changes, or a rank begins.
std::vector<civil_date> days_of_change(const dossier& records, const occupancy& seats, const civil_date& from,
                                       const civil_date& to) {
    std::set<civil_date> days{from};
    const auto add = [&](const field<day_span>& d) {
        if (d && !(d->first < from) && !(to < d->first)) days.insert(d->first);
    };
    for (const holding& h : seats.holdings()) {
        add(h.since);
        add(h.until);
        add(h.vacated);
    }
    for (const organisation& o : records.organisations)
        if (o.establishments)
            for (const establishment& e : *o.establishments) {
                add(span_of_days(e.from));
                add(span_of_days(e.to));
            }
    for (const cadre& c : records.cadres)
        if (c.ranks)
            for (const rank_held& r : *c.ranks) {
                add(span_of_days(r.from));
                add(span_of_days(r.to));
            }
    return {days.begin(), days.end()};
}

/// Whether two days tell the same of an organisation.
bool is_same(const quota_table& a, const quota_table& b) {
    const auto equal = [](const std::vector<seat_report>& x, const std::vector<seat_report>& y) {
        return std::equal(x.begin(), x.end(), y.begin(), y.end(), [](const seat_report& p, const seat_report& q) {
            return p.subject == q.subject && p.approved == q.approved && p.occupied == q.occupied &&
                   p.at_most == q.at_most;
        });
    };
    return a.document == b.document && equal(a.seats, b.seats) && equal(a.rank_seats, b.rank_seats);
}

/// The last day before anything of the dossier takes effect.
std::optional<day_span> before_slate(const dossier& records) {
    std::optional<civil_date> first;
    for (const appointment& a : records.appointments)
        if (const auto effect = detail::effect_of(a); effect && (!first || effect->first < *first)) first = effect->first;
    if (!first) return std::nullopt;
    const civil_date before = *first + xuanren::days(-1);
    return day_span{before, before};
}

exit_status tell_slate(const dossier& records, const occupancy& seats, const quota_arguments& held, const session& s) {
    const auto before = before_slate(records);
    if (!before) return wrong_use(s, {"卷宗中的任免没有生效日期", "no appointment of the dossier has a day of effect"});
    const slate_order order = order_of_slate(records, seats, *before);
    const auto name = [&](std::uint32_t i) { return records.appointments[i].id; };
    if (held.format == "json") {
        json_writer out;
        out.begin_object();
        out.member("schema", "xuanren.slate/1");
        out.member("exists", order.exists());
        out.member("kept", order.is_kept());
        const auto ties = [&](std::string_view key, const std::vector<slate_tie>& list) {
            out.key(key);
            out.begin_array();
            for (const slate_tie& t : list) {
                out.begin_object();
                out.member("first", name(t.first));
                out.member("second", name(t.second));
                out.end_object();
            }
            out.end_array();
        };
        ties("ties", order.ties);
        out.key("steps");
        out.begin_array();
        for (const auto& step : order.steps) {
            out.begin_array();
            for (const std::uint32_t i : step) out.item(name(i));
            out.end_array();
        }
        out.end_array();
        out.key("without_seat");
        out.begin_array();
        for (const std::uint32_t i : order.without_seat) out.item(name(i));
        out.end_array();
        ties("too_early", order.too_early);
        out.end_object();
        print(std::move(out).text() + "\n", s.in);
    } else {
        std::string told = order.exists() ? s.say("存在使每一步都有空缺职数的先后次序", "There is an order in which each step finds its seat free")
                                          : s.say("不存在使每一步都有空缺职数的先后次序", "There is no order in which each step finds its seat free");
        told += "\n";
        for (std::size_t k = 0; k < order.steps.size(); ++k) {
            told += "  " + std::to_string(k + 1) + "  ";
            for (std::size_t i = 0; i < order.steps[k].size(); ++i)
                told += (i == 0 ? "" : s.say("、", ", ")) + name(order.steps[k][i]);
            if (order.steps[k].size() > 1) told += s.say("（须同日生效）", " (on the same day)");
            told += "\n";
        }
        for (const slate_tie& t : order.ties)
            told += "  " + s.say(name(t.second) + " 所任职位由 " + name(t.first) + " 空出", name(t.second) + " takes the seat that " + name(t.first) + " leaves") + "\n";
        for (const std::uint32_t i : order.without_seat)
            told += "  " + s.say(name(i) + " 没有空缺职数", name(i) + " finds no free seat") + "\n";
        for (const slate_tie& t : order.too_early)
            told += "  " + s.say(name(t.second) + " 先于 " + name(t.first) + " 生效，其间超职数", name(t.second) + " takes effect before " + name(t.first) + ": beyond quota in between") + "\n";
        print(told, s.in);
    }
    return order.is_kept() ? exit_status::fine : exit_status::violation;
}

exit_status run(const quota_arguments& held, const session& s) {
    if (held.format != "text" && held.format != "json") {
        problem p = unknown_name("XR-CLI-012", {"格式", "format"}, held.format, {"text", "json"});
        return wrong_use(s, p.message);
    }
    if (held.file.empty()) return wrong_use(s, {"未给出卷宗文件", "no dossier file"});
    if (held.on && (held.from || held.to))
        return wrong_use(s, {"--on 不能与 --from、--to 同时使用", "--on does not go with --from and --to"});
    if (held.from.has_value() != held.to.has_value())
        return wrong_use(s, {"--from 与 --to 须同时给出", "--from and --to go together"});
    const auto day = [&](const char* option, const std::optional<std::string>& written,
                         std::optional<civil_date>& into) {
        if (!written) return true;
        auto read = date_of_option(option, *written);
        if (!read) return complain(read.problems(), s.in), false;
        into = *read;
        return true;
    };
    std::optional<civil_date> on, from, to;
    if (!day("--on", held.on, on) || !day("--from", held.from, from) || !day("--to", held.to, to))
        return exit_status::wrong;
    if (from && *to < *from)
        return wrong_use(s, {"--from 晚于 --to", "--from lies after --to"});

    auto bytes = read_file(held.file);
    if (!bytes) return complain(bytes.problems(), s.in), exit_status::wrong;
    auto read = read_dossier(*bytes, name_of_file(held.file, s.in));
    if (!read) return refuse_dossier(held.file, read.problems(), s.in), exit_status::wrong;
    const dossier& records = read->value;
    if (!held.organisation.empty() && records.find_organisation(held.organisation) == nullptr) {
        std::vector<std::string> known;
        for (const organisation& o : records.organisations) known.push_back(o.id);
        complain({unknown_name("XR-CLI-014", {"机构", "organisation"}, held.organisation, known)}, s.in);
        return exit_status::wrong;
    }
    const occupancy seats(records);
    if (held.slate) return tell_slate(records, seats, held, s);
    std::vector<civil_date> days;
    if (from) {
        days = days_of_change(records, seats, *from, *to);
    } else if (const auto one = organisation_day(records, seats, on)) {
        days = {*one};
    } else {
        return wrong_use(s, {"卷宗没有载明日期，须以 --on 指定", "the dossier has no date of its own: give --on"});
    }

    bool is_over = false, has_any = false;
    std::vector<quota_table> last;
    json_writer json;
    json.begin_object();
    json.member("schema", "xuanren.quota/1");
    json.key("organisations");
    json.begin_array();
    std::string told;
    const text_options set = page(s.in);
    for (const civil_date& each : days) {
        std::vector<quota_table> now = tables_on(records, seats, each, held.organisation);
        for (std::size_t i = 0; i < now.size(); ++i) {
            for (const auto* list : {&now[i].seats, &now[i].rank_seats})
                for (const seat_report& seat : *list)
                    is_over = is_over || (seat.approved && seat.occupied && *seat.occupied > *seat.approved);
            if (i < last.size() && is_same(last[i], now[i])) continue;
            has_any = true;
            if (held.format == "json") {
                write(json, now[i]);
            } else {
                if (!told.empty()) told += "\n";
                told += to_text(now[i], set, held.holders);
            }
        }
        last = std::move(now);
    }
    json.end_array();
    json.end_object();
    print(held.format == "json" ? std::move(json).text() + "\n" : told, s.in);
    if (!has_any)
        complain(text{"没有载有三定规定的机构", "no organisation has an establishment on file"}, s.in);
    return is_over ? exit_status::violation : has_any ? exit_status::fine : exit_status::open;
}

}  // namespace

void add_quota(CLI::App& program, session& s) {
    CLI::App* command = add_command(program, s, "quota", s.say("职数台账：核定、实有、空缺", "Seats and ranks: approved, occupied, free"));
    const auto held = std::make_shared<quota_arguments>();
    command->add_option("FILE", held->file, s.say("卷宗文件（JSON）；“-”为标准输入", "Dossier file (JSON); \"-\" is standard input"))->type_name("");
    add_value(*command, "--on", held->on, s.say("查看哪一天（默认卷宗的日期，或者最后一件任免生效之日）", "The day to look at (default: the dossier's own, or the last day of effect)"), "DATE");
    add_value(*command, "--from", held->from, s.say("自哪一天起的逐日变动", "Every change from this day"), "DATE");
    add_value(*command, "--to", held->to, s.say("至哪一天", "up to this day"), "DATE");
    add_value(*command, "--organisation", held->organisation, s.say("只看一个机构", "One organisation only"), "ID");
    add_value(*command, "--format", held->format, s.say("输出格式：text 或 json（默认 text）", "Output: text or json (default text)"), "FORMAT");
    command->add_flag("--holders", held->holders, s.say("列出占用职数的人员及起始日", "List who takes the seats, and since when"));
    command->add_flag("--slate", held->slate, s.say("卷宗中的任免按什么次序生效，才都有空缺职数", "In what order the appointments of the dossier find their seats free"));
    command->footer(s.say("■ 已配，□ 空缺，▨ 超出。有超职数的退出状态为 1。",
                          "■ taken, □ free, ▨ over. Exit status 1 where any number is exceeded."));
    command->callback([held, &s] { s.run = [held, &s] { return run(*held, s); }; });
}

}  // namespace xuanren::cli
