// include/xuanren/report/annual_json.hpp
#pragma once

#include <xuanren/check/annual_figures.hpp>
#include <xuanren/report/annual_words.hpp>
#include <xuanren/report/json_writer.hpp>
#include <xuanren/report/names.hpp>
#include <xuanren/report/quota_text.hpp>
#include <xuanren/report/wording.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xuanren {

namespace detail {

/// Writes the figures of a year; rows and columns of every table stand there, empty ones too.
class annual_writer {
public:
    annual_writer(const annual_figures& f, const wording& words, const annual_names& names)
        : f_(f), words_(words), names_(names) {}

    [[nodiscard]] std::string write() && {
        out_.begin_object();
        out_.member("schema", "xuanren.annual/1");
        out_.member("year", f_.year);
        day("on", f_.on);
        object("rulebook", [&] {
            out_.member("name", f_.rulebook_name);
            out_.member("digest", f_.rulebook_digest);
            out_.member("unverified_off", f_.unverified_off);
        });
        out_.member("count", f_.appointments.size());
        array("other_years", f_.other_years, [&](int y) { out_.item(y); });
        object("by_outcome", [&] {
            for (const outcome o : outcomes_worst_first)
                out_.member(code_of(o), f_.by_outcome[static_cast<std::size_t>(o)]);
        });
        object("tables", [&] {
            for (const cross_table& t : f_.tables) table(t);
        });
        table("rank_promotions", f_.ranks);
        table("kinds", f_.kinds);
        table("organisations", f_.organisations);
        array("appointments", f_.appointments,
              [&](const annual_appointment& a) { appointment(a); });
        array("exceptional", f_.exceptional, [&](const annual_exceptional& e) { exceptional(e); });
        out_.member("exceptional_not_on_record", f_.exceptional_not_on_record);
        object("prior_reports", [&] {
            array("matters", f_.matters, [&](const annual_matter& m) { matter(m); });
            out_.member("none", f_.no_prior_report);
            out_.member(not_on_record, f_.prior_reports_not_on_record);
        });
        object("procedure", [&] {
            out_.member("raised", f_.raised);
            array("steps", f_.steps, [&](const annual_step& s) { step(s); });
            array("steps_of_raised", f_.steps_of_raised, [&](const annual_step& s) { step(s); });
            array("meetings", f_.meetings, [&](const annual_meeting& m) { meeting(m); });
            out_.member("objections", f_.objections);
        });
        array("findings", f_.findings,
              [&](const annual_finding& one) { finding(one, "appointments"); });
        array("organisation_findings", f_.organisation_findings,
              [&](const annual_finding& one) { finding(one, "organisations"); });
        array("obligations", f_.duties, [&](const annual_duty& d) {
            out_.begin_object();
            out_.member("rule", d.of->id());
            out_.member("open", d.open);
            out_.member("met", d.met);
            out_.member("overdue", d.overdue);
            out_.end_object();
        });
        object("corps", [&] { corps(f_.corps); });
        array("not_counted", f_.gaps, [&](const annual_gap& g) {
            out_.begin_object();
            out_.member("what", g.code);
            out_.member("count", g.count);
            words_list("ids", g.subjects);
            out_.end_object();
        });
        out_.end_object();
        return std::move(out_).text() + "\n";
    }

private:
    template <class Write>
    void object(std::string_view key, Write write) {
        out_.key(key);
        out_.begin_object();
        write();
        out_.end_object();
    }
    template <class List, class Write>
    void array(std::string_view key, const List& list, Write write) {
        out_.key(key);
        out_.begin_array();
        for (const auto& item : list) write(item);
        out_.end_array();
    }
    void words_list(std::string_view key, const std::vector<std::string>& list) {
        array(key, list, [&](const std::string& word) { out_.item(word); });
    }
    void day(std::string_view key, const std::optional<civil_date>& d) {
        if (d)
            out_.member(key, to_string(*d));
        else
            out_.null_member(key);
    }
    void day(std::string_view key, const field<civil_date>& d) {
        day(key, d ? std::optional(*d) : std::nullopt);
    }
    /// A date known to the month or the year is written so.
    void day(std::string_view key, const std::optional<interval<civil_date>>& d) {
        if (!d) return out_.null_member(key);
        const civil_date low = d->low(), high = d->high();
        const civil_date month(low.year(), low.month()), year(low.year());
        const civil_date written = d->is_exact()                                          ? low
                                   : low == month.first_day() && high == month.last_day() ? month
                                                                                          : year;
        out_.member(key, to_string(written));
    }
    template <class E>
    void word(std::string_view key, const std::optional<E>& e) {
        if (e)
            out_.member(key, english_of(*e));
        else
            out_.null_member(key);
    }
    void text_or_null(std::string_view key, std::string_view word) {
        if (word.empty())
            out_.null_member(key);
        else
            out_.member(key, word);
    }

