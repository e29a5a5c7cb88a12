// bindings/python/src/rulebook.cpp
#include "rulebook.hpp"

#include <xuanren/engine/feel_names.hpp>
#include <xuanren/facts/catalogue.hpp>
#include <xuanren/io/rulebooks.hpp>
#include <xuanren/io/rules.hpp>

#include <algorithm>
#include <filesystem>

namespace xuanren::python {

namespace {

using held = std::unique_ptr<python_rulebook>;

held make(rulebook book, nb::object recipe, bool has_callables = false) {
    return std::make_unique<python_rulebook>(std::move(book), std::move(recipe), has_callables);
}

held national() { return make(rulebooks::national(), nb::make_tuple("national")); }

/// What a folder holds: the national rules themselves, or rules that stand beside others.
held load(nb::handle given, nb::handle others_given) {
    const std::string path = text_argument(nb::hasattr(given, "__fspath__") ? nb::object(given.attr("__fspath__")()) : nb::borrow(given), "path");
    if (!others_given.is_none() && !nb::isinstance<python_rulebook>(others_given)) refuse_type("beside: a Rulebook is taken");
    const python_rulebook* beside = others_given.is_none() ? nullptr : &nb::cast<const python_rulebook&>(others_given);
    load_options options;
    options.facts = national_catalogue();
    const rulebook& national = rulebooks::national();
    const nb::object recipe = nb::make_tuple("load", to_python(std::string_view(path)),
                                             beside == nullptr ? nb::object(nb::none()) : beside->recipe);
    result<rulebook> alone = [&] {
        nb::gil_scoped_release free;
        return load_rules(std::filesystem::path(path), options);
    }();
    const auto is_of_house = [&](const auto& i) { return national.find_instrument(i->id) != nullptr; };
    if (alone && std::any_of(alone->instruments().begin(), alone->instruments().end(), is_of_house)) return make(*alone, recipe);
    const rulebook& others = beside == nullptr ? national : beside->book;
    options.facts = others.facts();
    options.beside = &others;
    result<rulebook> together = [&] {
        nb::gil_scoped_release free;
        return load_rules(std::filesystem::path(path), options);
    }();
    if (together) return make(*together, recipe, beside != nullptr && beside->has_callables);
    // A folder of the nation's shape was meant to stand alone.
    std::error_code ignored;
    const bool is_of_nation = std::filesystem::is_directory(std::filesystem::path(path) / "party", ignored);
    refuse(!alone && (is_of_nation || alone.problems().size() < together.problems().size()) ? alone.problems() : together.problems());
}

template <class Change>
rulebook changed(Change&& change) {
    try {
        return change();
    } catch (const rulebook_error& e) {
        refuse(e.problems());
    }
}

/// The id given, of a rule or exception that is there.  Errors: KeyError, with the nearest ids.
std::string id_in(const rulebook& book, nb::handle given) {
    std::string id = text_argument(given, "id");
    if (book.find(id) || book.find_exception(id)) return id;
    detail::nearest_names near(id);
    for (const auto& r : book.rules()) near.consider(r->id());
    for (const auto& e : book.exceptions()) near.consider(e->id);
    throw nb::key_error(("there is no rule or exception \"" + id + "\"" + detail::suggestion(near.best()).en).c_str());
}

held without(const python_rulebook& from, nb::handle given, const std::vector<std::string>& loosens) {
    const std::string id = id_in(from.book, given);
    return make(changed([&] { return from.book.without(id, loosens); }), nb::make_tuple("without", from.recipe, to_python(std::string_view(id)), to_python(loosens)),
                from.has_callables);
}

held with_rule(const python_rulebook& from, nb::handle given, nb::handle replacement) {
    const std::string id = id_in(from.book, given);
    if (!nb::isinstance(replacement, imported("xuanren._rules", "Rule"))) refuse_type("replacement: a Rule is taken");
    const rule made = rule_of(replacement, from.book.facts());
    return make(changed([&] { return from.book.with(id, made); }), nb::make_tuple("with", from.recipe, to_python(std::string_view(id)), replacement),
                from.has_callables || has_callable(replacement));
}

held with_fact(const python_rulebook& from, nb::handle given) {
    auto facts = std::make_shared<catalogue>(*from.book.facts());
    facts->add(fact_of(given, *facts));
    rulebook_parts parts = from.book.parts();
    parts.facts = std::move(facts);
    return make(value_or_refuse(rulebook::make(std::move(parts))), nb::make_tuple("add", from.recipe, given), from.has_callables || has_callable(given));
}

nb::object add(const python_rulebook& a, nb::handle other) {
    const nb::object recipe = nb::make_tuple("add", a.recipe, other);
    if (nb::isinstance<python_rulebook>(other)) {
        const auto& b = nb::cast<const python_rulebook&>(other);
        return nb::cast(make(value_or_refuse(rulebook::join(a.book, b.book)), nb::make_tuple("join", a.recipe, b.recipe), a.has_callables || b.has_callables));
    }
    if (nb::isinstance(other, imported("xuanren._rules", "Rule"))) {
        const rule made = rule_of(other, a.book.facts());
        return nb::cast(make(changed([&] { return a.book + made; }), recipe, a.has_callables || has_callable(other)));
    }
    if (nb::isinstance(other, imported("xuanren._rules", "Fact"))) return nb::cast(with_fact(a, other));
    return nb::borrow(nb::handle(Py_NotImplemented));
}

nb::object rule_facts(const rule& r) {
    nb::dict out;
    const auto formula_text = [](const formula& f) -> nb::object { return f.is_empty() || f.call ? nb::none() : to_python(std::string_view(f.source)); };
    out["id"] = to_python(std::string_view(r.id()));
    out["title"] = to_python(r.title());
    out["applies"] = formula_text(r.scope());
    out["requirement"] = formula_text(r.requirement());
    out["reading"] = to_python(r.reading());
    out["at"] = to_python(word_of(r.at()));
    return out;
}

int traverse(PyObject* self, visitproc visit, void* arg) {
    Py_VISIT(Py_TYPE(self));
    if (!nb::inst_ready(self)) return 0;
    const auto* book = nb::inst_ptr<python_rulebook>(self);
    Py_VISIT(book->recipe.ptr());
    return 0;
}
int clear(PyObject* self) {
    if (nb::inst_ready(self)) nb::inst_ptr<python_rulebook>(self)->recipe.reset();
    return 0;
}
PyType_Slot slots[] = {{Py_tp_traverse, reinterpret_cast<void*>(traverse)}, {Py_tp_clear, reinterpret_cast<void*>(clear)}, {0, nullptr}};

}  // namespace

void bind_rulebook(nb::module_& m) {
    nb::class_<python_rulebook>(m, "Rulebook", nb::type_slots(slots),
                                "Rules, exceptions, definitions and tables of any number of instruments 规则集. Immutable.\n\n"
                                "Every rule has been checked against the facts; whatever is wrong raises ReadError with all problems.")
        .def_static("national", &national,
                    "The Party's and the state's rules that the library was built with.\n\nRead once, on first use (some 30 ms).")
        .def_static("load", &load, nb::arg("path").none(), nb::kw_only(), nb::arg("beside").none() = nb::none(),
                    nb::sig("def load(path: str | os.PathLike[str], *, beside: Rulebook | None = None) -> Rulebook"),
                    "The rules of a folder: instrument.json, article-NN.json and so on.\n\n"
                    "They may name the rules of `beside`, by default the national ones; join them with +.\nErrors: ReadError.")
        .def("on", [](const python_rulebook& from, nb::handle date) {
                 const auto day = day_argument(date, "date");
                 if (!day) refuse_type("date: None was given; a datetime.date or its ISO text is taken");
                 return make(from.book.on(*day), nb::make_tuple("on", from.recipe, to_python(*day)), from.has_callables);
             },
             nb::arg("date").none(), nb::sig("def on(self, date: datetime.date | str) -> Rulebook"),
             "Judging by the versions in force on that day, whatever the dates of the steps.")
        .def("without", &without, nb::arg("id").none(), nb::kw_only(), nb::arg("loosens") = std::vector<std::string>(),
             nb::sig("def without(self, id: str, *, loosens: collections.abc.Sequence[str] = ()) -> Rulebook"),
             "Without one rule or exception.\n\nA rule of a higher instrument than a local one goes only where `loosens` names it, "
             "and then still ends in judgement.\nErrors: ReadError; KeyError for an id that is not there, with the nearest ones.")
        .def("with_rule", &with_rule, nb::arg("id").none(), nb::arg("replacement").none(), nb::sig("def with_rule(self, id: str, replacement: xuanren.Rule) -> Rulebook"),
             "With another rule in place of one.  Errors: ReadError.")
        .def("only", [](const python_rulebook& from, nb::handle given) {
                 const std::string topic = text_argument(given, "topic");
                 return make(from.book.only(topic), nb::make_tuple("only", from.recipe, to_python(std::string_view(topic))), from.has_callables);
             },
             nb::arg("topic").none(), nb::sig("def only(self, topic: str) -> Rulebook"), "The rules of one topic alone; definitions, tables and exceptions stay.")
        .def("named", [](const python_rulebook& from, nb::handle given) {
                 const std::string name = text_argument(given, "name");
                 return make(from.book.named(name), nb::make_tuple("named", from.recipe, to_python(std::string_view(name))), from.has_callables);
             },
             nb::arg("name").none(), nb::sig("def named(self, name: str) -> Rulebook"), "The same under another name.")
        .def("__add__", &add, nb::arg("other"), nb::is_operator(), nb::sig("def __add__(self, other: Rulebook | xuanren.Rule | xuanren.Fact, /) -> Rulebook"),
             "With another rulebook, a rule or a fact.  Errors: ReadError, of an id that is there twice and all else that is wrong.")
        .def("__len__", [](const python_rulebook& b) { return b.book.rules().size(); }, "How many rules it has, in all versions.")
        .def("__contains__", [](const python_rulebook& b, const std::string& id) { return b.book.find(id) != nullptr; }, nb::arg("id"),
             "Whether it has a rule of that id.")
        .def_prop_ro("name", [](const python_rulebook& b) { return b.book.name(); })
        .def_prop_ro("digest", [](const python_rulebook& b) { return b.book.digest(); }, "\"sha256:...\" of what it says, whatever the order of its parts.")
        .def_prop_ro("rule_ids", [](const python_rulebook& b) {
                 std::vector<std::string> out;
                 for (const auto& r : b.book.rules()) out.push_back(r->id());
                 return to_python(out);
             },
             nb::sig("def rule_ids(self, /) -> tuple[str, ...]"), "The ids of all rules.")
        .def_prop_ro("instruments", [](const python_rulebook& b) {
                 std::vector<std::string> out;
                 for (const auto& i : b.book.instruments()) out.push_back(i->id);
                 return to_python(out);
             },
             nb::sig("def instruments(self, /) -> tuple[str, ...]"), "The ids of its instruments, one a version.")
        .def("_rule", [](const python_rulebook& b, const std::string& id) -> nb::object {
                 const auto found = b.book.find(id);
                 return found ? rule_facts(*found) : nb::none();
             },
             nb::arg("id"), nb::sig("def _rule(self, id: str) -> dict[str, typing.Any] | None"))
        .def_prop_ro("_recipe", [](const python_rulebook& b) { return b.recipe; }, nb::sig("def _recipe(self, /) -> tuple[typing.Any, ...]"))
        .def("__eq__", [](const python_rulebook& a, nb::handle b) {
                 if (!nb::isinstance<python_rulebook>(b)) return false;
                 const auto& other = nb::cast<const python_rulebook&>(b);
                 // What a callable does cannot be told from outside: with any, the two must be made alike.
                 if (a.has_callables || other.has_callables) return a.recipe.equal(other.recipe);
                 return a.book.digest() == other.book.digest() && a.book.name() == other.book.name();
             },
             nb::arg("other"), nb::is_operator(), nb::sig("def __eq__(self, other: object, /) -> bool"))
        .def("__hash__", [](const python_rulebook& b) { return nb::hash(to_python(std::string_view(b.book.digest()))); })
        .def("__repr__", [](const python_rulebook& b) { return nb::cast<std::string>(imported("xuanren._rules", "_written")(b.recipe)); })
        .def("__reduce__", [](const python_rulebook& b) { return nb::make_tuple(imported("xuanren._rules", "_made"), nb::make_tuple(b.recipe)); },
             nb::sig("def __reduce__(self) -> tuple[typing.Any, ...]"));
}

}  // namespace xuanren::python
