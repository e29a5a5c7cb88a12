// tests/engine/columns/column_gen.hpp
#pragma once

#include <xuanren/engine/columns/schema.hpp>
#include <xuanren/engine/columns/table_view.hpp>
#include <xuanren/engine/fact.hpp>
#include <xuanren/io/rules.hpp>

#include <support/gen.hpp>
#include <support/plain_fact.hpp>

#include <doctest/doctest.h>

#include <cstring>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren::testing {

/// Facts of every type that columns hold, and one list that they do not.
[[nodiscard]] inline std::shared_ptr<const catalogue> column_catalogue() {
    static const std::shared_ptr<const catalogue> made = [] {
        auto c = std::make_shared<catalogue>();
        const enumeration& level = c->add(enumeration{"level", "职务层次", true,
            {{"township_deputy", "乡科级副职"}, {"township_principal", "乡科级正职"}, {"county_deputy", "县处级副职"},
             {"county_principal", "县处级正职"}, {"bureau_deputy", "厅局级副职"}}});
        const enumeration& kind = c->add(enumeration{"kind", "任用方式", false,
            {{"promotion", "提拔"}, {"lateral", "平级调整"}, {"first", "首次任职"}, {"further_use", "进一步使用"}}});
        const enumeration& regime = c->add(enumeration{"regime", "适用方式", false,
            {{"direct", "直接适用"}, {"by_reference", "参照适用"}, {"provincial", "省定办法"}, {"separate", "另行规定"}}});
        const auto add = [&](const char* name, const char* zh, type t) { c->add(plain_fact(name, zh, std::move(t))); };
        add("case.a", "甲", types::boolean);
        add("case.b", "乙", types::boolean);
        add("case.c", "丙", types::boolean);
        add("case.d", "丁", types::boolean);
        add("vote.present", "到会人数", types::number);
        add("vote.members", "应到人数", types::number);
        add("vote.weight", "权数", types::number);
        add("quota.share", "比例", types::number);
        add("quota.double", "双精度", types::number);
        add("service.months", "工龄", types::months);
        add("service.grassroots", "基层工作经历", types::months);
        add("rest.days", "休假", types::days);
        add("candidate.since", "任现职起始日", types::date);
        add("candidate.born", "出生日期", types::date);
        add("candidate.joined", "入党时间", types::date);
        add("procedure.motion_on", "动议日", types::date);
        add("procedure.candidates_on", "确定考察对象日", types::date);
        add("procedure.discussion_on", "讨论决定日", types::date);
        add("appointment.effective_on", "任职生效日", types::date);
        add("target.level", "拟任层次", types::one_of(level));
        add("candidate.level", "现任层次", types::one_of(level));
        add("appointment.kind", "任用方式事实", types::one_of(kind));
        add("appointment.derived_kind", "推定任用方式", types::one_of(kind));
        add("target.regime", "适用制度", types::one_of(regime));
        add("person.place", "籍贯", types::string);
        add("exceptional.breaks", "突破的规则", types::list_of(types::string));
        add("list.spans", "时段", types::list_of(types::range_of(types::date)));
        add("list.numbers", "数列", types::list_of(types::number));
        return std::shared_ptr<const catalogue>(std::move(c));
    }();
    return made;
}

/// A rulebook on those facts; the test ends where there is none, and says why.
[[nodiscard]] inline rulebook column_book(const std::vector<rule_file>& files) {
    load_options options;
    options.facts = column_catalogue();
    auto loaded = load_rules(files, options);
    std::string why;
    if (!loaded)
        for (const problem& p : loaded.problems()) why += p.code + " " + p.file + p.at + " " + p.message.en + "\n";
    REQUIRE_MESSAGE(loaded.has_value(), why);
    return std::move(loaded).value();
}

/// Random rules in FEEL over those facts.
class rule_gen {
public:
    rule_gen(gen& g, bool with_lists, bool with_tables) : g_(g), with_lists_(with_lists), with_tables_(with_tables) {}

