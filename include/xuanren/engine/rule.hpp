// include/xuanren/engine/rule.hpp
#pragma once

#include <xuanren/engine/citation.hpp>
#include <xuanren/engine/condition.hpp>
#include <xuanren/engine/formula.hpp>
#include <xuanren/engine/step.hpp>
#include <xuanren/engine/verdict.hpp>

#include <concepts>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace xuanren {

/// What a rule judges 评判对象.
enum class rule_subject : std::uint8_t { appointment, organisation };

/// Whether a rule about an organisation is asked once, or of each of its parts.
enum class rule_each : std::uint8_t {
    whole,
    seat,       ///< each kind of seat its establishment approves
    rank_seat,  ///< each group of rank seats
    relation,   ///< each pair of kin within it
};

/// One clause as a condition 规则: where it stands, whom it reaches, what it asks.
///
/// A value, built in C++ by the functions that take arguments and read by those that take none,
/// or loaded from JSON (io/rules.hpp). Its formulas are parsed when it joins a rulebook.
class rule {
public:
    explicit rule(std::string id) : id_(std::move(id)) {}

    [[nodiscard]] const std::string& id() const noexcept { return id_; }

    [[nodiscard]] const citation& cite() const noexcept { return cite_; }
    rule& cite(citation where) { return cite_ = std::move(where), *this; }
    rule& cite(std::string instrument, int article, int paragraph = 0, int item = 0) {
        return cite({std::move(instrument), article, paragraph, item, {}, {}});
    }

    [[nodiscard]] const text& title() const noexcept { return title_; }
    rule& title(text t) { return title_ = std::move(t), *this; }
    /// How an open point of the text is read 解读.
    [[nodiscard]] const text& reading() const noexcept { return reading_; }
    rule& reading(text t) { return reading_ = std::move(t), *this; }
    /// What may be done about a breach, where the clause itself says so.
    [[nodiscard]] const text& remedy() const noexcept { return remedy_; }
    rule& remedy(text t) { return remedy_ = std::move(t), *this; }
    [[nodiscard]] const text& note() const noexcept { return note_; }
    rule& note(text n) { return note_ = std::move(n), *this; }
    [[nodiscard]] const std::string& topic() const noexcept { return topic_; }
    rule& topic(std::string t) { return topic_ = std::move(t), *this; }
    /// The rows of the clause catalogue that this rule answers.
    [[nodiscard]] const std::vector<std::string>& covers() const noexcept { return covers_; }
    rule& covers(std::vector<std::string> rows) { return covers_ = std::move(rows), *this; }
    /// The rules of higher instruments that this one openly loosens.
    [[nodiscard]] const std::vector<std::string>& loosens() const noexcept { return loosens_; }
    rule& loosens(std::vector<std::string> ids) { return loosens_ = std::move(ids), *this; }

    /// When it applies; empty means always.
    [[nodiscard]] const formula& scope() const noexcept { return scope_; }
    rule& applies(formula when) { return scope_ = std::move(when), *this; }

    /// What it asks; empty where the clause is left to people altogether.
    [[nodiscard]] const formula& requirement() const noexcept { return requirement_; }
    [[nodiscard]] xuanren::force force() const noexcept { return force_; }
    rule& must(formula f) { return require(xuanren::force::must, std::move(f)); }
    rule& ordinarily(formula f) { return require(xuanren::force::ordinarily, std::move(f)); }
    rule& report(formula f) { return require(xuanren::force::report, std::move(f)); }
    rule& advise(formula f) { return require(xuanren::force::advise, std::move(f)); }
    /// A requirement that is a function of the caller's own; such a rule cannot be written as JSON.
    rule& must(formula::callback f) {
        formula held;
        held.call = std::move(f);
        return must(std::move(held));
    }
    rule& must(const condition& c) { return must(formula(c)); }
    rule& ordinarily(const condition& c) { return ordinarily(formula(c)); }
    rule& report(const condition& c) { return report(formula(c)); }
    rule& advise(const condition& c) { return advise(formula(c)); }
    rule& applies(const condition& c) { return applies(formula(c)); }

    /// The band that the text leaves open, and whether the whole clause is left to people.
    [[nodiscard]] const formula& band() const noexcept { return band_; }
    [[nodiscard]] bool is_judgement_only() const noexcept { return judgement_only_; }
    rule& judgement(formula band) { return band_ = std::move(band), *this; }
    rule& judgement(const condition& band) { return judgement(formula(band)); }
    rule& judgement() { return judgement_only_ = true, *this; }

    /// The step whose date chooses the version and is the reference date.
    [[nodiscard]] step at() const noexcept { return at_; }
    rule& at(step s) { return at_ = s, *this; }
    /// The step from which it can be judged; its own step unless said.
    [[nodiscard]] step stage() const noexcept { return stage_.value_or(at_); }
    rule& stage(step s) { return stage_ = s, *this; }

    [[nodiscard]] rule_subject about() const noexcept { return about_; }
    rule& about(rule_subject s) { return about_ = s, *this; }
    [[nodiscard]] rule_each each() const noexcept { return each_; }
    rule& each(rule_each e) { return each_ = e, *this; }

    [[nodiscard]] xuanren::basis basis() const noexcept { return basis_; }
    rule& basis(xuanren::basis b) { return basis_ = b, *this; }

    /// Whether a breach makes the decision void 无效 (of rules of force `report`).
    [[nodiscard]] bool is_void() const noexcept { return is_void_; }
    rule& makes_void() { return is_void_ = true, *this; }

    /// The day by which it may still be met 期限; empty: at once.
    [[nodiscard]] const formula& due() const noexcept { return due_; }
    rule& due(formula date) { return due_ = std::move(date), *this; }
    /// The day on which what is owed was done 办理日, null where it has none; beside `due` alone.
    /// The requirement says that it was done; whether in time is asked of this day.
    [[nodiscard]] const formula& met() const noexcept { return met_; }
    rule& met(formula date) { return met_ = std::move(date), *this; }

    /// Whether matching nothing is expected of it and needs no remark.
    [[nodiscard]] bool is_silent() const noexcept { return silent_; }
    rule& silent() { return silent_ = true, *this; }

    /// The stage where it was said; empty where it is the rule's own step.
    [[nodiscard]] const std::optional<step>& stated_stage() const noexcept { return stage_; }

    /// The same rule with its formulas read; what has none or is a callback stays null.
    rule& parsed(node_ptr scope, node_ptr requirement, node_ptr band, node_ptr due, node_ptr met) {
        scope_.parsed = std::move(scope);
        requirement_.parsed = std::move(requirement);
        band_.parsed = std::move(band);
        due_.parsed = std::move(due);
        met_.parsed = std::move(met);
        return *this;
    }

    [[nodiscard]] bool holds_callback() const noexcept {
        return scope_.call || requirement_.call || band_.call || due_.call || met_.call;
    }

private:
    rule& require(xuanren::force f, formula what) {
        force_ = f;
        requirement_ = std::move(what);
        return *this;
    }

    std::string id_;
    citation cite_;
    text title_, reading_, remedy_, note_;
    std::string topic_;
    std::vector<std::string> covers_, loosens_;
    formula scope_, requirement_, band_, due_, met_;
    xuanren::force force_ = xuanren::force::must;
    xuanren::basis basis_ = xuanren::basis::confirmed;
    step at_ = step::discussion;
    std::optional<step> stage_;
    rule_subject about_ = rule_subject::appointment;
    rule_each each_ = rule_each::whole;
    bool judgement_only_ = false, is_void_ = false, silent_ = false;
};

}  // namespace xuanren
