// include/xuanren/report/verdict_rows.hpp
#pragma once

#include <xuanren/engine/columns/column_plan.hpp>
#include <xuanren/io/text_encoding.hpp>
#include <xuanren/report/names.hpp>

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
        finding,      ///< a row for each rule that is neither met nor off: violated, undetermined, judgement, failed
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
        if (grain_ != grain::appointment) return "row,id,rule,status,skipped\n";
        std::string out = "row,id,outcome";
        for (const status s : shown) out.append(",").append(code_of(s));
        return out + ",violated_rules,skipped\n";
    }

    /// Appends the rows of a batch: those judged are the subjects that were not skipped, in order.
    /// Requires: verdicts with statuses and outcomes, and with counts where a row is an appointment.
    void write(std::span<const subject> subjects, const column_verdicts& verdicts, std::string& out) {
        if (verdicts.rows() != 0) gather(verdicts);
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
    [[nodiscard]] std::span<const entry> of(std::size_t judged) const {
        return std::span<const entry>(entries_).subspan(starts_[judged], starts_[judged + 1] - starts_[judged]);
    }
    [[nodiscard]] const std::string& id_of(std::uint32_t rule) const { return plan_->rules()[rule]->id(); }

    static void number(std::string& out, std::uint64_t n) {
        char digits[20];
        out.append(digits, std::to_chars(digits, digits + sizeof digits, n).ptr);
    }
    static void cell(std::string& out, std::string_view text) {
        if (text.find_first_of(",\"\r\n") == text.npos) {
            out += text;
            return;
        }
        out += '"';
        for (const char c : text) {
            if (c == '"') out += '"';
            out += c;
        }
        out += '"';
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
            cell(out, s.id);
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
        out.append(grain_ == grain::appointment ? shown.size() + 3 : 3, ',');
        cell(out, s.skipped);
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
        for (const entry& e : of(judged)) {
            begin(s, out);
            if (form_ == form::csv) {
                out += ',';
                cell(out, id_of(e.rule));
                out.append(",").append(code_of(e.is)).append(",\n");
            } else {
                out += ",\"rule\":";
                quote(out, id_of(e.rule));
                out.append(",\"status\":\"").append(code_of(e.is)).append("\"}\n");
            }
        }
    }

    const column_plan* plan_;
    form form_;
    grain grain_;
    std::vector<std::uint64_t> bits_;
    std::vector<std::size_t> starts_, next_;
    std::vector<std::pair<std::uint32_t, entry>> found_;
    std::vector<entry> entries_;
};

}  // namespace xuanren