    std::string condition(int depth) {
        if (depth == 0 || g_.one_in(4)) return leaf();
        switch (g_.between(0, 4)) {
            case 0: return "(" + condition(depth - 1) + " and " + condition(depth - 1) + ")";
            case 1: return "(" + condition(depth - 1) + " or " + condition(depth - 1) + ")";
            case 2: return "not(" + condition(depth - 1) + ")";
            case 3: return "(" + condition(depth - 1) + " and " + condition(depth - 1) + " and " + condition(0) + ")";
            default:
                return "(if " + condition(depth - 1) + " then " + condition(depth - 1) + " else " + condition(depth - 1) + ")";
        }
    }

    std::string date(int depth = 1) {
        static const std::vector<std::string> plain = {"candidate.since", "candidate.born", "candidate.joined",
                                                       "procedure.motion_on", "procedure.candidates_on",
                                                       "appointment.effective_on", "defined.until"};
        if (depth == 0 || g_.one_in(2)) return g_.one_of(plain);
        switch (g_.between(0, 8)) {
            case 7: return "date((" + date(0) + ").year, " + std::to_string(g_.between(1, 12)) + ", 28)";
            case 8: return g_.one_in(2) ? "(" + date(0) + " + rest.days)" : "moved on(" + date(0) + ", list.spans)";
            case 0: return "add months(" + date(0) + ", " + std::to_string(g_.between(-30, 30)) + ")";
            case 1: return "(" + date(0) + " + @\\\"P" + std::to_string(g_.between(0, 3)) + "Y\\\")";
            case 2: return "(" + date(0) + " - @\\\"P1Y2M\\\")";
            case 3: return "(" + date(0) + " + @\\\"P1D\\\")";
            case 4: return "(" + date(0) + " + @\\\"P" + std::to_string(g_.between(2, 90)) + "D\\\")";
            case 5: return "(if " + condition(0) + " then " + date(0) + " else " + date(0) + ")";
            default: return "@\\\"" + to_string(g_.day(2000, 2024)) + "\\\"";
        }
    }
    std::string number(int depth = 2) {
        static const std::vector<std::string> plain = {"vote.present", "vote.members", "vote.weight", "quota.share",
                                                       "quota.double", "defined.sum"};
        if (depth == 0) return g_.one_in(3) ? std::to_string(g_.between(-5, 40)) : g_.one_of(plain);
        switch (g_.between(0, with_tables_ ? 11 : 10)) {
            case 10: return std::string(g_.one_in(2) ? "min(" : "max(") + number(depth - 1) + ", " + number(0) + ")";
            case 11: return "floor(" + number(0) + " / table.halves(target.level))";
            case 0: return "(" + number(depth - 1) + " + " + number(depth - 1) + ")";
            case 1: return "(" + number(depth - 1) + " - " + number(depth - 1) + ")";
            case 2: return "(" + number(0) + " * " + std::to_string(g_.between(-3, 4)) + ")";
            case 3: return "(" + number(0) + " * " + number(0) + ")";
            case 4: return "floor(" + number(depth - 1) + ")";
            case 5: return "ceiling(" + number(depth - 1) + ")";
            case 6: return "(-" + number(0) + ")";
            case 7: return "(" + number(0) + " / " + std::to_string(g_.one_of(std::vector<int>{2, 4, 5, 3})) + ")";
            case 8: return "(" + date(0) + ")." + g_.one_of(std::vector<std::string>{"year", "month", "day"});
            default: return "(if " + condition(0) + " then " + number(0) + " else " + number(0) + ")";
        }
    }
    std::string months() {
        switch (g_.between(0, 6)) {
            case 6: return "(service.grassroots * vote.members)";
            case 0: return "service.grassroots";
            case 1: return "elapsed(" + date(1) + ")";
            case 2: return with_tables_ ? "table.years(target.level)" : "service.months";
            case 3: return g_.one_in(2) ? "(service.months + service.grassroots)" : "time in(list.spans)";
            case 4: return "(-service.months)";
            default: return "service.months";
        }
    }
    std::string period() { return "@\\\"P" + std::to_string(g_.between(0, 4)) + "Y" + std::to_string(g_.between(0, 11)) + "M\\\""; }

