// include/xuanren/report/json.hpp
#pragma once

#include <xuanren/check/report.hpp>
#include <xuanren/engine/feel_writer.hpp>
#include <xuanren/report/finding_words.hpp>
#include <xuanren/report/json_writer.hpp>
#include <xuanren/report/mechanisms.hpp>
#include <xuanren/report/quota_text.hpp>
#include <xuanren/report/seated.hpp>
#include <xuanren/report/slate_words.hpp>
#include <xuanren/report/wording.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace xuanren {

namespace detail {

inline void write_text(json_writer& out, const text& both) {
    out.begin_object();
    out.member("zh", both.zh);
    out.member("en", both.en);
    out.end_object();
}

/// A bound as programs read it: ">= P2Y", "in [excellent, competent]", "= true".
[[nodiscard]] inline std::string required_code(const leaf& test) {
    constexpr std::string_view signs[] = {"", "=", "!=", "<", "<=", ">", ">="};
    const node* n = test.test.get();
    if (n != nullptr && n->kind == node_kind::comparison)
        return std::string(signs[static_cast<std::size_t>(test.negated ? opposite(test.relation) : test.relation)]) + " " +
               code_of(test.required);
    if (n != nullptr && (n->kind == node_kind::membership || n->kind == node_kind::between)) {
        std::string out = test.negated ? "not " : "";
        out += n->kind == node_kind::membership ? "in [" : "between [";
        for (std::size_t i = 1; i < n->children.size(); ++i) {
            if (i != 1) out += ", ";
            out += n->children[i]->kind == node_kind::literal ? code_of(n->children[i]->literal)
                                                              : to_feel(*n->children[i]);
        }
        return out + "]";
    }
    return test.negated ? "= false" : "= true";
}

inline void write_leaf(json_writer& out, const leaf& test, const catalogue& facts) {
    out.begin_object();
    if (test.fact_index != catalogue::none)
        out.member("fact", facts[test.fact_index].name);
    else if (test.test)
        out.member("fact", to_feel(*(test.test->children.empty() ? test.test : test.test->children[0])));
    else
        out.null_member("fact");
    out.member("required", required_code(test));
    out.member("actual", code_of(test.actual));
    out.member("truth", code_of(favours(test)));
    const std::string source = test.source.pointer();
    if (source.empty())
        out.null_member("source");
    else
        out.member("source", source);
    out.end_object();
}

inline void write_optional(json_writer& out, std::string_view key, const std::optional<civil_date>& date) {
    if (date)
        out.member(key, to_string(*date));
    else
        out.null_member(key);
}

inline void write_string_or_null(json_writer& out, std::string_view key, std::string_view word) {
    if (word.empty())
        out.null_member(key);
    else
        out.member(key, word);
}

inline void write_finding(json_writer& out, const verdict& v, const wording& words, const remedy_context& context,
                          const seated& who) {
    const rule& r = *v.of;
    out.begin_object();
    out.member("rule", r.id());
    out.member("status", code_of(v.status));
    out.member("force", code_of(r.force()));
    out.member("basis", code_of(r.basis()));
    out.key("cite");
    out.begin_object();
    out.member("zh", in_words(r.cite(), words, language::zh));
    out.member("en", in_words(r.cite(), words, language::en));
    out.member("certainty", r.cite().sure == citation::certainty::confirmed ? "confirmed" : "unconfirmed");
    out.end_object();
    out.member("by_reference", v.by_reference);
    write_string_or_null(out, "subject", v.subject);
    if (v.reference)
        out.member("reference", code_of(value(*v.reference)));
    else
        out.null_member("reference");
    out.key("message");
    write_text(out, message_of(v, words, context));
    out.key("leaves");
    out.begin_array();
    for (const leaf& test : v.leaves) write_leaf(out, test, *words.facts);
    out.end_array();
    out.key("missing");
    out.begin_array();
    for (const std::size_t index : v.missing) out.item((*words.facts)[index].name);
    out.end_array();
    if (v.residual)
        out.member("residual", to_feel(*v.residual));
    else
        out.null_member("residual");
    write_optional(out, "earliest", v.earliest);
    write_string_or_null(out, "set_aside_by", v.set_aside_by);
    out.key("attested");
    if (v.attested) {
        const held_attestation& a = *v.attested;
        out.begin_object();
        out.member("rule", a.rule);
        out.member("by", a.by);
        write_optional(out, "on", a.on);
        out.member("document", a.document);
        if (a.holds)
            out.member("holds", *a.holds);
        else
            out.null_member("holds");
        out.end_object();
    } else {
        out.null();
    }
    out.key("remedies");
    out.begin_array();
    for (const text& remedy : remedies_of(v, words, context)) write_text(out, remedy);
    out.end_array();
    if (!v.failure.empty()) out.member("failure", v.failure);
    write(out, who);
    out.end_object();
}

inline void write_counts(json_writer& out, const status_counts& counts) {
    constexpr status order[] = {status::satisfied,    status::violated, status::excepted, status::undetermined,
                                status::judgement,    status::pending,  status::not_applicable,
                                status::failed};
    out.key("counts");
    out.begin_object();
    for (const status each : order) out.member(code_of(each), counts[each]);
    out.member("unverified_off", counts.unverified_off);
    out.end_object();
}

inline void write_appointment(json_writer& out, const appointment_report& a, const wording& words) {
    const remedy_context context{a.is_decided, &a.facts};
    out.begin_object();
    out.member("id", a.id);
    out.member("candidate", a.candidate);
    if (a.post)
        out.member("post", *a.post);
    else
        out.null_member("post");
    write_optional(out, "decided", a.decided);
    write_optional(out, "reviewed", a.reviewed);
    write_string_or_null(out, "kind", a.kind);
    write_string_or_null(out, "kind_derived", a.kind_derived);
    write_string_or_null(out, "mechanism", a.mechanism);
    out.member("outcome", code_of(a.outcome));
    write_counts(out, a.counts);
    out.key("findings");
    out.begin_array();
    for (const verdict& v : a.findings) write_finding(out, v, words, context, seated_of(v, a, *words.facts));
    out.end_array();
    out.key("obligations");
    out.begin_array();
    for (const obligation& duty : a.obligations) {
        constexpr std::string_view states[] = {"open", "met", "overdue"};
        out.begin_object();
        out.member("rule", duty.of->id());
        if (duty.due)
            out.member("due", code_of(value(*duty.due)));
        else
            out.null_member("due");
        write_optional(out, "met_on", duty.met_on);
        out.member("status", states[static_cast<std::size_t>(duty.status)]);
        out.member("past_due", duty.is_past_due);
        out.end_object();
    }
    out.end_array();
    out.end_object();
}

inline void write_organisation(json_writer& out, const organisation_report& org, const wording& words) {
    const auto number_or_null = [&out](std::string_view key, const std::optional<std::int64_t>& n) {
        if (n)
            out.member(key, *n);
        else
            out.null_member(key);
    };
    out.begin_object();
    out.member("id", org.id);
    write_optional(out, "on", org.on);
    out.member("outcome", code_of(org.outcome));
    write_counts(out, org.counts);
    out.key("findings");
    out.begin_array();
    for (const verdict& v : org.findings)
        write_finding(out, v, words, {true, nullptr}, seated_of(v, org, *words.facts));
    out.end_array();
    out.key("seats");
    out.begin_array();
    for (const seat_report& seat : org.seats) {
        out.begin_object();
        out.member("level", seat.level);
        if (seat.role)
            out.member("role", *seat.role);
        else
            out.null_member("role");
        number_or_null("approved", seat.approved);
        number_or_null("occupied", seat.occupied);
        number_or_null("after", seat.after);
        write_holders(out, seat.holders);
        out.end_object();
    }
    out.end_array();
    out.key("rank_seats");
    out.begin_array();
    for (const seat_report& seat : org.rank_seats) {
        out.begin_object();
        out.member("group", seat.subject);
        number_or_null("approved", seat.approved);
        number_or_null("occupied", seat.occupied);
        number_or_null("after", seat.after);
        write_holders(out, seat.holders);
        out.end_object();
    }
    out.end_array();
    out.end_object();
}

inline void write_outcomes(json_writer& out, const std::array<std::size_t, 5>& by) {
    out.key("by_outcome");
    out.begin_object();
    for (const outcome each : outcomes_worst_first)
        if (by[static_cast<std::size_t>(each)] != 0) out.member(code_of(each), by[static_cast<std::size_t>(each)]);
    out.end_object();
}

inline void write_strings(json_writer& out, std::string_view key, const std::vector<std::string>& words) {
    out.key(key);
    out.begin_array();
    for (const std::string& word : words) out.item(word);
    out.end_array();
}

}  // namespace detail

