// include/xuanren/report/verdict_rows.hpp
#pragma once

#include <xuanren/engine/columns/verdicts_by_row.hpp>
#include <xuanren/io/table/csv_cell.hpp>
#include <xuanren/io/text_encoding.hpp>
#include <xuanren/report/names.hpp>
#include <xuanren/report/value_words.hpp>

#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace xuanren {

/// Writes the verdicts of tables as rows for other programs 结论行: CSV or JSON lines, batch by batch.
///
/// The words are the codes of the report's JSON, whatever the language.
class verdict_rows {
public:
    enum class form : std::uint8_t { csv, json_lines };
    enum class grain : std::uint8_t {
        appointment,  ///< a row each: outcome, how many rules of each status, which are violated
        rule,         ///< a row for each rule in force
        finding,      ///< what is violated, undetermined, left to judgement or failed: a row for each test that
                      ///< decides, with its fact, the value held and the bound
    };
    /// One case of a batch: its number in the table and what the table calls it.
    struct subject {
        std::uint64_t row = 0;
        std::string id = {};
        std::string skipped = {};  ///< why it could not be read; it then has no verdicts
    };

    /// The statuses of rules that a grain tells; of appointments, those that are named.
    [[nodiscard]] static std::span<const status> told_by(grain g) noexcept {
        switch (g) {
            case grain::appointment: return std::span(not_kept).first(1);
            case grain::finding: return not_kept;
            case grain::rule: break;
        }
        return shown;
    }

    verdict_rows(const column_plan& plan, form as, grain by) : plan_(&plan), form_(as), grain_(by) {}

    /// The same rules after a change of columns.
    void use(const column_plan& plan) { plan_ = &plan; }

    /// The headings of CSV; empty for JSON lines.
    [[nodiscard]] std::string headings() const {
        if (form_ == form::json_lines) return {};
        if (grain_ == grain::rule) return "row,id,rule,status,skipped\n";
        if (grain_ == grain::finding) return "row,id,rule,status,fact,value,bound,skipped\n";
        std::string out = "row,id,outcome";
        for (const status s : shown) out.append(",").append(code_of(s));
        return out + ",violated_rules,skipped\n";
    }

    /// Appends the rows of a batch: those judged are the subjects that were not skipped, in order.
    /// Requires: verdicts with statuses and outcomes, and with counts where a row is an appointment.
    void write(std::span<const subject> subjects, const table_view& table, const column_verdicts& verdicts, std::string& out) {
        if (table.rows != 0) by_row_.gather(verdicts, told_by(grain_));
        if (table.rows != 0 && grain_ == grain::finding) by_row_.gather_tests(*plan_, table, verdicts);
        std::size_t judged = 0;
        for (const subject& s : subjects) {
            if (!s.skipped.empty()) write_skipped(s, out);
            else if (grain_ == grain::appointment) write_appointment(s, verdicts, judged++, out);
            else write_rules(s, judged++, out);
        }
    }

private:
    static constexpr std::array<status, 8> shown = {status::satisfied, status::violated, status::excepted, status::undetermined,
                                                    status::judgement, status::pending,  status::failed,   status::not_applicable};
    static constexpr std::array<status, 4> not_kept = {status::violated, status::undetermined, status::judgement, status::failed};
    using entry = verdicts_by_row::entry;

    [[nodiscard]] const std::string& id_of(std::uint32_t rule) const { return plan_->rules()[rule]->id(); }

    static void number(std::string& out, std::uint64_t n) {
        char digits[20];
        out.append(digits, std::to_chars(digits, digits + sizeof digits, n).ptr);
    }
    static void quote(std::string& out, std::string_view text) {
        constexpr char digits[] = "0123456789abcdef";
        out += '"';
        while (!text.empty()) {
            const std::size_t length = detail::valid_utf8_length(text.substr(0, 4));
            const auto byte = static_cast<unsigned char>(text.front());
            if (length == 0) out += "\\ufffd";
            else if (byte < 0x20 || byte == 0x7F) out.append("\\u00").append(1, digits[byte >> 4]).append(1, digits[byte & 15]);
            else {
                if (byte == '"' || byte == '\\') out += '\\';
                out += text.substr(0, length);
            }
            text.remove_prefix(length == 0 ? 1 : length);
        }
        out += '"';
    }