    std::string leaf() {
        const std::string op = g_.one_of(std::vector<std::string>{"<", "<=", ">", ">=", "=", "!="});
        switch (g_.between(0, with_lists_ ? 27 : 23)) {
            case 0: return "case.a";
            case 1: return "case.b";
            case 2: return "(case.c = case.d)";
            case 3: return "(case.a != " + std::string(g_.one_in(2) ? "true" : "case.b") + ")";
            case 4: return "(" + number() + " " + op + " " + number() + ")";
            case 5: return "(" + number(0) + " " + op + " " + g_.one_of(std::vector<std::string>{"3", "2.5", "0.125", "-1", "300", "100000"}) + ")";
            case 6: return "(" + date() + " " + op + " " + date() + ")";
            case 7: return "(" + date() + " " + op + " @\\\"" + to_string(g_.day(2014, 2022)) + "\\\")";
            case 8: return "(elapsed(" + date() + ") " + op + " " + period() + ")";
            case 9: return "(" + period() + " " + op + " elapsed(" + date(0) + "))";
            case 10: return "(" + months() + " " + op + " " + months() + ")";
            case 11: return "(" + months() + " " + op + " " + period() + ")";
            case 12: return "(target.level " + op + " level." + level() + ")";
            case 13: return "(target.level " + op + " candidate.level)";
            case 14: return "(target.level in (level." + level() + ", level." + level() + ", level." + level() + "))";
            case 15: return "(appointment.kind in (kind.promotion, kind." + kind() + "))";
            case 16: return "(appointment.kind != kind." + kind() + ")";
            case 17:
                if (g_.one_in(2)) return g_.one_in(2) ? "(vote.present in (1, 3, 5, 8, 13, 300))" : "(vote.members in (2, 3, 4, 5, 6))";
                return "(vote.present between " + std::to_string(g_.between(0, 4)) + " and " + number(0) + ")";
            case 18:
                if (g_.one_in(3))
                    return "(" + g_.one_of(std::vector<std::string>{"contains(person.place, \\\"京\\\")", "matches(person.place, \\\"^.海\\\")", "starts with(person.place, \\\"天\\\")",
                                                                    "list contains(exceptional.breaks, \\\"other\\\")"}) + ")";
                return std::string("(person.place ") + (g_.one_in(2) ? "=" : "!=") + " \\\"" + place() + "\\\")";
            case 19: return "(vote.members in (" + range() + ", 7, (> " + std::to_string(g_.between(5, 20)) + ")))";
            case 20: return "(rest.days " + op + " @\\\"P" + std::to_string(g_.between(0, 9)) + "D\\\")";
            case 21: return !with_tables_ ? "case.c" : "(table.cross(target.level, appointment.kind) " + op + " " + number(0) + ")";
            case 22: return !with_tables_ ? "case.d" : "(candidate.level " + op + " table.maybe(target.level))";
            case 23:
                return g_.one_in(2) ? "(some b in exceptional.breaks satisfies starts with(b, \\\"act-2019\\\") and not(contains(b, \\\"8.12\\\")))"
                                    : "(every b in exceptional.breaks satisfies b != \\\"other\\\")";
            case 24: return "(some n in list.numbers satisfies n > vote.present)";
            case 25: return "(every n in defined.numbers satisfies n > 2)";
            case 26: return "(sum(defined.numbers) > vote.present)";
            default: return "(10 / vote.present > 2)";
        }
    }
    std::string level() { return g_.one_of(std::vector<std::string>{"township_deputy", "township_principal", "county_deputy", "county_principal", "bureau_deputy"}); }
    std::string kind() { return g_.one_of(std::vector<std::string>{"promotion", "lateral", "first", "further_use"}); }
    std::string place() { return g_.one_of(std::vector<std::string>{"北京", "上海", "天津"}); }
    std::string range() {
        return std::string(g_.one_in(2) ? "[" : "(") + std::to_string(g_.between(0, 3)) + ".." + std::to_string(g_.between(4, 9)) +
               (g_.one_in(2) ? "]" : ")");
    }