/// The report as other programs read it: xuanren.report/1, with a schema that only grows.
///
/// Every rule of the book stands in the findings, satisfied and not applicable ones too; a leaf's
/// `truth` is whether it helps its rule. Ends in a line feed; the same report gives the same bytes.
[[nodiscard]] inline std::string to_json(const report& r, const wording& words) {
    json_writer out;
    out.begin_object();
    out.member("schema", "xuanren.report/1");
    out.key("rulebook");
    out.begin_object();
    out.member("name", r.rulebook_name);
    out.member("digest", r.rulebook_digest);
    detail::write_strings(out, "instruments", r.instruments);
    detail::write_strings(out, "loosened", r.loosened);
    out.member("unverified_off", r.unverified_off);
    out.end_object();
    out.key("appointments");
    out.begin_array();
    for (const appointment_report& a : r.appointments) detail::write_appointment(out, a, words);
    out.end_array();
    out.key("organisations");
    out.begin_array();
    for (const organisation_report& org : r.organisations) detail::write_organisation(out, org, words);
    out.end_array();
    write_slates(out, r);
    detail::write_strings(out, "unused", r.unused);
    out.key("warnings");
    out.begin_array();
    for (const report_warning& w : r.warnings) {
        out.begin_object();
        out.member("code", w.code);
        out.member("at", w.at);
        out.member("zh", w.message.zh);
        out.member("en", w.message.en);
        out.end_object();
    }
    out.end_array();
    out.key("summary");
    out.begin_object();
    out.member("appointments", r.appointments.size());
    detail::write_outcomes(out, r.by_outcome);
    out.key("mechanisms");
    out.begin_object();
    for (const mechanism_count& each : mechanisms_of(r)) out.member(english_of(each.kind), each.appointments);
    out.end_object();
    out.key("organisations");
    out.begin_object();
    detail::write_outcomes(out, r.organisations_by_outcome);
    out.end_object();
    out.end_object();
    out.end_object();
    return std::move(out).text() + "\n";
}

}  // namespace xuanren
