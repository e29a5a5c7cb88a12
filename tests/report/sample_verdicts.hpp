// tests/report/sample_verdicts.hpp
#pragma once

#include <xuanren/check/report.hpp>
#include <xuanren/engine/node_ops.hpp>
#include <xuanren/engine/rule.hpp>
#include <xuanren/report/wording.hpp>

#include <memory>
#include <string>
#include <utility>

namespace sample {

using namespace xuanren;

/// A small catalogue and verdicts made by hand, so that words are tested without an engine.
struct world {
    std::shared_ptr<catalogue> facts = std::make_shared<catalogue>();
    const enumeration* level = nullptr;
    const enumeration* assessment = nullptr;
    std::size_t work_started = 0, grassroots = 0, deputy_from = 0, target_level = 0, result = 0, present = 0,
                has_notice = 0, investigated = 0, approved_on = 0, decided_on = 0, influence_until = 0;
    wording words;

    world() {
        level = &facts->add(enumeration{"level", "职务层次", true,
                                        {{"township_principal", "乡科级正职"},
                                         {"county_deputy", "县处级副职"},
                                         {"county_principal", "县处级正职"}}});
        assessment = &facts->add(enumeration{"assessment", "考核等次", false,
                                             {{"excellent", "优秀"},
                                              {"competent", "称职"},
                                              {"basically_competent", "基本称职"}}});
        const auto add = [&](const char* name, const char* zh, type t, const char* en = "") {
            fact f;
            f.name = name;
            f.zh = zh;
            f.value_type = std::move(t);
            f.en = en;
            return facts->add(std::move(f));
        };
        work_started = add("candidate.service_counted_from", "工龄起算日", types::date);
        grassroots = add("candidate.grassroots_service", "基层工作经历", types::months);
        deputy_from = add("candidate.deputy_counted_from", "任副职起算日", types::date, "start of counted time as deputy");
        target_level = add("target.level", "拟任职务层次", types::one_of(*level));
        result = add("candidate.previous_assessment", "上年度考核", types::one_of(*assessment));
        present = add("procedure.present", "到会人数", types::number);
        has_notice = add("procedure.has_notice", "进行了任前公示", types::boolean);
        investigated = add("candidate.under_investigation", "正在接受审查调查", types::boolean);
        approved_on = add("exceptional.approved_on", "破格批复日", types::date);
        decided_on = add("procedure.discussion_on", "讨论决定日", types::date);
        influence_until = add("candidate.influence_until", "影响期止", types::date);

        instrument regulations;
        regulations.id = "appointment-regulations-2019";
        regulations.family = "appointment-regulations";
        regulations.version = "2019";
        regulations.title = {"党政领导干部选拔任用工作条例", "Regulations on the Selection and Appointment of Leading Cadres"};
        words.instruments.push_back(std::make_shared<const instrument>(regulations));
        exception exceptional;
        exceptional.id = "appointment-regulations-2019/9.2/exceptional-promotion";
        exceptional.cite = {"appointment-regulations-2019", 9, 2, 0, {}, {}};
        exceptional.title = {"破格提拔", "exceptional promotion"};
        exceptional.sets_aside = {"appointment-regulations/8.1.3/*"};
        words.exceptions.push_back(std::make_shared<const exception>(exceptional));
        words.facts = facts;
    }

    [[nodiscard]] node_ptr fact_node(std::size_t index) const { return make_fact(*facts, index); }

    [[nodiscard]] leaf compare(operator_kind op, node_ptr left, node_ptr right, value actual, value required,
                               truth holds, provenance source = {}) const {
        leaf out;
        out.fact_index = left->kind == node_kind::fact      ? left->fact_index
                         : left->kind == node_kind::elapsed ? left->children[0]->fact_index
                                                            : catalogue::none;
        out.test = make_comparison(op, std::move(left), std::move(right));
        out.relation = op;
        out.actual = std::move(actual);
        out.required = std::move(required);
        out.holds = holds;
        out.source = source;
        return out;
    }

    /// elapsed(fact) >= years, the fact being `since`.
    [[nodiscard]] leaf at_least(std::size_t index, std::int64_t years_asked, const civil_date& since,
                                xuanren::months elapsed_so_far, truth holds, provenance source) const {
        leaf out = compare(operator_kind::greater_equal, make_elapsed(fact_node(index)),
                           make_literal(years(years_asked), types::months), elapsed_so_far, years(years_asked), holds,
                           source);
        out.held = since;
        return out;
    }

    [[nodiscard]] leaf boolean(std::size_t index, bool held, bool wanted) const {
        leaf out;
        out.test = fact_node(index);
        out.fact_index = index;
        out.actual = held;
        out.holds = to_truth(held);
        out.negated = !wanted;
        return out;
    }
};

[[nodiscard]] inline verdict deputy_verdict(const world& w) {
    verdict v;
    v.of = std::make_shared<const rule>(rule("appointment-regulations-2019/8.1.3/deputy-to-principal")
                                            .cite("appointment-regulations-2019", 8, 1, 3)
                                            .title({"副职提任正职的任职年限", "Service as deputy before promotion to principal"})
                                            .stage(step::motion));
    v.status = status::violated;
    v.reference = interval<civil_date>(civil_date(2022, 5, 20));
    v.leaves.push_back(w.at_least(w.deputy_from, 2, civil_date(2020, 5, 29), months(23), truth::no,
                                  {"cadres", 0, "tenures", 2, "decided"}));
    v.earliest = civil_date(2022, 5, 29);
    return v;
}

[[nodiscard]] inline verdict service_verdict(const world& w) {
    verdict v;
    v.of = std::make_shared<const rule>(rule("appointment-regulations-2019/8.1.1/service")
                                            .cite("appointment-regulations-2019", 8, 1, 1)
                                            .title({"县处级任职的工龄与基层工作经历", "Service and grassroots work for county posts"})
                                            .stage(step::motion));
    v.status = status::undetermined;
    v.leaves.push_back(w.at_least(w.work_started, 5, civil_date(2008, 7, 1), months(147), truth::yes,
                                  {"cadres", 0, nullptr, -1, "work_started"}));
    v.leaves.push_back(w.compare(operator_kind::greater_equal, w.fact_node(w.grassroots),
                                 make_literal(years(2), types::months), value(), years(2), truth::unknown));
    v.missing = {w.grassroots};
    v.residual = v.leaves.back().test;
    return v;
}

[[nodiscard]] inline report small_report(const world& w) {
    report r;
    r.rulebook_name = "national";
    r.rulebook_digest = "sha256:00";
    r.instruments = {"appointment-regulations-2019"};
    r.unverified_off = 2;
    r.facts = w.facts;
    appointment_report a;
    a.id = "a1";
    a.candidate = "c1";
    a.post = "epb.head";
    a.decided = civil_date(2022, 5, 20);
    a.is_decided = true;
    a.kind = a.kind_derived = "promotion";
    a.outcome = outcome::violation;
    a.facts = fact_values(w.facts->size());
    a.findings = {service_verdict(w), deputy_verdict(w)};
    a.counts[status::violated] = 1;
    a.counts[status::undetermined] = 1;
    r.appointments.push_back(a);
    ++r.by_outcome[static_cast<std::size_t>(outcome::violation)];
    a.id = "a2";
    a.outcome = outcome::incomplete;
    a.findings = {service_verdict(w)};
    a.counts[status::violated] = 0;
    r.appointments.push_back(a);
    ++r.by_outcome[static_cast<std::size_t>(outcome::incomplete)];
    return r;
}

}  // namespace sample