    void table(const cross_table& t) { table(t.by, t); }
    void table(std::string_view key, const cross_table& t) {
        object(key, [&] {
            for (const cross_table::row& r : t.rows)
                object(r.code, [&] {
                    for (std::size_t c = 0; c < t.columns.size(); ++c)
                        out_.member(t.columns[c], r.counts[c]);
                    out_.member("total", r.total());
                });
        });
    }

    void appointment(const annual_appointment& a) {
        out_.begin_object();
        out_.member("id", a.id);
        out_.member("candidate", a.candidate);
        if (a.post)
            out_.member("post", *a.post);
        else
            out_.null_member("post");
        day("decided", a.on);
        out_.member("placed_by", a.is_placed_by_letter ? "appointment" : "discussion");
        word("kind", a.counted);
        word("kind_declared", a.declared);
        word("kind_derived", a.derived);
        word("kind_in_career", a.in_career);
        out_.member("agreement", detail::code_of(a.agreement));
        out_.member("ground", detail::code_of(a.ground));
        object("reason", [&] {
            out_.member("zh", ground_words(a, language::zh));
            out_.member("en", ground_words(a, language::en));
        });
        word("level_held", a.held);
        out_.member("level", a.in_level);
        text_or_null("rank", a.in_rank);
        text_or_null("organisation", a.organisation);
        out_.member("outcome", code_of(a.outcome));
        out_.end_object();
    }

    void exceptional(const annual_exceptional& e) {
        out_.begin_object();
        out_.member("appointment", f_.appointments[e.appointment].id);
        out_.member("recorded", e.is_recorded);
        const exceptional_request none;
        const exceptional_request& r = e.request ? *e.request : none;
        if (r.type)
            out_.member("type", english_of(*r.type));
        else
            out_.null_member("type");
        if (r.ground)
            out_.member("ground", english_of(*r.ground));
        else
            out_.null_member("ground");
        day("requested", r.requested);
        day("approved", r.approved);
        text_or_null("approved_by",
                     r.approved_by ? std::string_view(*r.approved_by) : std::string_view());
        out_.member("approval", detail::code_of(e.order));
        array("breaks", r.breaks ? *r.breaks : std::vector<std::string>{},
              [&](const std::string& id) { out_.item(id); });
        array("set_aside", e.set_aside, [&](const auto& rule) { out_.item(rule->id()); });
        out_.end_object();
    }

    void matter(const annual_matter& m) {
        out_.begin_object();
        out_.member("matter", english_of(m.matter));
        out_.member("reported", m.reported);
        out_.member("approved", m.approved);
        out_.member("not_approved", m.not_approved);
        out_.member("approval_not_on_record", m.open);
        array("appointments", m.appointments,
              [&](std::size_t at) { out_.item(f_.appointments[at].id); });
        out_.end_object();
    }

    void step(const annual_step& s) {
        out_.begin_object();
        out_.member("step", s.code);
        out_.member("done", s.done);
        out_.member("not_done", s.not_done);
        out_.member(not_on_record, s.not_on_record);
        out_.end_object();
    }

    void meeting(const annual_meeting& m) {
        out_.begin_object();
        day("on", m.on);
        word("body", m.body);
        out_.member("appointments", m.appointments);
        out_.end_object();
    }