    void begin(const subject& s, std::string& out) const {
        if (form_ == form::csv) {
            number(out, s.row);
            out += ',';
            append_csv_cell(out, s.id);
            return;
        }
        out += "{\"row\":";
        number(out, s.row);
        if (s.id.empty()) return;
        out += ",\"id\":";
        quote(out, s.id);
    }

    void write_skipped(const subject& s, std::string& out) const {
        begin(s, out);
        if (form_ == form::json_lines) {
            out += ",\"skipped\":";
            quote(out, s.skipped);
            out += "}\n";
            return;
        }
        out.append(grain_ == grain::appointment ? shown.size() + 3 : grain_ == grain::rule ? 3 : 6, ',');
        append_csv_cell(out, s.skipped);
        out += '\n';
    }

    void write_appointment(const subject& s, const column_verdicts& v, std::size_t judged, std::string& out) const {
        begin(s, out);
        const std::string_view came_to = code_of(v.outcomes()[judged]);
        const auto counts = v.counts(judged);
        if (form_ == form::csv) {
            out.append(",").append(came_to);
            for (const status c : shown) {
                out += ',';
                number(out, counts[static_cast<std::size_t>(c)]);
            }
        } else {
            out.append(",\"outcome\":\"").append(came_to).append("\",\"counts\":{");
            for (std::size_t i = 0; i < shown.size(); ++i) {
                out.append(i == 0 ? "\"" : ",\"").append(code_of(shown[i])).append("\":");
                number(out, counts[static_cast<std::size_t>(shown[i])]);
            }
            out += '}';
        }
        out.append(form_ == form::csv ? "," : ",\"violated\":[");
        bool is_first = true;
        for (const entry& e : by_row_.of(judged)) {
            if (form_ == form::csv) {
                out.append(is_first ? "" : " ").append(id_of(e.rule));
            } else {
                if (!is_first) out += ',';
                quote(out, id_of(e.rule));
            }
            is_first = false;
        }
        if (form_ == form::json_lines) out += ']';
        out += form_ == form::csv ? ",\n" : "}\n";
    }

    void write_rules(const subject& s, std::size_t judged, std::string& out) const {
        by_row_.each(judged, [&](const entry& e, std::span<const verdicts_by_row::deciding> tests) {
            std::size_t last = std::string::npos;
            for (const auto& [of, at] : tests) {
                const std::size_t begun = out.size();
                begin_rule(s, e, out);
                write_test(*of, at, out);
                // Requirement and band may ask the same.
                if (last != std::string::npos && std::string_view(out).substr(last, begun - last) == std::string_view(out).substr(begun)) out.resize(begun);
                else last = begun;
            }
            if (!tests.empty()) return;
            begin_rule(s, e, out);
            if (form_ == form::csv) out.append(grain_ == grain::rule ? "," : ",,,,");
            out += form_ == form::csv ? "\n" : "}\n";
        });
    }
    void begin_rule(const subject& s, const entry& e, std::string& out) const {
        begin(s, out);
        if (form_ == form::csv) {
            out += ',';
            append_csv_cell(out, id_of(e.rule));
            out.append(",").append(code_of(e.is));
        } else {
            out += ",\"rule\":";
            quote(out, id_of(e.rule));
            out.append(",\"status\":\"").append(code_of(e.is)).append("\"");
        }
    }
    void write_test(const column_findings::group& g, std::size_t at, std::string& out) const {
        const auto told = [&](const char* key, const std::string& text) {
            if (form_ == form::csv) {
                out += ',';
                append_csv_cell(out, text);
            } else if (!text.empty()) {
                out.append(",\"").append(key).append("\":");
                quote(out, text);
            }
        };
        const auto text_of = [](const value& v) { return v.is_unknown() ? std::string() : code_of(v); };
        told("fact", g.fact == catalogue::none ? std::string() : (*plan_->book().facts())[g.fact].name);
        told("value", text_of(g.value_at(at)));
        told("bound", text_of(g.bound_at(at)));
        out += form_ == form::csv ? ",\n" : "}\n";
    }

    const column_plan* plan_;
    form form_;
    grain grain_;
    verdicts_by_row by_row_;
};

}  // namespace xuanren
