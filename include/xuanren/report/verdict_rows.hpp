// include/xuanren/report/verdict_rows.hpp
#pragma once

#include <xuanren/engine/columns/column_findings.hpp>
#include <xuanren/io/table/csv_cell.hpp>
#include <xuanren/io/text_encoding.hpp>
#include <xuanren/report/names.hpp>
#include <xuanren/report/value_words.hpp>

#include <array>
#include <bit>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
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
        if (table.rows != 0) gather(verdicts);
        if (table.rows != 0 && grain_ == grain::finding) gather_findings(table, verdicts);
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
    struct entry {
        std::uint32_t rule;
        status is;
    };

    [[nodiscard]] std::vector<status> gathered() const {
        switch (grain_) {
            case grain::appointment: return {status::violated};
            case grain::finding: return {status::violated, status::undetermined, status::judgement, status::failed};
            case grain::rule: break;
        }
        return {shown.begin(), shown.end()};
    }

    /// The rules of the statuses that are told, row by row, in the rulebook's order.
    void gather(const column_verdicts& v) {
        const std::size_t rows = v.rows(), words = (rows + 63) / 64;
        const std::vector<status> wanted = gathered();
        bits_.resize(words);
        starts_.assign(rows + 1, 0);
        found_.clear();
        for (std::size_t r = 0; r < v.rule_count(); ++r)
            for (const status s : wanted) {
                if (v.summary(r)[s] == 0) continue;
                v.bitmap(r, s, bits_);
                for (std::size_t w = 0; w < words; ++w)
                    for (std::uint64_t left = bits_[w]; left != 0; left &= left - 1) {
                        const std::size_t row = w * 64 + static_cast<std::size_t>(std::countr_zero(left));
                        found_.emplace_back(static_cast<std::uint32_t>(row), entry{static_cast<std::uint32_t>(r), s});
                        ++starts_[row + 1];
                    }
            }
        for (std::size_t i = 0; i < rows; ++i) starts_[i + 1] += starts_[i];
        entries_.resize(found_.size());
        next_.assign(starts_.begin(), starts_.end() - 1);
        for (const auto& [row, e] : found_) entries_[next_[row]++] = e;
    }
    /// The tests that decide, row by row, in the order of their rules.
    void gather_findings(const table_view& table, const column_verdicts& v) {
        const auto& groups = findings_.find(*plan_, table, v);
        test_starts_.assign(v.rows() + 1, 0);
        for (const auto& g : groups)
            for (const std::uint32_t row : g.rows) ++test_starts_[row + 1];
        for (std::size_t i = 0; i < v.rows(); ++i) test_starts_[i + 1] += test_starts_[i];
        tests_.resize(test_starts_.back());
        next_.assign(test_starts_.begin(), test_starts_.end() - 1);
        for (const auto& g : groups)
            for (std::size_t i = 0; i < g.rows.size(); ++i) tests_[next_[g.rows[i]]++] = {&g, i};
    }
    [[nodiscard]] std::span<const entry> of(std::size_t judged) const {
        return std::span<const entry>(entries_).subspan(starts_[judged], starts_[judged + 1] - starts_[judged]);
    }
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
        for (const entry& e : of(judged)) {
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
        std::size_t test = grain_ == grain::finding ? test_starts_[judged] : 0;
        for (const entry& e : of(judged)) {
            if (grain_ == grain::rule) {
                begin_rule(s, e, out);
                out += form_ == form::csv ? ",\n" : "}\n";
                continue;
            }
            const std::size_t end = test_starts_[judged + 1];
            bool is_told = false;
            std::size_t last = std::string::npos;
            for (; test < end && tests_[test].of->rule <= e.rule; ++test) {
                if (tests_[test].of->rule != e.rule) continue;
                const std::size_t begun = out.size();
                begin_rule(s, e, out);
                write_test(*tests_[test].of, tests_[test].at, out);
                is_told = true;
                // Requirement and band may ask the same.
                if (last != std::string::npos && std::string_view(out).substr(last, begun - last) == std::string_view(out).substr(begun)) out.resize(begun);
                else last = begun;
            }
            if (is_told) continue;
            begin_rule(s, e, out);
            out += form_ == form::csv ? ",,,,\n" : "}\n";
        }
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
    std::vector<std::uint64_t> bits_;
    std::vector<std::size_t> starts_, next_;
    std::vector<std::pair<std::uint32_t, entry>> found_;
    std::vector<entry> entries_;
    struct deciding {
        const column_findings::group* of;
        std::size_t at;
    };
    column_findings findings_;
    std::vector<std::size_t> test_starts_;
    std::vector<deciding> tests_;
};

}  // namespace xuanren