    std::string rule(const std::string& instrument, int item) {
        static const std::vector<std::string> forces = {"must", "must", "must", "report", "ordinarily", "advise"};
        std::string out = R"({"id":")" + instrument + "/8." + std::to_string(item) + R"(/r","cite":{"paragraph":)" + std::to_string(item) + "}";
        if (!g_.one_in(3)) out += R"(,"applies":")" + condition(2) + "\"";
        const std::string force = g_.one_of(forces);
        if (g_.one_in(8)) {
            out += R"(,"judgement":true)";
        } else {
            out += ",\"" + force + "\":\"" + condition(2) + "\"";
            if (g_.one_in(4)) out += R"(,"judgement":")" + condition(1) + "\"";
            if (force == "report" && g_.one_in(2)) out += R"(,"void":true)";
            if (force == "must" && g_.one_in(4)) {
                out += R"(,"due":")" + date() + "\"";
                if (g_.one_in(2)) out += R"(,"met":")" + std::string(g_.one_in(2) ? date(0) : "if " + condition(0) + " then " + date(0) + " else null") + "\"";
            }
        }
        if (g_.one_in(3)) out += R"(,"at":")" + g_.one_of(std::vector<std::string>{"candidates", "appointment", "motion"}) + "\"";
        if (g_.one_in(4)) out += R"(,"stage":")" + g_.one_of(std::vector<std::string>{"motion", "discussion", "appointment"}) + "\"";
        return out + "}";
    }

private:
    gen& g_;
    bool with_lists_, with_tables_;
};

/// One table made at random: what every row holds as values, and the same as columns.
class random_table {
public:
    random_table(gen& g, std::size_t rows, int missing_one_in) : g_(g), rows_(rows), offset_(g.one_in(2) ? 0 : static_cast<std::size_t>(g.between(1, 90))) {
        const catalogue& facts = *column_catalogue();
        values_.assign(rows, std::vector<value>(facts.size()));
        view_.rows = rows;
        for (std::size_t i = 0; i < facts.size(); ++i)
            if (!g_.one_in(missing_one_in)) fill(i, facts[i]);
        said_.resize(detail::said_names.size());
        for (std::size_t i = 0; i < said_.size(); ++i) {
            said_[i].resize(rows);
            if (g_.one_in(3)) fill_said(i);
        }
    }
    /// What people have said of rules, as in table_view.
    [[nodiscard]] const std::vector<std::string>& said(detail::said_of_rules list, std::size_t row) const { return said_[list][row]; }
    [[nodiscard]] const table_view& view() const noexcept { return view_; }
    [[nodiscard]] const std::vector<value>& row(std::size_t i) const { return values_[i]; }
    [[nodiscard]] const std::vector<std::size_t>& given() const noexcept { return given_; }

private:
    template <class T>
    T* room(std::size_t count) {
        held_.push_back(std::vector<std::byte>(count * sizeof(T)));
        T* at = reinterpret_cast<T*>(held_.back().data());
        for (std::size_t i = 0; i < count; ++i) at[i] = static_cast<T>(g_.between(0, 100));  // garbage where unknown
        return at;
    }
    std::uint8_t* bits(std::size_t count) { return room<std::uint8_t>((count + 7) / 8); }
    static void put(std::uint8_t* to, std::size_t at, bool is) {
        to[at / 8] = static_cast<std::uint8_t>((to[at / 8] & ~(1U << (at % 8))) | (static_cast<unsigned>(is) << (at % 8)));
    }
    struct cell {
        bool is_known = true;
        std::int64_t low = 0, high = 0;
    };

    void add(const fact& f, column_view view, const std::uint8_t* valid, const char* more = "") {
        view.valid = valid;
        view.offset = offset_;
        view.size = rows_;
        view_.columns.push_back({(g_.one_in(3) ? f.zh : f.name) + more, view});
    }