    void finding(const annual_finding& one, std::string_view subjects) {
        out_.begin_object();
        out_.member("rule", one.of->id());
        out_.member("status", code_of(one.status));
        out_.member("outcome", code_of(one.weight));
        out_.member("force", code_of(one.of->force()));
        object("cite", [&] {
            out_.member("zh", in_words(one.of->cite(), words_, language::zh));
            out_.member("en", in_words(one.of->cite(), words_, language::en));
        });
        object("title", [&] {
            out_.member("zh", title_of(*one.of, language::zh));
            out_.member("en", title_of(*one.of, language::en));
        });
        out_.member("count", one.subjects.size());
        array(subjects, one.subjects, [&](const annual_finding::subject& s) {
            if (subjects == "appointments") return out_.item(s.id);
            out_.begin_object();
            out_.member("id", s.id);
            text_or_null("subject", s.part);
            out_.end_object();
        });
        out_.end_object();
    }

    void seats(std::string_view key, const std::vector<seat_report>& list) {
        array(key, list, [&](const seat_report& s) {
            out_.begin_object();
            out_.member("subject", s.subject);
            write_count(out_, "approved", s.approved);
            write_count(out_, "occupied", s.occupied);
            out_.member("at_most", s.at_most);
            write_count(
                out_, "free",
                s.approved && s.occupied ? std::optional(*s.approved - *s.occupied) : std::nullopt);
            out_.end_object();
        });
    }

    void corps(const annual_corps& c) {
        day("on", std::optional(c.on));
        out_.member("people", c.people.size());
        out_.member("uncertain", c.uncertain.size());
        out_.member("elsewhere", c.elsewhere);
        object("tables", [&] {
            for (const cross_table& t : c.tables) table(t);
            table(c.ranks);
        });
        object("ages", [&] {
            for (const annual_average& a : c.averages)
                object(a.code, [&] {
                    out_.member("people", a.people);
                    out_.member("years", a.years);
                });
        });
        array("young", c.young, [&](const young_count& y) {
            out_.begin_object();
            out_.member("level", english_of(y.line.level));
            out_.member("up_to", y.line.age);
            out_.member("people", y.people);
            out_.member("young", y.young);
            out_.member(not_on_record, y.not_on_record);
            out_.end_object();
        });
        array("seats", c.seats, [&](const annual_seats& s) {
            out_.begin_object();
            out_.member("organisation", s.id);
            out_.member("name", s.name);
            text_or_null("document", s.document);
            out_.member("in_force", s.is_in_force);
            seats("seats", s.seats);
            seats("rank_seats", s.rank_seats);
            out_.end_object();
        });
        object("retirement", [&] {
            day("law_on", std::optional(c.law_on));
            words_list("law", c.retirement_law);
            array("people", c.retirements, [&](const annual_retirement& r) {
                out_.begin_object();
                out_.member("cadre", r.id);
                out_.member("name", names_.cadre(r.cadre));
                out_.member("level", r.in_level);
                day("earliest", r.earliest);
                day("latest", r.latest);
                text_or_null("organisation", r.organisation);
                text_or_null("seat", r.seat);
                out_.end_object();
            });
            array("past", c.past, [&](std::size_t i) { out_.item(c.retirements[i].id); });
            array("horizons", c.horizons, [&](const annual_horizon& h) {
                out_.begin_object();
                out_.member("years", h.years);
                day("until", std::optional(h.until));
                out_.member("certain", h.certain.size());
                out_.member("possible", h.possible.size());
                object("freed", [&] {
                    for (const auto& [subject, count] : h.freed) out_.member(subject, count);
                });
                out_.end_object();
            });
            out_.member("untold", c.untold.size());
        });
    }

    const annual_figures& f_;
    const wording& words_;
    const annual_names& names_;
    json_writer out_;
};

}  // namespace detail

/// The figures as JSON, `xuanren.annual/1` 年度统计（JSON）: keys are only ever added.
///
/// Tables are objects of rows, each with a count for every column and their total.
[[nodiscard]] inline std::string to_json(const annual_figures& f, const wording& words,
                                         const annual_names& names) {
    return detail::annual_writer(f, words, names).write();
}

}  // namespace xuanren
