// bindings/python/src/conversions.cpp
#include "conversions.hpp"

#include <xuanren/calendar/parse_date.hpp>
#include <xuanren/report/value_words.hpp>

#include <cmath>
#include <map>
#include <utility>

namespace xuanren::python {

nb::handle imported(const char* module, const char* name) {
    // Never destroyed: the interpreter is gone before what is static.
    static auto& held = *new std::map<std::pair<std::string, std::string>, nb::handle>;
    const auto at = held.find({module, name});
    if (at != held.end()) return at->second;
    const nb::object found = nb::module_::import_(module).attr(name);
    return held.emplace(std::pair<std::string, std::string>(module, name), found.inc_ref()).first->second;
}

nb::object to_python(std::string_view text) {
    PyObject* made = PyUnicode_DecodeUTF8(text.data(), static_cast<Py_ssize_t>(text.size()), "replace");
    if (made == nullptr) throw nb::python_error();
    return nb::steal(made);
}

nb::object to_python(const text& both) { return nb::make_tuple(to_python(both.zh), to_python(both.en)); }

nb::object to_python(const std::vector<std::string>& words) {
    nb::list out;
    for (const std::string& word : words) out.append(to_python(word));
    return nb::tuple(out);
}

nb::object to_python(const civil_date& date) {
    if (!date.is_day() || date.year() < 1 || date.year() > 9999) return to_python(std::string_view(to_string(date)));
    static const nb::handle type = imported("datetime", "date");
    return type(date.year(), date.month(), date.day());
}
nb::object to_python(const std::optional<civil_date>& date) { return date ? to_python(*date) : nb::none(); }
nb::object to_python(const std::optional<interval<civil_date>>& dates) {
    if (!dates) return nb::none();
    if (dates->is_exact()) return to_python(dates->low());
    return to_python(std::string_view(code_of(value(*dates))));
}

namespace {

nb::object number_of(const number& n) {
    const std::string written = to_string(n);
    if (written.find_first_not_of("-0123456789") == std::string::npos)
        return nb::steal(PyLong_FromString(written.c_str(), nullptr, 10));
    return imported("decimal", "Decimal")(written);
}

}  // namespace

nb::object value_to_python(const value& v) {
    if (v.is_unknown() || v.is_null()) return nb::none();
    if (const auto* b = v.as<bool>()) return nb::bool_(*b);
    if (const auto* n = v.as<interval<number>>()) return n->is_exact() ? number_of(n->low()) : to_python(std::string_view(code_of(v)));
    if (const auto* s = v.as<std::shared_ptr<const std::string>>()) return to_python(std::string_view(**s));
    if (const auto* d = v.as<interval<civil_date>>()) return to_python(std::optional(*d));
    if (const auto* m = v.as<interval<months>>(); m != nullptr && m->is_exact())
        return imported("xuanren._values", "Months")(m->low().count());
    if (const auto* d = v.as<interval<day_time_duration>>(); d != nullptr && d->is_exact() && d->low().seconds % 86'400 == 0)
        return imported("xuanren._values", "Days")(d->low().seconds / 86'400);
    if (const auto* e = v.as<enumerator>()) return to_python(std::string_view(e->words->members[static_cast<std::size_t>(e->index)].name));
    if (const auto* l = v.as<std::shared_ptr<const list_value>>()) {
        nb::list out;
        for (const value& item : (*l)->items) out.append(value_to_python(item));
        return out;
    }
    if (const auto* r = v.as<std::shared_ptr<const record_value>>(); r != nullptr && (*r)->type != nullptr) {
        nb::dict out;
        for (std::size_t i = 0; i < (*r)->fields.size(); ++i) out[to_python((*r)->type->fields[i].name)] = value_to_python((*r)->fields[i]);
        return out;
    }
    return to_python(std::string_view(code_of(v)));
}

namespace {

std::string name_of_type(nb::handle object) { return nb::cast<std::string>(nb::handle(reinterpret_cast<PyObject*>(Py_TYPE(object.ptr()))).attr("__name__")); }

bool is_a(nb::handle object, const char* module, const char* name) {
    const int is = PyObject_IsInstance(object.ptr(), imported(module, name).ptr());
    if (is < 0) throw nb::python_error();
    return is == 1;
}

/// Year, month and day of a datetime.date; a datetime must be at midnight and without a zone.
civil_date date_of(nb::handle given, const std::string& place) {
    if (is_a(given, "datetime", "datetime")) {
        if (!given.attr("tzinfo").is_none())
            refuse_type(place + ": a datetime with a time zone was given; give a datetime.date");
        for (const char* part : {"hour", "minute", "second", "microsecond"})
            if (nb::cast<int>(given.attr(part)) != 0)
                refuse_type(place + ": a datetime with a time of day was given; give a datetime.date");
    }
    return civil_date(nb::cast<int>(given.attr("year")), nb::cast<int>(given.attr("month")), nb::cast<int>(given.attr("day")));
}

/// Writes JSON of what stands in Python.
class json_of_python {
public:
    explicit json_of_python(const char* argument) : place_(argument) {}

    [[nodiscard]] std::string write(nb::handle given) {
        any(given);
        return std::move(out_);
    }

private:
    // One more than a document may have: reading then says so, with the place.
    static constexpr int deepest = 80;

    void any(nb::handle given) {
        PyObject* p = given.ptr();
        if (p == Py_None) out_ += "null";
        else if (p == Py_True) out_ += "true";
        else if (p == Py_False) out_ += "false";
        else if (PyUnicode_Check(p)) quote(given);
        else if (PyLong_Check(p)) whole(given);
        else if (PyFloat_Check(p)) real(given);
        else if (PyDict_Check(p)) object(nb::borrow<nb::dict>(given));
        else if (PyList_Check(p) || PyTuple_Check(p)) array(given);
        else other(given);
    }
    void other(nb::handle given) {
        if (is_missing(given)) {
            out_ += "null";
        } else if (is_a(given, "datetime", "date")) {
            out_.append("\"").append(to_string(date_of(given, place_))).append("\"");
        } else if (is_a(given, "collections.abc", "Mapping")) {
            object(nb::borrow<nb::dict>(imported("builtins", "dict")(given)));
        } else if (is_a(given, "decimal", "Decimal")) {
            if (!nb::cast<bool>(given.attr("is_finite")())) refuse_type(place_ + ": the number is not finite");
            out_ += nb::cast<std::string>(imported("builtins", "format")(given, "f"));
        } else if (is_a(given, "xuanren._values", "Period")) {
            out_.append("\"").append(nb::cast<std::string>(nb::str(given))).append("\"");
        } else if (is_numpy_day(given)) {
            any(given.attr("astype")("datetime64[D]").attr("item")());
        } else if (nb::hasattr(given, "dtype") && nb::hasattr(given, "item") && nb::cast<int>(nb::borrow(given.attr("ndim"))) == 0) {
            const nb::object plain = given.attr("item")();
            if (name_of_type(plain) == name_of_type(given)) unfit(given);
            any(plain);
        } else if (PyIndex_Check(given.ptr())) {
            const nb::object n = nb::steal(PyNumber_Index(given.ptr()));
            if (!n.is_valid()) throw nb::python_error();
            whole(n);
        } else {
            unfit(given);
        }
    }
    [[nodiscard]] bool is_numpy_day(nb::handle given) {
        if (name_of_type(given) != "datetime64") return false;
        // A time of day would be lost.
        const nb::object day = given.attr("astype")("datetime64[D]");
        if (!nb::cast<bool>(nb::bool_(day.equal(given)))) refuse_type(place_ + ": a point of time was given; give a date");
        return true;
    }
    [[noreturn]] void unfit(nb::handle given) { refuse_type(place_ + ": a value of type " + name_of_type(given) + " was given; dict, list, str, bool, int, float, Decimal, date or None are taken"); }

    void whole(nb::handle given) {
        // Text of a subclass may be anything: that of a plain int is asked for. Thousands of digits are no number here.
        const nb::object plain = nb::steal(PyNumber_Long(given.ptr()));
        if (!plain.is_valid()) throw nb::python_error();
        if (nb::cast<int>(nb::borrow(plain.attr("bit_length")())) > 4096) refuse_type(place_ + ": the number is too large");
        out_ += nb::cast<std::string>(nb::str(plain));
    }
    void real(nb::handle given) {
        const double d = PyFloat_AsDouble(given.ptr());
        if (std::isnan(d)) {
            out_ += "null";
            return;
        }
        if (std::isinf(d)) refuse_type(place_ + ": the number is not finite");
        char* written = PyOS_double_to_string(d, 'r', 0, Py_DTSF_ADD_DOT_0, nullptr);
        if (written == nullptr) throw nb::python_error();
        out_ += written;
        PyMem_Free(written);
    }
    void quote(nb::handle given) {
        Py_ssize_t size = 0;
        if (const char* utf8 = PyUnicode_AsUTF8AndSize(given.ptr(), &size)) return quote(std::string_view(utf8, static_cast<std::size_t>(size)));
        // Half a surrogate pair: written so that reading refuses it, with its place.
        PyErr_Clear();
        const nb::object bytes = nb::steal(PyUnicode_AsEncodedString(given.ptr(), "utf-8", "surrogatepass"));
        if (!bytes.is_valid()) throw nb::python_error();
        quote(std::string_view(PyBytes_AsString(bytes.ptr()), static_cast<std::size_t>(PyBytes_Size(bytes.ptr()))));
    }
    void quote(std::string_view text) {
        constexpr char digits[] = "0123456789abcdef";
        out_ += '"';
        for (const char c : text) {
            const auto byte = static_cast<unsigned char>(c);
            if (c == '"' || c == '\\') out_.append(1, '\\').append(1, c);
            else if (byte < 0x20) out_.append("\\u00").append(1, digits[byte >> 4]).append(1, digits[byte & 15]);
            else out_ += c;
        }
        out_ += '"';
    }
    void deeper(nb::handle) {
        if (++depth_ > deepest) refuse_type(place_.substr(0, 200) + "…: nested too deeply");
    }
    void object(const nb::dict& given) {
        deeper(given);
        out_ += '{';
        bool is_first = true;
        const std::size_t length = place_.size();
        for (const auto [key, held] : given) {
            if (!PyUnicode_Check(key.ptr())) refuse_type(place_ + ": a key of type " + name_of_type(key) + " was given; keys are str");
            if (!held.is_none() && is_missing(held)) continue;
            if (!is_first) out_ += ',';
            is_first = false;
            quote(key);
            out_ += ':';
            if (is_plain(held)) {
                any(held);
                continue;
            }
            const std::string name = nb::cast<std::string>(nb::repr(key));
            place_.append("[").append(name.size() > 60 ? name.substr(0, 60) : name).append("]");
            any(held);
            place_.resize(length);
        }
        out_ += '}';
        --depth_;
    }
    void array(nb::handle given) {
        deeper(given);
        out_ += '[';
        const std::size_t length = place_.size();
        std::size_t index = 0;
        for (const nb::handle item : nb::borrow<nb::object>(given)) {
            if (index != 0) out_ += ',';
            if (is_plain(item)) {
                any(item);
            } else {
                place_.append("[").append(std::to_string(index)).append("]");
                any(item);
                place_.resize(length);
            }
            ++index;
        }
        out_ += ']';
        --depth_;
    }
    /// What can be written without a place to tell.
    [[nodiscard]] static bool is_plain(nb::handle held) {
        PyObject* p = held.ptr();
        return p == Py_None || p == Py_True || p == Py_False || PyUnicode_CheckExact(p);
    }

    std::string out_, place_;
    int depth_ = 0;
};

}  // namespace

bool is_missing(nb::handle object) {
    PyObject* p = object.ptr();
    if (p == Py_None) return true;
    if (PyFloat_Check(p)) return std::isnan(PyFloat_AsDouble(p));
    if (PyUnicode_Check(p) || PyLong_Check(p) || PyDict_Check(p) || PyList_Check(p) || PyTuple_Check(p)) return false;
    const std::string name = name_of_type(object);
    if (name == "NAType" || name == "NaTType") return true;
    if (name == "datetime64") return nb::cast<std::string>(nb::str(object)) == "NaT";
    if (name == "Decimal") return nb::cast<bool>(object.attr("is_nan")());
    if (name == "float32" || name == "float16" || name == "longdouble") {
        const nb::object number = nb::steal(PyNumber_Float(p));
        if (!number.is_valid()) throw nb::python_error();
        return std::isnan(PyFloat_AsDouble(number.ptr()));
    }
    return false;
}

std::optional<civil_date> day_argument(nb::handle given, const char* argument) {
    if (given.is_none()) return std::nullopt;
    if (PyUnicode_Check(given.ptr())) {
        const civil_date read = value_or_refuse(parse_date(nb::cast<std::string>(given)));
        if (!read.is_day()) refuse_type(std::string(argument) + ": a day is needed, \"2024-05-20\"");
        return read;
    }
    if (is_missing(given) || !is_a(given, "datetime", "date"))
        refuse_type(std::string(argument) + ": a value of type " + name_of_type(given) + " was given; a datetime.date or its ISO text is taken");
    return date_of(given, argument);
}

std::string text_argument(nb::handle given, const char* argument) {
    if (!PyUnicode_Check(given.ptr())) refuse_type(std::string(argument) + ": a value of type " + name_of_type(given) + " was given; str is taken");
    std::string out;
    if (!nb::try_cast(given, out)) refuse_type(std::string(argument) + ": the text is no Unicode");
    return out;
}

std::string json_argument(nb::handle given, const char* argument) { return json_of_python(argument).write(given); }

void refuse(const std::vector<problem>& problems) {
    nb::list told;
    for (const problem& p : problems)
        told.append(nb::make_tuple(to_python(p.code), to_python(p.file), to_python(p.at), p.line, p.column, to_python(p.found),
                                   to_python(p.expected), to_python(p.message)));
    const nb::handle type = imported("xuanren._values", "ReadError");
    const nb::object made = type.attr("_of")(told);
    PyErr_SetObject(type.ptr(), made.ptr());
    throw nb::python_error();
}

void refuse_type(const std::string& message) { throw nb::type_error(message.c_str()); }

}  // namespace xuanren::python