    void fill(std::size_t index, const fact& f) {
        const std::size_t count = rows_ + offset_;
        const type_kind kind = f.value_type.kind;
        if (kind == type_kind::list && f.value_type.element->kind != type_kind::string) return;
        const bool may_lack = !g_.one_in(3);
        const int lacking = static_cast<int>(g_.between(2, 30));
        std::uint8_t* valid = may_lack ? bits(count) : nullptr;
        std::vector<cell> cells(rows_);
        // Whole stretches without a value, so that blocks without any are met.
        const bool has_gap = may_lack && g_.one_in(3);
        for (std::size_t r = 0; r < rows_; ++r) {
            cells[r].is_known = !may_lack || !(g_.one_in(lacking) || (has_gap && r / 200 % 2 == 0));
            if (valid != nullptr) put(valid, offset_ + r, cells[r].is_known);
        }
        given_.push_back(index);
        switch (kind) {
            case type_kind::boolean: return fill_boolean(index, f, cells, valid);
            case type_kind::date: return fill_date(index, f, cells, valid);
            case type_kind::enumeration: return fill_enumeration(index, f, cells, valid);
            case type_kind::string: return fill_string(index, f, cells, valid);
            case type_kind::list: return fill_list(index, f, cells, valid);
            default: return fill_number(index, f, cells, valid);
        }
    }

    void fill_boolean(std::size_t index, const fact& f, std::vector<cell>& cells, const std::uint8_t* valid) {
        const bool as_bits = g_.one_in(2);
        std::uint8_t* to = as_bits ? bits(rows_ + offset_) : room<std::uint8_t>(rows_ + offset_);
        for (std::size_t r = 0; r < rows_; ++r) {
            if (!cells[r].is_known) continue;
            const bool is = g_.one_in(2);
            if (as_bits) put(to, offset_ + r, is);
            else to[offset_ + r] = is ? static_cast<std::uint8_t>(g_.between(1, 255)) : std::uint8_t{0};
            values_[r][index] = value(is);
        }
        add(f, as_bits ? column_view::bits(to, 0) : column_view::bytes({to, 0}), valid);
    }

    void fill_date(std::size_t index, const fact& f, std::vector<cell>& cells, std::uint8_t* valid) {
        const bool packed = g_.one_in(2), partial = g_.one_in(3);
        std::int32_t* low = room<std::int32_t>(rows_ + offset_);
        std::int32_t* high = partial ? room<std::int32_t>(rows_ + offset_) : nullptr;
        std::uint8_t* high_valid = partial && g_.one_in(2) ? bits(rows_ + offset_) : nullptr;
        const auto held = [&](const civil_date& d) { return packed ? d.packed() : static_cast<std::int32_t>(d.day_number()); };
        for (std::size_t r = 0; r < rows_; ++r) {
            if (high_valid != nullptr) put(high_valid, offset_ + r, false);
            if (!cells[r].is_known) continue;
            const civil_date day = g_.day(f.name.starts_with("procedure") || f.name.starts_with("appointment") ? 2012 : 1998, 2024);
            civil_date last = day;
            const bool is_partial = partial && g_.one_in(3);
            if (is_partial) {
                const civil_date least = g_.one_in(2) ? civil_date(day.year(), day.month()) : civil_date(day.year());
                low[offset_ + r] = held(least.first_day());
                last = least.last_day();
                values_[r][index] = value(least);
            } else {
                low[offset_ + r] = held(day);
                values_[r][index] = value(day);
            }
            if (!partial) continue;
            const bool told = high_valid == nullptr || is_partial;
            if (high_valid != nullptr) put(high_valid, offset_ + r, told);
            if (told) high[offset_ + r] = held(last);
        }
        const auto made = [&](const std::int32_t* at) { return packed ? column_view::packed_dates({at, 0}) : column_view::day_numbers({at, 0}); };
        add(f, made(low), valid);
        if (partial) add(f, made(high), high_valid, ".latest");
    }

    template <class T>
    column_view integers(const std::vector<cell>& cells, bool upper, std::int64_t unit = 1) {
        T* to = room<T>(rows_ + offset_);
        for (std::size_t r = 0; r < rows_; ++r)
            if (cells[r].is_known) to[offset_ + r] = static_cast<T>((upper ? cells[r].high : cells[r].low) * unit);
        return column_view::integers(std::span<const T>(to, std::size_t{0}));
    }
    column_view as_integers(int form, const std::vector<cell>& cells, bool upper) {
        switch (form) {
            case 0: return integers<std::int8_t>(cells, upper);
            case 1: return integers<std::uint8_t>(cells, upper);
            case 2: return integers<std::int16_t>(cells, upper);
            case 3: return integers<std::uint16_t>(cells, upper);
            case 4: return integers<std::int32_t>(cells, upper);
            case 5: return integers<std::uint32_t>(cells, upper);
            default: return integers<std::int64_t>(cells, upper);
        }
    }

