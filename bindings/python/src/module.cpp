// bindings/python/src/module.cpp
#include "rulebook.hpp"

#include <program.hpp>


#include <string>
#include <vector>

NB_MODULE(_core, m) {
    namespace nb = nanobind;
    using namespace xuanren::python;
    m.doc() = "What the package xuanren is made of. Import xuanren instead.";
    m.attr("version") = XUANREN_VERSION;
    bind_callables(m);
    bind_rulebook(m);
    bind_facts(m);
    bind_dossier(m);
    bind_report(m);
    bind_table(m);
    m.def("run_program", [](std::vector<std::string> arguments) {
              std::vector<char*> pointers;
              for (std::string& each : arguments) pointers.push_back(each.data());
              pointers.push_back(nullptr);
              nb::gil_scoped_release free;
              return xuanren::cli::run_program(static_cast<int>(arguments.size()), pointers.data());
          },
          nb::arg("arguments"), nb::sig("def run_program(arguments: collections.abc.Sequence[str]) -> int"),
          "The command-line program, with its name as first argument.  Returns: its exit status.");
}
