// src/cli/quota_command.cpp
#include "command.hpp"
#include "input.hpp"

#include <xuanren/check/quota.hpp>
#include <xuanren/check/slates.hpp>
#include <xuanren/io/read_dossier.hpp>
#include <xuanren/relations/holding.hpp>
#include <xuanren/relations/occupancy.hpp>
#include <xuanren/report/of_dossier.hpp>
#include <xuanren/report/quota_text.hpp>
#include <xuanren/report/slate_words.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <utility>
#include <vector>

namespace xuanren::cli {

namespace {

struct quota_arguments {
    std::string file;
    std::optional<std::string> on, from, to;
    std::string organisation;
    std::string format = "text";
    bool holders = false, slate = false;
};

/// An organisation on one day.
quota_table table_on(const dossier& records, const occupancy& seats, std::uint32_t index, const civil_date& day) {
    const organisation& of = records.organisations[index];
    const day_span span{day.first_day(), day.last_day()};
    const organisation_view view(records, seats, index, span);
    quota_table q;
    q.id = of.id;
    if (of.name) q.name = *of.name;
    q.on = day;
    if (const establishment* e = view.in_force()) {
        if (e->document) q.document = *e->document;
        if (e->headcount) q.headcount = *e->headcount;
        q.people = detail::exactly(seats.people(index, {span}));
    }
    q.seats = seats_of(view);
    q.rank_seats = rank_seats_of(view);
    return q;
}

/// The days between two on which a post of an organisation is taken or left, its establishment
/// changes, or a rank of its people begins or ends; the first day too.
std::vector<civil_date> days_of_change(const occupancy& seats, std::uint32_t index, const civil_date& from,
                                       const civil_date& to) {
    const dossier& records = seats.book();
    std::set<civil_date> days{from};
    const auto add = [&](const field<day_span>& d) {
        if (d && !(d->first < from) && !(to < d->first)) days.insert(d->first);
    };
    for (const std::uint32_t i : seats.holdings_at(index)) {
        const holding& h = seats.holdings()[i];
        add(h.since);
        add(h.until);
        add(h.vacated);
    }
    for (const establishment& e : *records.organisations[index].establishments) {
        add(span_of_days(e.from));
        add(span_of_days(e.to));
    }
    for (const std::uint32_t c : seats.people_of(index)) {
        if (records.cadres[c].ranks)
            for (const rank_held& r : *records.cadres[c].ranks) {
                add(span_of_days(r.from));
                add(span_of_days(r.to));
            }
        for (const std::uint32_t a : seats.appointments_of(c)) add(detail::effect_of(records.appointments[a]));
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
    return a.document == b.document && a.headcount == b.headcount && a.people == b.people && equal(a.seats, b.seats) && equal(a.rank_seats, b.rank_seats);
}

/// The slates of a dossier, told as `check` tells them.
exit_status tell_slates(const dossier& records, const occupancy& seats, const quota_arguments& held, const session& s) {
    report r;
    for (std::size_t i = 0; i < records.appointments.size(); ++i) {
        const appointment& a = records.appointments[i];
        appointment_report& each = r.appointments.emplace_back();
        each.index = i;
        each.id = a.id;
        each.candidate = a.candidate;
        if (a.post) each.post = *a.post;
        if (a.kind) each.kind = std::string(english_of(*a.kind));
    }
    r.slates = slates_of(seats);
    if (held.format == "json") {
        json_writer out;
        out.begin_object();
        out.member("schema", "xuanren.slate/1");
        write_slates(out, r);
        out.end_object();
        print(std::move(out).text() + "\n", s.in);
    } else if (r.slates.empty()) {
        print(s.say("没有相互关联的任免", "No appointments depend on one another") + "\n", s.in);
    } else {
        print(slates_text(r, names_in(records, r), page(s.in)), s.in);
    }
    exit_status out = exit_status::fine;
    for (const slate& each : r.slates) {
        if (each.exists == truth::no || each.kept == truth::no) return exit_status::violation;
        if (each.kept == truth::unknown) out = exit_status::open;
    }
    return out;
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
    const auto read_day = [&](const char* option, const std::optional<std::string>& written,
                         std::optional<civil_date>& into) {
        if (!written) return true;
        auto read = date_of_option(option, *written);
        if (!read) return complain(read.problems(), s.in), false;
        into = *read;
        return true;
    };
    std::optional<civil_date> on, from, to;
    if (!read_day("--on", held.on, on) || !read_day("--from", held.from, from) || !read_day("--to", held.to, to))
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
    if (held.slate) return tell_slates(records, seats, held, s);
    const auto one = from ? std::nullopt : organisation_day(records, seats, on);
    if (!from && !one)
        return wrong_use(s, {"卷宗没有载明日期，须以 --on 指定", "the dossier has no date of its own: give --on"});
    // By day, and by organisation within.
    std::vector<std::pair<civil_date, std::uint32_t>> asked;
    for (std::uint32_t i = 0; i < records.organisations.size(); ++i) {
        const organisation& of = records.organisations[i];
        if (!held.organisation.empty() && of.id != held.organisation) continue;
        if (!of.establishments || of.establishments->empty()) continue;
        if (one) asked.emplace_back(*one, i);
        else
            for (const civil_date& day : days_of_change(seats, i, *from, *to)) asked.emplace_back(day, i);
    }
    std::sort(asked.begin(), asked.end());

    bool is_over = false, has_any = false;
    std::map<std::uint32_t, quota_table> last;
    json_writer json;
    json.begin_object();
    json.member("schema", "xuanren.quota/1");
    json.key("organisations");
    json.begin_array();
    std::string told;
    const text_options set = page(s.in);
    for (const auto& [day, index] : asked) {
        quota_table now = table_on(records, seats, index, day);
        for (const auto* list : {&now.seats, &now.rank_seats})
            for (const seat_report& seat : *list)
                is_over = is_over || (seat.approved && seat.occupied && *seat.occupied > *seat.approved);
        is_over = is_over || (now.headcount && now.people && *now.people > *now.headcount);
        const auto before = last.find(index);
        if (before != last.end() && is_same(before->second, now)) continue;
        has_any = true;
        if (held.format == "json") {
            write(json, now);
        } else {
            if (!told.empty()) told += "\n";
            told += to_text(now, set, held.holders);
        }
        if (from) last.insert_or_assign(index, std::move(now));
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
    command->add_flag("--slate", held->slate, s.say("同日讨论决定、相互关联的任免按什么次序生效，每一步才有空缺职数", "In what order appointments that depend on one another find their seats free"));
    command->footer(s.say("■ 已配，□ 空缺，▨ 超出。有超职数的退出状态为 1。",
                          "■ taken, □ free, ▨ over. Exit status 1 where any number is exceeded."));
    command->callback([held, &s] { s.run = [held, &s] { return run(*held, s); }; });
}

}  // namespace xuanren::cli
