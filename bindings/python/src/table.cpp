// bindings/python/src/table.cpp
#include "rulebook.hpp"

#include <xuanren/engine/patterns.hpp>
#include <xuanren/io/arrow/verdict_stream.hpp>
#include <xuanren/io/national_calendar.hpp>

#include <nanobind/ndarray.h>

#include <chrono>
#include <deque>
#include <limits>
#include <memory>
#include <span>

namespace xuanren::python {

namespace {

using any_array = nb::ndarray<nb::ro, nb::device::cpu, nb::c_contig, nb::ndim<1>>;

/// How check_table() was called, apart from its data.
struct asked {
    column_options judging;
    verdict_rows::grain grain = verdict_rows::grain::appointment;
    std::string key;  ///< tells apart what a plan depends on
};

asked asked_of(const std::string& per, nb::handle on, nb::handle law, const std::optional<std::string>& stage, bool include_unverified) {
    asked out;
    out.judging.on = out.judging.review = day_argument(on, "on");
    out.judging.law_date = day_argument(law, "law");
    out.judging.include_unverified = include_unverified;
    out.judging.calendar = &national_calendar();
    if (stage) {
        out.judging.stage = step_of(*stage);
        if (!out.judging.stage) throw nb::value_error(("stage: there is no step \"" + *stage + "\"").c_str());
    }
    if (per == "appointment") out.grain = verdict_rows::grain::appointment;
    else if (per == "rule") out.grain = verdict_rows::grain::rule;
    else if (per == "finding") out.grain = verdict_rows::grain::finding;
    else throw nb::value_error(("per: \"" + per + "\" is none of appointment, rule and finding").c_str());
    const auto day = [](const std::optional<civil_date>& d) { return d ? to_string(*d) : std::string("-"); };
    out.key = day(out.judging.on) + day(out.judging.law_date) + stage.value_or("-") + (include_unverified ? "u" : "");
    return out;
}

arrow_names names_of(nb::handle columns) {
    arrow_names out;
    if (columns.is_none()) return out;
    for (const auto [name, fact] : nb::borrow<nb::dict>(columns)) {
        if (!PyUnicode_Check(name.ptr()) || !(fact.is_none() || PyUnicode_Check(fact.ptr())))
            refuse_type("columns: names of columns and of facts are str, or None for a column that is left out");
        out.emplace_back(nb::cast<std::string>(name), fact.is_none() ? std::string() : nb::cast<std::string>(fact));
    }
    return out;
}

template <class T>
T* taken(nb::handle capsule, const char* name) {
    void* held = PyCapsule_GetPointer(capsule.ptr(), name);
    if (held == nullptr) throw nb::python_error();
    return static_cast<T*>(held);
}

/// A stream of verdicts that Python holds until somebody reads it.
struct python_stream {
    std::unique_ptr<verdict_stream> made;
    std::shared_ptr<std::vector<problem>> problems = std::make_shared<std::vector<problem>>();
};

std::unique_ptr<python_stream> stream(nb::handle rulebook, nb::handle cases, const std::string& per, bool counts, nb::handle columns, nb::handle on, nb::handle law,
                                      const std::optional<std::string>& stage, bool include_unverified, std::size_t threads) {
    const auto& book = nb::cast<const python_rulebook&>(rulebook);
    const asked how = asked_of(per, on, law, stage, include_unverified);
    auto* from = taken<ArrowArrayStream>(cases, "arrow_array_stream");
    const arrow_names names = names_of(columns);
    auto read = [&] {
        nb::gil_scoped_release free;
        return arrow_stream::take(from, names);
    }();
    verdict_stream_options options;
    options.grain = how.grain;
    options.with_counts = counts;
    options.threads = threads;
    options.judging = how.judging;
    auto out = std::make_unique<python_stream>();
    // The stream may outlive what Python holds of it, and end in any thread; till then it may call the
    // rulebook's callables.
    std::shared_ptr<PyObject> calls;
    if (book.has_callables)
        calls.reset(nb::object(nb::borrow(rulebook)).release().ptr(), [](PyObject* p) {
            if (Py_IsInitialized() == 0) return;
            nb::gil_scoped_acquire hold;
            Py_DECREF(p);
        });
    out->made = std::make_unique<verdict_stream>(book.book, value_or_refuse(std::move(read)), options,
                                                 [to = out->problems, calls](const std::vector<problem>& said) { *to = said; });
    return out;
}

nb::object capsule_of(python_stream& held) {
    if (!held.made) throw std::runtime_error("the stream has been handed over already: it can be read once");
    auto* out = new ArrowArrayStream{};
    verdict_stream::hand_over(std::move(held.made), out);
    PyObject* capsule = PyCapsule_New(out, "arrow_array_stream", [](PyObject* c) {
        auto* s = static_cast<ArrowArrayStream*>(PyCapsule_GetPointer(c, "arrow_array_stream"));
        if (s->release != nullptr) s->release(s);
        delete s;
    });
    if (capsule == nullptr) throw nb::python_error();
    return nb::steal(capsule);
}

/// What the columns of one call lie in.
struct columns_held {
    table_view view;
    std::vector<nb::object> arrays;
    std::deque<std::vector<std::uint8_t>> bits;
    std::deque<std::vector<std::int32_t>> days;
    std::deque<std::vector<std::string>> texts;
    std::deque<std::vector<std::string_view>> words;
    std::deque<arrow_table> tables;
};

std::size_t rows_of(nb::handle array) { return nb::cast<any_array>(array).shape(0); }

template <class T>
std::span<const T> values_of(nb::handle array) {
    const auto held = nb::cast<any_array>(array);
    return {static_cast<const T*>(held.data()), held.shape(0)};
}

/// Bits of a mask of bytes, one where the value is known.
const std::uint8_t* bits_of(nb::handle mask, columns_held& into) {
    if (mask.is_none()) return nullptr;
    const auto known = values_of<std::uint8_t>(mask);
    auto& bits = into.bits.emplace_back(known.size() / 8 + 1);
    for (std::size_t i = 0; i < known.size(); ++i)
        if (known[i] != 0) bits[i / 8] = static_cast<std::uint8_t>(bits[i / 8] | 1u << (i % 8));
    return bits.data();
}

/// numpy's datetime64[D]: days as 64-bit numbers, the least of which is NaT.
column_view days_of(std::span<const std::int64_t> given, const std::string& name, const std::uint8_t* valid, columns_held& into) {
    constexpr std::int64_t none = std::numeric_limits<std::int64_t>::min(), first = -719162, last = 2932896;
    auto& days = into.days.emplace_back(given.size());
    bool is_missing = false, is_fine = true;
    for (std::size_t i = 0; i < given.size(); ++i) {
        const std::int64_t n = given[i];
        is_missing |= n == none;
        is_fine &= n == none || (n >= first && n <= last);
        days[i] = n == none ? 0 : static_cast<std::int32_t>(n);
    }
    if (!is_fine) refuse_type("data['" + name + "']: a date lies outside the years 1 to 9999");
    if (!is_missing) return column_view::day_numbers(days, valid);
    auto& bits = into.bits.emplace_back(given.size() / 8 + 1);
    for (std::size_t i = 0; i < given.size(); ++i)
        if (given[i] != none && (valid == nullptr || (valid[i / 8] >> (i % 8) & 1) != 0)) bits[i / 8] = static_cast<std::uint8_t>(bits[i / 8] | 1u << (i % 8));
    return column_view::day_numbers(days, bits.data());
}

void add_column(columns_held& into, nb::handle told, const arrow_names& names) {
    const auto form = nb::cast<std::string>(told[1]);
    if (form == "arrow") {
        auto table = arrow_table::take(taken<ArrowSchema>(nb::object(told[2])[0], "arrow_schema"), taken<ArrowArray>(nb::object(told[2])[1], "arrow_array"), names);
        arrow_table& held = into.tables.emplace_back(value_or_refuse(std::move(table)));
        for (const table_view::column& c : held.view().columns) into.view.add(c.name, c.values);
        return;
    }
    const std::string name = nb::cast<std::string>(told[0]);
    const nb::object array = told[2];
    into.arrays.push_back(array);
    const std::uint8_t* valid = bits_of(nb::object(told[3]), into);
    column_view view;
    if (form == "bytes") view = column_view::bytes(values_of<std::uint8_t>(array), valid);
    else if (form == "int8") view = column_view::integers(values_of<std::int8_t>(array), valid);
    else if (form == "int16") view = column_view::integers(values_of<std::int16_t>(array), valid);
    else if (form == "int32") view = column_view::integers(values_of<std::int32_t>(array), valid);
    else if (form == "int64") view = column_view::integers(values_of<std::int64_t>(array), valid);
    else if (form == "uint8") view = column_view::integers(values_of<std::uint8_t>(array), valid);
    else if (form == "uint16") view = column_view::integers(values_of<std::uint16_t>(array), valid);
    else if (form == "uint32") view = column_view::integers(values_of<std::uint32_t>(array), valid);
    else if (form == "float64") view = column_view::doubles(values_of<double>(array), valid);
    else if (form == "days64") view = days_of(values_of<std::int64_t>(array), name, valid, into);
    else if (form == "days") view = column_view::day_numbers(values_of<std::int32_t>(array), valid);
    else {
        auto& texts = into.texts.emplace_back();
        for (const nb::handle word : nb::object(told[4])) texts.push_back(nb::cast<std::string>(word));
        const auto& words = into.words.emplace_back(texts.begin(), texts.end());
        if (form == "words8") view = column_view::dictionary(values_of<std::int8_t>(array), words, valid);
        else if (form == "words16") view = column_view::dictionary(values_of<std::int16_t>(array), words, valid);
        else view = column_view::dictionary(values_of<std::int32_t>(array), words, valid);
    }
    into.view.add(name, view);
}

/// The plan for tables of one schema, made once a rulebook and set of options.
std::shared_ptr<kept_plan> plan_for(python_rulebook& book, const table_schema& schema, const asked& how) {
    constexpr std::size_t most = 16;
    {
        const std::lock_guard hold(book.lock);
        for (const auto& each : book.plans)
            if (each->key == how.key && each->plan->schema() == schema) return each;
    }
    auto made = [&] {
        nb::gil_scoped_release free;
        return column_plan::make(book.book, schema, how.judging);
    }();
    auto kept = std::make_shared<kept_plan>();
    kept->key = how.key;
    kept->plan = std::make_shared<const column_plan>(value_or_refuse(std::move(made)));
    const std::lock_guard hold(book.lock);
    if (book.plans.size() == most) book.plans.erase(book.plans.begin());
    book.plans.push_back(kept);
    return kept;
}

/// Verdicts lent by a plan, given back to it when nobody looks at them any longer.
struct lent_verdicts {
    std::shared_ptr<kept_plan> of;
    column_verdicts held;

