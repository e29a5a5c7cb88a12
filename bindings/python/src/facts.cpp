// bindings/python/src/facts.cpp
#include "rulebook.hpp"

#include <xuanren/engine/feel_names.hpp>
#include <xuanren/facts/catalogue.hpp>

namespace xuanren::python {

namespace {

const char* kind_word(const type& t) {
    switch (t.kind) {
        case type_kind::boolean: return "boolean";
        case type_kind::number: return "number";
        case type_kind::string: return "string";
        case type_kind::date: return "date";
        case type_kind::months: return "months";
        case type_kind::days: return "days";
        case type_kind::enumeration: return "enumeration";
        case type_kind::list: return "list";
        case type_kind::range: return "range";
        case type_kind::record: return "record";
        default: return "any";
    }
}

nb::object told(const fact& f) {
    nb::list words;
    const bool is_enumeration = f.value_type.kind == type_kind::enumeration;
    if (is_enumeration)
        for (const auto& member : f.value_type.words->members) words.append(nb::make_tuple(to_python(member.name), to_python(member.zh)));
    return nb::make_tuple(to_python(f.name), to_python(f.zh), kind_word(f.value_type),
                          is_enumeration ? to_python(f.value_type.words->name) : nb::object(nb::none()),
                          is_enumeration && f.value_type.words->is_ordered, nb::tuple(words), to_python(f.unit), to_python(f.definition),
                          to_python(f.basis));
}

const catalogue& facts_of(const python_rulebook* book) {
    static const auto national = national_catalogue();
    return book == nullptr ? *national : *book->book.facts();
}

}  // namespace

void bind_facts(nb::module_& m) {
    m.def("fact_names", [](const python_rulebook* book) {
              const catalogue& facts = facts_of(book);
              std::vector<std::string> out;
              for (std::size_t i = 0; i < facts.size(); ++i) out.push_back(facts[i].name);
              return to_python(out);
          },
          nb::arg("rulebook").none() = nb::none(), nb::sig("def fact_names(rulebook: Rulebook | None = None) -> tuple[str, ...]"),
          "The English names of the facts of records; of a rulebook, its definitions too.");
    m.def("fact_told", [](const std::string& name, const python_rulebook* book) -> nb::object {
              const catalogue& facts = facts_of(book);
              const std::size_t i = facts.index_of(name);
              return i == catalogue::none ? nb::none() : told(facts[i]);
          },
          nb::arg("name"), nb::arg("rulebook").none() = nb::none(),
          nb::sig("def fact_told(name: str, rulebook: Rulebook | None = None) -> tuple[typing.Any, ...] | None"),
          "Names, type, members, unit, definition and basis of a fact; None where there is none of that name.");
    m.def("nearest", [](const std::string& name, const std::vector<std::string>& known) {
              detail::nearest_names near(name);
              for (const std::string& each : known) near.consider(each);
              return to_python(near.best());
          },
          nb::arg("name"), nb::arg("known"), nb::sig("def nearest(name: str, known: collections.abc.Sequence[str]) -> tuple[str, ...]"),
          "The names that one may have meant, nearest first.");
}

}  // namespace xuanren::python
