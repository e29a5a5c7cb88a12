// bindings/python/src/callables.cpp
#include "rulebook.hpp"

#include <xuanren/engine/feel_names.hpp>
#include <xuanren/engine/step.hpp>
#include <xuanren/facts/case_view.hpp>
#include <xuanren/facts/derivation.hpp>
#include <xuanren/io/value_json.hpp>

#include <nlohmann/json.hpp>

#include <stdexcept>

namespace xuanren::python {

namespace {

/// What Python raised, as the engine tells it: with its traceback. A wish to stop is passed on.
[[noreturn]] void fail(nb::python_error& raised) {
    if (raised.matches(PyExc_KeyboardInterrupt)) PyErr_SetInterrupt();
    throw std::runtime_error(raised.what());
}

truth truth_of(nb::handle said) {
    if (said.is(nb::handle(Py_True))) return truth::yes;
    if (said.is(nb::handle(Py_False))) return truth::no;
    if (is_missing(said)) return truth::unknown;
    // numpy's booleans are none of Python's.
    if (nb::hasattr(said, "dtype") && nb::hasattr(said, "item")) {
        const nb::object plain = said.attr("item")();
        if (PyBool_Check(plain.ptr())) return truth_of(plain);
    }
    throw nb::type_error("a condition must answer True, False or None");
}

thread_local PyObject* document_at_hand = nullptr;

/// A step by its word, or TypeError that names the argument.
std::optional<step> step_at(nb::handle given, const char* name) {
    const nb::object held = given.attr(name);
    if (held.is_none()) return std::nullopt;
    const auto found = step_of(nb::cast<std::string>(held));
    if (!found) refuse_type(std::string(name) + ": there is no such step");
    return found;
}

formula formula_of(nb::handle held, const std::shared_ptr<const catalogue>& facts) {
    if (held.is_none()) return {};
    if (PyUnicode_Check(held.ptr())) return formula(nb::cast<std::string>(held));
    if (PyCallable_Check(held.ptr()) == 0) return formula(nb::cast<std::string>(held.attr("feel")));
    formula out;
    PyObject* const borrowed = held.ptr();
    out.call = [borrowed, facts](const fact_values& values) {
        nb::gil_scoped_acquire hold;
        try {
            const nb::object seen = nb::cast(facts_at_hand{&values, facts});
            const nb::object said = nb::handle(borrowed)(seen);
            nb::cast<facts_at_hand&>(seen).values = nullptr;
            return truth_of(said);
        } catch (nb::python_error& raised) {
            fail(raised);
        } catch (const nb::builtin_exception& raised) {
            throw std::runtime_error(raised.what());
        }
    };
    return out;
}

std::string unknown_fact(const catalogue& facts, const std::string& name) {
    detail::nearest_names near(name);
    for (std::size_t i = 0; i < facts.size(); ++i) {
        near.consider(facts[i].name);
        near.consider(facts[i].zh);
    }
    return "unknown fact \"" + name + "\"" + detail::suggestion(near.best()).en;
}

nb::object value_at(const facts_at_hand& held, const std::string& name, bool must_be_known_name) {
    if (held.values == nullptr) throw std::runtime_error("the facts of a case are at hand only until its callable has answered");
    const std::size_t i = held.facts->index_of(name);
    if (i == catalogue::none || i >= held.values->values.size()) {
        if (!must_be_known_name) return nb::none();
        throw nb::key_error(unknown_fact(*held.facts, name).c_str());
    }
    return value_to_python(held.values->values[i]);
}

}  // namespace

reviewed_dossier::reviewed_dossier(nb::handle document) { document_at_hand = document.ptr(); }
reviewed_dossier::~reviewed_dossier() { document_at_hand = nullptr; }

bool has_callable(nb::handle given) {
    for (const char* name : {"applies", "must", "ordinarily", "report", "advise", "judgement", "due", "met", "read"})
        if (nb::hasattr(given, name) && PyCallable_Check(nb::object(given.attr(name)).ptr()) != 0) return true;
    return false;
}

rule rule_of(nb::handle given, const std::shared_ptr<const catalogue>& facts) {
    const auto text_at = [&](const char* name) -> text {
        const nb::object held = given.attr(name);
        if (held.is_none()) return {};
        return {nb::cast<std::string>(held.attr("zh")), nb::cast<std::string>(held.attr("en"))};
    };
    const auto formula_at = [&](const char* name) { return formula_of(nb::object(given.attr(name)), facts); };
    rule out(nb::cast<std::string>(given.attr("id")));
    const nb::object cite = given.attr("cite");
    out.cite(nb::cast<std::string>(cite.attr("instrument")), nb::cast<int>(cite.attr("article")), nb::cast<int>(cite.attr("paragraph")),
             nb::cast<int>(cite.attr("item")));
    out.title(text_at("title")).reading(text_at("reading")).remedy(text_at("remedy"));
    if (const formula f = formula_at("applies"); !f.is_empty()) out.applies(f);
    for (const auto& [name, ask] : {std::pair<const char*, rule& (rule::*)(formula)>{"must", &rule::must},
                                    {"ordinarily", &rule::ordinarily},
                                    {"report", &rule::report},
                                    {"advise", &rule::advise}})
        if (const formula f = formula_at(name); !f.is_empty()) (out.*ask)(f);
    const nb::object band = given.attr("judgement");
    if (band.is(nb::handle(Py_True))) out.judgement();
    else if (!band.is_none()) out.judgement(formula_of(band, facts));
    if (const formula f = formula_at("due"); !f.is_empty()) out.due(f);
    if (const formula f = formula_at("met"); !f.is_empty()) out.met(f);
    if (const auto at = step_at(given, "at")) out.at(*at);
    if (const auto stage = step_at(given, "stage")) out.stage(*stage);
    std::vector<std::string> loosens;
    for (const nb::handle id : nb::object(given.attr("loosens"))) loosens.push_back(nb::cast<std::string>(id));
    return out.loosens(std::move(loosens));
}

fact fact_of(nb::handle given, const catalogue& facts) {
    fact out;
    out.name = nb::cast<std::string>(given.attr("name"));
    out.zh = nb::cast<std::string>(given.attr("zh"));
    const nb::object definition = given.attr("definition");
    if (!definition.is_none()) out.definition = {nb::cast<std::string>(definition.attr("zh")), nb::cast<std::string>(definition.attr("en"))};
    for (const std::string& name : {out.name, out.zh})
        if (facts.index_of(name) != catalogue::none) throw nb::value_error(("fact \"" + name + "\" is there already").c_str());
    const std::string kind = nb::cast<std::string>(given.attr("type"));
    if (kind == "boolean") out.value_type = types::boolean;
    else if (kind == "number") out.value_type = types::number;
    else if (kind == "string") out.value_type = types::string;
    else if (kind == "date") out.value_type = types::date;
    else if (kind == "months") out.value_type = types::months;
    else if (kind == "days") out.value_type = types::days;
    else if (const enumeration* words = facts.find_enumeration(kind)) out.value_type = types::one_of(*words);
    else throw nb::value_error(("type: \"" + kind + "\" is none of boolean, number, string, date, months, days and the enumerations").c_str());
    const nb::object read = given.attr("read");
    if (read.is_none()) return out;
    PyObject* const borrowed = read.ptr();
    return read_by(std::move(out), [borrowed, kind = out.value_type](const case_view& seen) -> reading {
        nb::gil_scoped_acquire hold;
        try {
            if (document_at_hand == nullptr) return {};
            const auto place = [](std::uint32_t i) { return i == no_record ? -1 : static_cast<int>(i); };
            const nb::object at = imported("xuanren._rules", "_case_of")(nb::handle(document_at_hand), seen.index(), place(seen.candidate_index()),
                                                                         place(seen.post_index()), to_python(seen.decided()));
            const nb::object said = nb::handle(borrowed)(at);
            if (is_missing(said)) return {};
            const auto json = nlohmann::ordered_json::parse(json_argument(said, "the fact's value"));
            std::vector<problem> problems;
            value made = detail::value_reader<nlohmann::ordered_json>(problems).read(json, kind, "");
            if (!problems.empty()) throw std::runtime_error(problems.front().message.en);
            return {std::move(made)};
        } catch (nb::python_error& raised) {
            fail(raised);
        } catch (const nb::builtin_exception& raised) {
            throw std::runtime_error(raised.what());
        }
    });
}

void bind_callables(nb::module_& m) {
    nb::class_<facts_at_hand>(m, "FactValues",
                              "The facts of one case, by name in either language, as a callable condition is given them.\n\n"
                              "What is not known is None. They can be asked only until the callable has answered.")
        .def("__getitem__", [](const facts_at_hand& held, const std::string& name) { return value_at(held, name, true); }, nb::arg("name"),
             nb::sig("def __getitem__(self, name: str, /) -> typing.Any"), "The value, or None.  Errors: KeyError, with the nearest names.")
        .def("get", [](const facts_at_hand& held, const std::string& name) { return value_at(held, name, false); }, nb::arg("name"),
             nb::sig("def get(self, name: str) -> typing.Any"), "The value, or None where it is not known or there is no such fact.")
        .def("__contains__", [](const facts_at_hand& held, const std::string& name) { return held.facts->index_of(name) != catalogue::none; },
             nb::arg("name"), "Whether there is a fact of that name.");
}

}  // namespace xuanren::python
