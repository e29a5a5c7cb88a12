// bindings/python/src/report.cpp
#include "rulebook.hpp"

#include <xuanren/check/check.hpp>
#include <xuanren/io/national_calendar.hpp>
#include <xuanren/io/read_calendar.hpp>
#include <xuanren/io/read_dossier.hpp>
#include <xuanren/report/explain_text.hpp>
#include <xuanren/report/html.hpp>
#include <xuanren/report/json.hpp>
#include <xuanren/report/of_dossier.hpp>
#include <xuanren/report/of_rulebook.hpp>
#include <xuanren/report/seated.hpp>
#include <xuanren/report/text.hpp>

#include <memory>

namespace xuanren::python {

namespace {

/// A report as check() made it. Python's values are filled from it, a part at a time, when asked for;
/// each method answers a tuple in the order of the fields of the class that it fills.
struct native_report {
    report made;
    wording words;
    case_names names;
    std::shared_ptr<const working_calendar> calendar;

    [[nodiscard]] const std::vector<verdict>& findings(bool of_organisation, std::size_t i) const {
        return of_organisation ? made.organisations.at(i).findings : made.appointments.at(i).findings;
    }
    [[nodiscard]] remedy_context context(bool of_organisation, std::size_t i) const {
        if (of_organisation) return {true, nullptr};
        return {made.appointments.at(i).is_decided, &made.appointments.at(i).facts};
    }
};

nb::object word_or_none(std::string_view word) { return word.empty() ? nb::none() : to_python(word); }
template <class T>
nb::object or_none(const std::optional<T>& held) {
    if (!held) return nb::none();
    if constexpr (std::is_same_v<T, std::string>) return to_python(std::string_view(*held));
    else return nb::cast(*held);
}

nb::object counts_of(const status_counts& c) {
    return nb::make_tuple(c[status::satisfied], c[status::violated], c[status::excepted], c[status::undetermined], c[status::judgement],
                          c[status::pending], c[status::not_applicable], c[status::failed], c.unverified_off);
}

nb::object head(const native_report& n) {
    nb::list warnings;
    for (const report_warning& w : n.made.warnings)
        warnings.append(nb::make_tuple(to_python(w.code), to_python(w.at), to_python(w.message.zh), to_python(w.message.en)));
    nb::dict mechanisms;
    for (const mechanism_count& each : mechanisms_of(n.made)) mechanisms[to_python(english_of(each.kind))] = each.appointments;
    return nb::make_tuple(nb::make_tuple(to_python(n.made.rulebook_name), to_python(n.made.rulebook_digest), to_python(n.made.instruments),
                                         to_python(n.made.loosened), n.made.unverified_off),
                          to_python(n.made.unused), nb::tuple(warnings), mechanisms);
}

nb::object appointment_head(const native_report& n, std::size_t i) {
    const appointment_report& a = n.made.appointments.at(i);
    return nb::make_tuple(to_python(a.id), to_python(code_of(a.outcome)), counts_of(a.counts), to_python(a.candidate), or_none(a.post),
                          to_python(a.decided), to_python(a.reviewed), word_or_none(a.kind), word_or_none(a.kind_derived), word_or_none(a.mechanism));
}

nb::object obligations(const native_report& n, std::size_t i) {
    constexpr std::string_view states[] = {"open", "met", "overdue"};
    nb::list out;
    for (const obligation& o : n.made.appointments.at(i).obligations)
        out.append(nb::make_tuple(to_python(o.of->id()), to_python(o.due), to_python(o.met_on), to_python(states[static_cast<std::size_t>(o.status)]), o.is_past_due));
    return nb::tuple(out);
}

nb::object organisation_head(const native_report& n, std::size_t i) {
    const organisation_report& o = n.made.organisations.at(i);
    return nb::make_tuple(to_python(o.id), to_python(code_of(o.outcome)), counts_of(o.counts), to_python(o.on));
}

nb::object holders_told(const std::vector<seat_holder>& held) {
    nb::list out;
    for (const seat_holder& h : held)
        out.append(nb::make_tuple(word_or_none(h.cadre), to_python(h.name), to_python(h.title), to_python(h.since), to_python(h.until), h.is_certain));
    return nb::tuple(out);
}

nb::object seats(const native_report& n, std::size_t i, bool of_ranks) {
    const organisation_report& o = n.made.organisations.at(i);
    nb::list out;
    for (const seat_report& s : of_ranks ? o.rank_seats : o.seats) {
        const nb::object common = nb::make_tuple(or_none(s.approved), or_none(s.occupied), or_none(s.after), holders_told(s.holders));
        out.append(of_ranks ? nb::make_tuple(nb::make_tuple(to_python(s.subject)), common)
                            : nb::make_tuple(nb::make_tuple(to_python(s.level), or_none(s.role)), common));
    }
    return nb::tuple(out);
}

nb::object slate_told(const slate& s, const report& r) {
    const auto id = [&r](std::uint32_t a) { return to_python(std::string_view(r.appointments[a].id)); };
    const auto ids = [&](const std::vector<std::uint32_t>& list) {
        nb::list out;
        for (const std::uint32_t a : list) out.append(id(a));
        return nb::tuple(out);
    };
    const auto ties = [&](const std::vector<slate_tie>& list) {
        nb::list out;
        for (const slate_tie& t : list)
            out.append(nb::make_tuple(id(t.first), id(t.second), to_python(std::string_view(t.at.organisation)), to_python(std::string_view(t.at.seat))));
        return nb::tuple(out);
    };
    nb::list members, steps, shortages;
    for (const slate_member& m : s.appointments) members.append(nb::make_tuple(id(m.appointment), to_python(m.effective)));
    for (const auto& step : s.steps) steps.append(ids(step));
    for (const slate_shortage& lack : s.shortages)
        shortages.append(nb::make_tuple(to_python(std::string_view(lack.at.organisation)), to_python(std::string_view(lack.at.seat)), lack.lacking, ids(lack.appointments)));
    return nb::make_tuple(to_python(s.decided), nb::tuple(members), to_python(code_of(s.exists)), nb::tuple(steps), ties(s.ties), nb::tuple(shortages),
                          to_python(code_of(s.kept)), ties(s.too_early));
}

nb::object slates(const native_report& n) {
    nb::list out;
    for (const slate& s : n.made.slates) out.append(slate_told(s, n.made));
    return nb::tuple(out);
}

/// How many seats a finding is about, and who sits there; None twice where it is about none.
nb::object finding_seats(const native_report& n, bool org, std::size_t i, std::size_t j) {
    const verdict& v = n.findings(org, i).at(j);
    const seated who = org ? seated_of(v, n.made.organisations.at(i), *n.words.facts) : seated_of(v, n.made.appointments.at(i), *n.words.facts);
    if (!who) return nb::make_tuple(nb::none(), nb::none());
    nb::object counts = nb::none();
    if (who.seats != nullptr)
        counts = nb::make_tuple(or_none(who.seats->approved), or_none(who.seats->occupied), who.seats->at_most, or_none(over_of(*who.seats)));
    return nb::make_tuple(counts, holders_told(*who.holders));
}

nb::object leaf_told(const leaf& l, const catalogue& facts) {
    nb::object name = nb::none();
    if (l.fact_index != catalogue::none) name = to_python(facts[l.fact_index].name);
    else if (l.test) name = to_python(std::string_view(to_feel(*(l.test->children.empty() ? l.test : l.test->children[0]))));
    return nb::make_tuple(name, to_python(std::string_view(detail::required_code(l))), to_python(std::string_view(code_of(l.actual))),
                          to_python(code_of(favours(l))), word_or_none(l.source.pointer()));
}

nb::object finding_head(const native_report& n, bool org, std::size_t i, std::size_t j) {
    const verdict& v = n.findings(org, i).at(j);
    nb::list missing;
    for (const std::size_t f : v.missing) missing.append(to_python((*n.words.facts)[f].name));
    nb::object attested = nb::none();
    if (v.attested) {
        const recorded_judgement& a = *v.attested;
        attested = nb::make_tuple(to_python(a.rule), to_python(a.by), to_python(a.on), to_python(a.document), a.holds ? nb::object(nb::bool_(*a.holds)) : nb::object(nb::none()));
    }
    return nb::make_tuple(to_python(v.of->id()), to_python(code_of(v.status)), to_python(code_of(v.of->force())), to_python(code_of(v.of->basis())),
                          v.by_reference, word_or_none(v.subject), to_python(v.reference), nb::tuple(missing), to_python(v.earliest),
                          word_or_none(v.set_aside_by), attested, word_or_none(v.failure));
}

nb::object finding_words(const native_report& n, bool org, std::size_t i, std::size_t j) {
    const verdict& v = n.findings(org, i).at(j);
    const remedy_context context = n.context(org, i);
    const citation& c = v.of->cite();
    nb::list remedies;
    for (const text& each : remedies_of(v, n.words, context)) remedies.append(to_python(each));
    return nb::make_tuple(nb::make_tuple(to_python(in_words(c, n.words, language::zh)), to_python(in_words(c, n.words, language::en)),
                                         c.sure == citation::certainty::confirmed ? "confirmed" : "unconfirmed"),
                          to_python(message_of(v, n.words, context)), v.residual ? to_python(std::string_view(to_feel(*v.residual))) : nb::object(nb::none()),
                          nb::tuple(remedies));
}

nb::object finding_leaves(const native_report& n, bool org, std::size_t i, std::size_t j) {
    nb::list out;
    for (const leaf& l : n.findings(org, i).at(j).leaves) out.append(leaf_told(l, *n.words.facts));
    return nb::tuple(out);
}

/// A branch of a reasoning: what it says in both languages, its answer, its test, its parts.
nb::object branch(const native_report& n, const explanation& e, bool is_condition, const fact_values* facts) {
    text says;
    nb::object test = nb::none();
    if (e.test) {
        const auto say = [&](language l) { return in_words(*e.test, n.words, l, {is_condition, facts, std::nullopt}).sentence; };
        says = {say(language::zh), say(language::en)};
        test = leaf_told(*e.test, *n.words.facts);
    } else {
        const auto say = [&](language l) { return detail::branch_words(e, n.words, false, l); };
        says = {say(language::zh), say(language::en)};
    }
    nb::list children;
    for (const explanation& child : e.children) children.append(branch(n, child, is_condition, facts));
    return nb::make_tuple(to_python(says), to_python(std::string_view(code_of(e.result))), test, nb::tuple(children));
}

nb::object finding_explanation(const native_report& n, bool org, std::size_t i, std::size_t j) {
    const verdict& v = n.findings(org, i).at(j);
    const remedy_context context = n.context(org, i);
    const auto whole = [&](language l) {
        text_options set;
        set.in = l;
        return explain_text(v, n.words, context, set);
    };
    const auto part = [&](const std::shared_ptr<const explanation>& e, bool is_condition) -> nb::object {
        return e ? branch(n, *e, is_condition, context.facts) : nb::none();
    };
    return nb::make_tuple(to_python(v.of->id()), to_python(code_of(v.status)), to_python(text{whole(language::zh), whole(language::en)}),
                          part(v.scope, true), part(v.requirement, false), part(v.band, true));
}

/// Reads and reviews a document; the interpreter is free meanwhile.
std::unique_ptr<native_report> check_document(const python_rulebook& book, nb::handle json, const std::string& file, nb::handle document, nb::handle on,
                                              nb::handle law, const std::optional<std::string>& stage, bool include_unverified, bool explain,
                                              nb::handle calendar) {
    check_options options;
    options.on = day_argument(on, "on");
    options.law_date = day_argument(law, "law");
    options.include_unverified = include_unverified;
    options.explain = explain;
    if (stage) {
        options.stage = step_of(*stage);
        if (!options.stage) {
            std::string all;
            for (const std::string_view word : step_words) all.append(all.empty() ? "" : ", ").append(word);
            throw nb::value_error(("stage: \"" + *stage + "\" is none of " + all).c_str());
        }
    }
    char* bytes = nullptr;
    Py_ssize_t size = 0;
    if (PyBytes_AsStringAndSize(json.ptr(), &bytes, &size) != 0) throw nb::python_error();
    const std::string_view input(bytes, static_cast<std::size_t>(size));
    std::string further;
    if (!calendar.is_none()) further = json_argument(calendar, "calendar");

    auto out = std::make_unique<native_report>();
    std::vector<problem> problems;
    const reviewed_dossier at_hand(document);
    {
        nb::gil_scoped_release free;
        // The nation's calendar lives as long as the program.
        out->calendar = std::shared_ptr<const working_calendar>(std::shared_ptr<void>(), &national_calendar());
        if (!further.empty()) {
            const result<working_calendar> read = read_calendar(further, "calendar");
            const result<working_calendar> joint = read ? out->calendar->with(*read) : read;
            if (joint) out->calendar = std::make_shared<const working_calendar>(*joint);
            else problems = joint.problems();
        }
        if (problems.empty()) {
            options.calendar = out->calendar.get();
            result<read_dossier_result> read = read_dossier(input, file);
            if (!read) {
                problems = read.problems();
            } else {
                try {
                    out->made = check(book.book, read->value, options);
                    out->made.unused.insert(out->made.unused.end(), read->unused.begin(), read->unused.end());
                    for (const problem& w : read->warnings) out->made.warnings.push_back({w.code, w.at, w.message});
                    out->names = names_in(read->value, out->made);
                    out->words = wording_of(book.book, out->calendar.get());
                    out->words.places = places_in(read->value);
                } catch (const rulebook_error& e) {
                    problems = e.problems();
                }
            }
        }
    }
    if (PyErr_CheckSignals() != 0) throw nb::python_error();
    if (!problems.empty()) {
        // Lines of a text that was made here would tell its caller nothing.
        if (PyDict_Check(document.attr("given").ptr()) != 0)
            for (problem& p : problems) p.line = p.column = 0;
        refuse(problems);
    }
    return out;
}

}  // namespace

void bind_report(nb::module_& m) {
    nb::class_<native_report>(m, "NativeReport", "A report as check() made it, from which the values of Python are filled.")
        .def("__len__", [](const native_report& n) { return n.made.appointments.size(); }, "How many appointments it has.")
        .def_prop_ro("organisation_count", [](const native_report& n) { return n.made.organisations.size(); })
        .def("finding_count", [](const native_report& n, bool org, std::size_t i) { return n.findings(org, i).size(); }, nb::arg("of_organisation"), nb::arg("i"))
        .def("head", &head, nb::sig("def head(self) -> tuple[typing.Any, ...]"))
        .def("appointment_head", &appointment_head, nb::arg("i"), nb::sig("def appointment_head(self, i: int) -> tuple[typing.Any, ...]"))
        .def("obligations", &obligations, nb::arg("i"), nb::sig("def obligations(self, i: int) -> tuple[tuple[typing.Any, ...], ...]"))
        .def("organisation_head", &organisation_head, nb::arg("i"), nb::sig("def organisation_head(self, i: int) -> tuple[typing.Any, ...]"))
        .def("seats", &seats, nb::arg("i"), nb::arg("of_ranks"), nb::sig("def seats(self, i: int, of_ranks: bool) -> tuple[tuple[typing.Any, ...], ...]"))
        .def("finding_head", &finding_head, nb::arg("of_organisation"), nb::arg("i"), nb::arg("j"),
             nb::sig("def finding_head(self, of_organisation: bool, i: int, j: int) -> tuple[typing.Any, ...]"))
        .def("finding_words", &finding_words, nb::arg("of_organisation"), nb::arg("i"), nb::arg("j"),
             nb::sig("def finding_words(self, of_organisation: bool, i: int, j: int) -> tuple[typing.Any, ...]"))
        .def("finding_leaves", &finding_leaves, nb::arg("of_organisation"), nb::arg("i"), nb::arg("j"),
             nb::sig("def finding_leaves(self, of_organisation: bool, i: int, j: int) -> tuple[tuple[typing.Any, ...], ...]"))
        .def("slates", &slates, nb::sig("def slates(self) -> tuple[tuple[typing.Any, ...], ...]"))
        .def("finding_seats", &finding_seats, nb::arg("of_organisation"), nb::arg("i"), nb::arg("j"),
             nb::sig("def finding_seats(self, of_organisation: bool, i: int, j: int) -> tuple[typing.Any, ...]"))
        .def("finding_explanation", &finding_explanation, nb::arg("of_organisation"), nb::arg("i"), nb::arg("j"),
             nb::sig("def finding_explanation(self, of_organisation: bool, i: int, j: int) -> tuple[typing.Any, ...]"))
        .def("to_json", [](const native_report& n) { return to_json(n.made, n.words); }, "The report as the program prints it, schema xuanren.report/1.")
        .def("to_text", [](const native_report& n, const std::string& lang) {
                 text_options set;
                 set.in = lang == "en" ? language::en : language::zh;
                 return to_text(n.made, n.words, n.names, set);
             },
             nb::arg("lang") = "zh", "The report as the program prints it for people.")
        .def("to_html", [](const native_report& n, const std::string& lang) {
                 text_options set;
                 set.in = lang == "en" ? language::en : language::zh;
                 return to_html(n.made, n.words, n.names, set);
             },
             nb::arg("lang") = "zh", "The report as a page.");
    m.def("check", &check_document, nb::arg("rulebook"), nb::arg("json"), nb::arg("file"), nb::arg("document"), nb::arg("on").none(), nb::arg("law").none(),
          nb::arg("stage").none(), nb::arg("include_unverified"), nb::arg("explain"), nb::arg("calendar").none(),
          nb::sig("def check(rulebook: Rulebook, json: bytes, file: str, document: typing.Any, on: datetime.date | str | None, "
                  "law: datetime.date | str | None, stage: str | None, include_unverified: bool, explain: bool, calendar: typing.Any) -> NativeReport"),
          "Reviews one document; xuanren.check() is what is meant to be called.");
}

}  // namespace xuanren::python