    explicit lent_verdicts(std::shared_ptr<kept_plan> plan) : of(std::move(plan)) {
        const std::lock_guard hold(of->lock);
        if (of->spare.empty()) return;
        held = std::move(of->spare.back());
        of->spare.pop_back();
    }
    ~lent_verdicts() {
        const std::lock_guard hold(of->lock);
        if (of->spare.size() < 2) of->spare.push_back(std::move(held));
    }
    lent_verdicts(const lent_verdicts&) = delete;
    lent_verdicts& operator=(const lent_verdicts&) = delete;
};

template <class T>
nb::object array_of(std::vector<T> values) {
    auto* kept = new std::vector<T>(std::move(values));
    nb::capsule owner(kept, [](void* p) noexcept { delete static_cast<std::vector<T>*>(p); });
    return nb::cast(nb::ndarray<nb::numpy, T, nb::ndim<1>>(kept->data(), {kept->size()}, owner));
}

nb::object columns(nb::handle rulebook, nb::handle given, std::size_t rows, const std::string& per, bool counts, nb::handle names, nb::handle on, nb::handle law,
                   const std::optional<std::string>& stage, bool include_unverified, std::size_t threads) {
    auto& book = nb::cast<python_rulebook&>(rulebook);
    const asked how = asked_of(per, on, law, stage, include_unverified);
    const arrow_names renamed = names_of(names);
    columns_held held;
    for (const nb::handle each : nb::borrow<nb::object>(given)) add_column(held, each, renamed);
    held.view.rows = rows;
    const auto kept = plan_for(book, schema_of(held.view), how);
    auto lent = std::make_unique<lent_verdicts>(kept);
    const bool of_appointments = how.grain == verdict_rows::grain::appointment;
    std::vector<problem> problems;
    verdict_columns gathered;
    {
        nb::gil_scoped_release free;
        std::unique_ptr<worker_pool> pool;
        run_options options;
        if (threads > 1) options.pool = (pool = std::make_unique<worker_pool>(threads)).get();
        options.keep_statuses = !of_appointments;
        options.keep_counts = of_appointments && counts;
        problems = kept->plan->run(held.view, lent->held, options);
        if (problems.empty() && !of_appointments) gathered.gather(*kept->plan, held.view, lent->held, how.grain, 0);
    }
    if (PyErr_CheckSignals() != 0) throw nb::python_error();
    if (!problems.empty()) refuse(problems);
    if (!of_appointments) {
        std::vector<std::string> ids;
        for (const auto& r : kept->plan->rules()) ids.push_back(r->id());
        const nb::object rules = to_python(ids), words = to_python(gathered.words);
        return nb::make_tuple(array_of(std::move(gathered.row)), array_of(std::move(gathered.rule)), array_of(std::move(gathered.status)), rules,
                              array_of(std::move(gathered.fact)), array_of(std::move(gathered.value)), array_of(std::move(gathered.bound)), words);
    }
    // The arrays of the answer are the verdicts themselves, where they lie.
    lent_verdicts* const shown = lent.get();
    nb::capsule owner(lent.release(), [](void* p) noexcept { delete static_cast<lent_verdicts*>(p); });
    static_assert(sizeof(outcome) == 1);
    const auto* outcomes = reinterpret_cast<const std::uint8_t*>(shown->held.outcomes().data());
    nb::object told = nb::none();
    if (counts) {
        const std::uint16_t* first = rows == 0 ? nullptr : shown->held.counts(0).data();
        told = nb::cast(nb::ndarray<nb::numpy, const std::uint16_t, nb::ndim<2>>(first, {rows, 8}, owner));
    }
    return nb::make_tuple(nb::cast(nb::ndarray<nb::numpy, const std::uint8_t, nb::ndim<1>>(outcomes, {rows}, owner)), told);
}

/// What the plan alone takes for the same columns and the same answer, for benchmarks/python.
double plan_seconds(nb::handle rulebook, nb::handle given, std::size_t rows, bool counts, int repeats) {
    auto& book = nb::cast<python_rulebook&>(rulebook);
    const asked how = asked_of("appointment", nb::none(), nb::none(), std::nullopt, false);
    columns_held held;
    for (const nb::handle each : nb::borrow<nb::object>(given)) add_column(held, each, {});
    held.view.rows = rows;
    const auto kept = plan_for(book, schema_of(held.view), how);
    column_verdicts verdicts;
    run_options options;
    options.keep_statuses = false;
    options.keep_counts = counts;
    nb::gil_scoped_release free;
    double best = 0;
    for (int i = 0; i <= repeats; ++i) {
        const auto begun = std::chrono::steady_clock::now();
        if (!kept->plan->run(held.view, verdicts, options).empty()) return -1;
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
        if (i == 1 || (i > 1 && took.count() < best)) best = took.count();
    }
    return best;
}

}  // namespace

void bind_table(nb::module_& m) {
    nb::class_<python_stream>(m, "VerdictStream",
                              "Verdicts on a stream of cases, made batch by batch as they are read, through the Arrow C stream interface.")
        .def("__arrow_c_stream__", [](python_stream& held, nb::handle) { return capsule_of(held); }, nb::arg("requested_schema").none() = nb::none(),
             nb::sig("def __arrow_c_stream__(self, requested_schema: object | None = None) -> typing.Any"),
             "Hands the stream over; it can be read once.")
        .def("_refuse", [](const python_stream& held) {
                 if (!held.problems->empty()) refuse(*held.problems);
             },
             "Raises ReadError where reading has failed.");
    m.def("stream", &stream, nb::arg("rulebook"), nb::arg("cases"), nb::arg("per"), nb::arg("counts"), nb::arg("columns").none(),
          nb::arg("on").none(), nb::arg("law").none(), nb::arg("stage").none(), nb::arg("include_unverified"), nb::arg("threads"),
          nb::sig("def stream(rulebook: Rulebook, cases: typing.Any, per: str, counts: bool, columns: dict[str, str | None] | None, "
                  "on: datetime.date | str | None, law: datetime.date | str | None, stage: str | None, include_unverified: bool, threads: int) -> VerdictStream"),
          "Verdicts on the cases of a capsule \"arrow_array_stream\".");
    m.def("columns", &columns, nb::arg("rulebook"), nb::arg("given"), nb::arg("rows"), nb::arg("per"), nb::arg("counts"), nb::arg("names").none(),
          nb::arg("on").none(), nb::arg("law").none(), nb::arg("stage").none(), nb::arg("include_unverified"), nb::arg("threads"),
          nb::sig("def columns(rulebook: Rulebook, given: list[tuple[typing.Any, ...]], rows: int, per: str, counts: bool, names: dict[str, str | None] | None, "
                  "on: datetime.date | str | None, law: datetime.date | str | None, stage: str | None, include_unverified: bool, threads: int) -> typing.Any"),
          "Verdicts on columns (name, form, array, mask, words), as arrays.");
    m.def("plan_seconds", &plan_seconds, nb::arg("rulebook"), nb::arg("given"), nb::arg("rows"), nb::arg("counts"), nb::arg("repeats"),
          nb::sig("def plan_seconds(rulebook: Rulebook, given: list[tuple[typing.Any, ...]], rows: int, counts: bool, repeats: int) -> float"),
          "The shortest time that the plan alone takes for columns() of appointments; for benchmarks.");
    m.def("covers", [](const std::string& id, const std::string& pattern) { return is_covered_by(id, pattern); }, nb::arg("id"), nb::arg("pattern"),
          "Whether a pattern means a rule: its id, or what the rule lies under, with \"/*\" behind it or not.");
}

}  // namespace xuanren::python