    void fill_number(std::size_t index, const fact& f, std::vector<cell>& cells, const std::uint8_t* valid) {
        const bool is_number = f.value_type.kind == type_kind::number;
        const bool is_double = f.name == "quota.double", is_decimal = f.name == "quota.share";
        const bool bounds = g_.one_in(4);
        const int form = static_cast<int>(g_.between(0, 6));
        const bool is_natural = form == 1 || form == 3 || form == 5;
        const int scale = is_double ? 2 : is_decimal ? static_cast<int>(g_.between(0, 3)) : 0;
        for (std::size_t r = 0; r < rows_; ++r) {
            if (!cells[r].is_known) continue;
            cell& c = cells[r];
            c.low = c.high = is_double || is_decimal ? g_.between(-1000, 4000) : g_.between(is_natural || !is_number ? 0 : -3, 60);
            // Beyond what arithmetic in 64 bits takes.
            if (is_number && form == 6 && !is_double && !is_decimal && g_.one_in(400)) c.low = c.high = 4'000'000'000'000'000'000;
            if (bounds && g_.one_in(3) && c.low < 1'000'000) c.high = c.low + g_.between(0, 5);
            const auto made = [&](std::int64_t n) -> value {
                if (f.value_type.kind == type_kind::months) return value(xuanren::months(n));
                if (f.value_type.kind == type_kind::days) return value(day_time_duration{n * 86'400, 0});
                return value(*xuanren::number::make(n, -scale));
            };
            const value low = made(c.low), high = made(c.high);
            const auto joined = [&]<class T>(const interval<T>* a, const interval<T>* b) { return value(interval<T>(a->low(), b->high())); };
            values_[r][index] = f.value_type.kind == type_kind::months ? joined(low.as<interval<xuanren::months>>(), high.as<interval<xuanren::months>>())
                                : f.value_type.kind == type_kind::days ? joined(low.as<interval<day_time_duration>>(), high.as<interval<day_time_duration>>())
                                                                       : joined(low.as<interval<xuanren::number>>(), high.as<interval<xuanren::number>>());
        }
        for (const bool upper : {false, true}) {
            if (upper && !bounds) break;
            column_view view;
            if (is_double) {
                double* to = room<double>(rows_ + offset_);
                for (std::size_t r = 0; r < rows_; ++r)
                    if (cells[r].is_known) to[offset_ + r] = static_cast<double>(upper ? cells[r].high : cells[r].low) / 100;
                view = column_view::doubles({to, 0});
            } else if (is_decimal) {
                view = integers<std::int64_t>(cells, upper);
                view.form = column_form::decimal;
                view.scale = scale;
            } else {
                view = as_integers(form, cells, upper);
            }
            add(f, view, valid, upper ? ".most" : "");
        }
    }

    void fill_enumeration(std::size_t index, const fact& f, std::vector<cell>& cells, const std::uint8_t* valid) {
        const enumeration& words = *f.value_type.words;
        const auto last = static_cast<std::int64_t>(words.members.size()) - 1;
        for (std::size_t r = 0; r < rows_; ++r) {
            if (!cells[r].is_known) continue;
            cells[r].low = g_.between(0, last);
            values_[r][index] = value(enumerator{&words, static_cast<int>(cells[r].low)});
        }
        if (g_.one_in(2)) return add(f, as_integers(static_cast<int>(g_.between(0, 6)), cells, false), valid);
        // The dictionary's order is another, and its words are in both languages.
        auto& list = words_.emplace_back();
        std::vector<std::int64_t> place(words.members.size());
        for (std::int64_t i = last; i >= 0; --i) {
            place[static_cast<std::size_t>(i)] = static_cast<std::int64_t>(list.size());
            const enumeration::member& m = words.members[static_cast<std::size_t>(i)];
            list.push_back(g_.one_in(2) ? std::string_view(m.name) : std::string_view(m.zh));
        }
        for (cell& c : cells)
            if (c.is_known) c.low = place[static_cast<std::size_t>(c.low)];
        add_words(f, cells, list, valid);
    }

    void add_words(const fact& f, const std::vector<cell>& cells, const std::vector<std::string_view>& list, const std::uint8_t* valid) {
        column_view view = as_integers(static_cast<int>(g_.between(0, 2)) * 2, cells, false);
        view.form = view.form == column_form::int8 ? column_form::words8 : view.form == column_form::int16 ? column_form::words16 : column_form::words32;
        view.words = list;
        add(f, view, valid);
    }

    void fill_string(std::size_t index, const fact& f, std::vector<cell>& cells, const std::uint8_t* valid) {
        static const std::vector<std::string_view> places = {"上海", "南京", "北京", "天津", "杭州"};
        for (std::size_t r = 0; r < rows_; ++r) {
            if (!cells[r].is_known) continue;
            cells[r].low = g_.between(0, 4);
            values_[r][index] = value(std::string(places[static_cast<std::size_t>(cells[r].low)]));
        }
        add_words(f, cells, places, valid);
    }

    void fill_list(std::size_t index, const fact& f, std::vector<cell>& cells, const std::uint8_t* valid) {
        static const std::vector<std::string_view> entries = {"act-2014/8.1", "act-2019/8.1", "act-2019/8/*", "act-2019/8.12", "other"};
        std::int32_t* starts = room<std::int32_t>(rows_ + offset_ + 1);
        auto& held = positions_.emplace_back();
        for (std::size_t r = 0; r <= offset_; ++r) starts[r] = 0;
        for (std::size_t r = 0; r < rows_; ++r) {
            if (cells[r].is_known) {
                auto list = std::make_shared<list_value>();
                for (std::int64_t n = g_.between(0, 2); n > 0; --n) {
                    held.push_back(static_cast<std::int32_t>(g_.between(0, 4)));
                    list->items.emplace_back(std::string(entries[static_cast<std::size_t>(held.back())]));
                }
                values_[r][index] = value(std::shared_ptr<const list_value>(std::move(list)));
            }
            starts[offset_ + r + 1] = static_cast<std::int32_t>(held.size());
        }
        held.push_back(0);
        add(f, column_view::lists_of_words({starts, 1}, held.data(), entries), valid);
    }

    void fill_said(std::size_t list) {
        static const std::vector<std::string_view> entries = {"act-2014/8.1", "act-2019/8.1/r", "act-2019/8/*", "act-2019/8.2", "act-2019", "other"};
        std::int32_t* starts = room<std::int32_t>(rows_ + offset_ + 1);
        std::uint8_t* valid = g_.one_in(2) ? bits(rows_ + offset_) : nullptr;
        auto& held = positions_.emplace_back();
        for (std::size_t r = 0; r <= offset_; ++r) starts[r] = 0;
        for (std::size_t r = 0; r < rows_; ++r) {
            const bool is_known = valid == nullptr || !g_.one_in(3);
            if (valid != nullptr) put(valid, offset_ + r, is_known);
            for (std::int64_t n = g_.one_in(2) ? 0 : g_.between(0, 2); n > 0; --n) {
                held.push_back(static_cast<std::int32_t>(g_.between(0, 5)));
                if (is_known) said_[list][r].emplace_back(entries[static_cast<std::size_t>(held.back())]);
            }
            starts[offset_ + r + 1] = static_cast<std::int32_t>(held.size());
        }
        held.push_back(0);
        column_view view = column_view::lists_of_words({starts, 1}, held.data(), entries, valid);
        view.offset = offset_;
        view.size = rows_;
        view_.columns.push_back({std::string(detail::said_names[list]), view});
    }

    gen& g_;
    std::size_t rows_, offset_;
    std::vector<std::vector<std::vector<std::string>>> said_;
    table_view view_;
    std::vector<std::vector<value>> values_;
    std::vector<std::size_t> given_;
    std::deque<std::vector<std::byte>> held_;
    std::deque<std::vector<std::string_view>> words_;
    std::deque<std::vector<std::int32_t>> positions_;
};

}  // namespace xuanren::testing
