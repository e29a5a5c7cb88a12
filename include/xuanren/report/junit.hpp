// include/xuanren/report/junit.hpp
#pragma once

#include <xuanren/check/report.hpp>
#include <xuanren/report/effect.hpp>
#include <xuanren/report/finding_words.hpp>
#include <xuanren/report/markup.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace xuanren {

namespace detail {

/// How CI systems see one finding.
enum class junit_state : std::uint8_t { passed, failure, error, skipped };

[[nodiscard]] inline junit_state junit_state_of(const verdict& v, bool is_decided) noexcept {
    switch (effect_of(v, is_decided)) {
        case effect::breach:
        case effect::approval: return junit_state::failure;
        case effect::failure:
        case effect::gap: return junit_state::error;
        case effect::kept:
        case effect::exception: return junit_state::passed;
        default: return junit_state::skipped;
    }
}

struct junit_suite {
    std::string name;
    std::string_view outcome;
    const std::vector<verdict>* findings;
    remedy_context context;
};

inline void write_case(std::string& out, const junit_suite& suite, const verdict& v, const wording& words, language l) {
    const text message = message_of(v, words, suite.context);
    const std::string name = in_words(v.of->cite(), words, l) + (l == language::zh ? "：" : ": ") +
                             title_of(*v.of, l) + (v.subject.empty() ? "" : " [" + subject_words(v.subject, l) + "]");
    out += "    <testcase name=\"" + escaped(name) + "\" classname=\"" + escaped(suite.name + "." + v.of->id()) +
           "\" time=\"0\"";
    const junit_state state = junit_state_of(v, suite.context.is_decided);
    if (state == junit_state::passed) {
        out += "/>\n";
        return;
    }
    out += ">\n";
    if (state == junit_state::skipped) {
        out += "      <skipped message=\"" + escaped(in(message, l)) + "\"/>\n";
    } else {
        const std::string_view tag = state == junit_state::failure ? "failure" : "error";
        out.append("      <").append(tag).append(" type=\"").append(code_of(v.status)).append("\" message=\"");
        out += escaped(in(message, l)) + "\">";
        for (const leaf& test : telling_leaves(v, *words.facts)) {
            const leaf_words told = in_words(test, words, l, setting_of(test, v, suite.context.facts));
            out += escaped(std::string(told.mark) + " " + told.sentence +
                           (told.place.empty() ? "" : " [" + test.source.pointer() + "]") + "\n");
        }
        for (const text& remedy : remedies_of(v, words, suite.context)) out += escaped("→ " + in(remedy, l) + "\n");
        out.append("</").append(tag).append(">\n");
    }
    out += "    </testcase>\n";
}

}  // namespace detail

/// Reports as CI systems show them: a testsuite an appointment or organisation, a testcase a rule.
///
/// failure: violated, or an approval is needed. error: undetermined or failed. skipped: left to
/// judgement, pending, not applicable, a departure from what is ordinary, advice. Passed: satisfied
/// and excepted. No time or host stands in it: the same reports give the same bytes.
class junit_document {
public:
    explicit junit_document(language l) : in_(l) {}

    /// `file` stands before the names of the suites, where several dossiers share a document.
    void add(const report& r, const wording& words, const std::string& file = {}) {
        const std::string before = file.empty() ? file : file + ".";
        for (const appointment_report& a : r.appointments)
            add_suite({before + "appointments." + a.id, code_of(a.outcome), &a.findings, {a.is_decided, &a.facts}}, words);
        for (const organisation_report& org : r.organisations)
            add_suite({before + "organisations." + org.id, code_of(org.outcome), &org.findings, {true, nullptr}}, words);
    }

    [[nodiscard]] std::string text() const {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"xuanren\"" + attributes(all_) + ">\n" +
               body_ + "</testsuites>\n";
    }

private:
    struct counts {
        std::size_t of[4] = {};
    };

    [[nodiscard]] static std::string attributes(const counts& c) {
        return " tests=\"" + std::to_string(c.of[0] + c.of[1] + c.of[2] + c.of[3]) + "\" failures=\"" +
               std::to_string(c.of[1]) + "\" errors=\"" + std::to_string(c.of[2]) + "\" skipped=\"" +
               std::to_string(c.of[3]) + "\" time=\"0\"";
    }

    void add_suite(const detail::junit_suite& suite, const wording& words) {
        counts own;
        for (const verdict& v : *suite.findings) {
            const auto state = static_cast<std::size_t>(detail::junit_state_of(v, suite.context.is_decided));
            ++own.of[state];
            ++all_.of[state];
        }
        body_ += "  <testsuite name=\"" + detail::escaped(suite.name) + "\"" + attributes(own) + ">\n";
        body_ += "    <properties>\n      <property name=\"outcome\" value=\"" + std::string(suite.outcome) +
                 "\"/>\n    </properties>\n";
        for (const verdict& v : *suite.findings) detail::write_case(body_, suite, v, words, in_);
        body_ += "  </testsuite>\n";
    }

    language in_;
    std::string body_;
    counts all_;
};

[[nodiscard]] inline std::string to_junit(const report& r, const wording& words, language l = language::zh) {
    junit_document out(l);
    out.add(r, words);
    return out.text();
}

}  // namespace xuanren
