// bindings/python/src/dossier.cpp
#include "rulebook.hpp"

namespace xuanren::python {

void bind_dossier(nb::module_& m) {
    m.def("to_json", [](nb::handle document, const char* argument) {
              const std::string json = json_argument(document, argument);
              return nb::bytes(json.data(), json.size());
          },
          nb::arg("document").none(), nb::arg("argument") = "dossier",
          nb::sig("def to_json(document: object, argument: str = 'dossier') -> bytes"),
          "A document of Python's values as JSON: dates by year, month and day; what is NaN, NaT or NA left out.\n\n"
          "Errors: TypeError that names the argument and the place in it.");
    m.def("is_missing", [](nb::handle object) { return is_missing(object); }, nb::arg("object").none(),
          nb::sig("def is_missing(object: object) -> bool"), "Whether it says that there is no value: None, NaN, NaT, NA.");
}

}  // namespace xuanren::python
