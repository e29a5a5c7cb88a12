// include/xuanren/io/arrow/verdict_stream.hpp
#pragma once

#include <xuanren/io/arrow/arrow_table.hpp>
#include <xuanren/io/arrow/arrow_verdicts.hpp>
#include <xuanren/io/table/verdict_columns.hpp>

#include <cerrno>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace xuanren {

/// How a stream of cases is judged, and what a row of the answer is.
struct verdict_stream_options {
    verdict_rows::grain grain = verdict_rows::grain::appointment;
    bool with_counts = true;                ///< of appointments: how many rules came to each status
    std::size_t threads = 1;
    column_options judging = {};
};

/// Verdicts for a stream of cases, as a stream 结论流: a batch of verdicts for each batch of cases, made
/// when it is asked for, in the same memory whatever their number.
///
/// Of appointments: row (from 0), outcome, and the number of rules of each status; of rules: row, rule,
/// status; of findings besides: fact, value, bound. Words are dictionaries of the report's codes.
class verdict_stream {
public:
    /// Called with the problems that a stream ends with, before its consumer is told that it failed.
    using complaint = std::function<void(const std::vector<problem>&)>;

    verdict_stream(rulebook book, arrow_stream cases, verdict_stream_options options, complaint complain = {})
        : book_(std::move(book)), cases_(std::move(cases)), options_(options), complain_(std::move(complain)), pool_(options.threads) {}

    /// Hands it over through the Arrow C stream interface; the receiver releases it.
    static void hand_over(std::unique_ptr<verdict_stream> made, ArrowArrayStream* out) {
        *out = {};
        out->get_schema = [](ArrowArrayStream* s, ArrowSchema* schema) { return of(s).schema(schema); };
        out->get_next = [](ArrowArrayStream* s, ArrowArray* array) { return of(s).next(array); };
        out->get_last_error = [](ArrowArrayStream* s) { return of(s).failure_.empty() ? nullptr : of(s).failure_.c_str(); };
        out->release = [](ArrowArrayStream* s) {
            delete static_cast<verdict_stream*>(s->private_data);
            s->release = nullptr;
        };
        out->private_data = made.release();
    }

private:
    static verdict_stream& of(ArrowArrayStream* s) { return *static_cast<verdict_stream*>(s->private_data); }

    [[nodiscard]] bool is_of_appointments() const { return options_.grain == verdict_rows::grain::appointment; }

    int schema(ArrowSchema* out) {
        using detail::arrow_field_of;
        auto fields = std::make_unique<detail::arrow_node>();
        fields->format = "+s";
        fields->schemas.push_back(arrow_field_of("row", "l", false, false));
        if (is_of_appointments()) {
            fields->schemas.push_back(arrow_field_of("outcome", "c", true, false));
            if (options_.with_counts)
                for (const status s : told) fields->schemas.push_back(arrow_field_of(std::string(code_of(s)), "S", false, false));
        } else {
            fields->schemas.push_back(arrow_field_of("rule", "i", true, false));
            fields->schemas.push_back(arrow_field_of("status", "c", true, false));
            if (options_.grain == verdict_rows::grain::finding)
                for (const char* name : {"fact", "value", "bound"}) fields->schemas.push_back(arrow_field_of(name, "i", true, true));
        }
        detail::finish_arrow(fields.release(), *out, 0);
        return 0;
    }

    int next(ArrowArray* out) {
        *out = {};
        try {
            if (!failure_.empty()) return EINVAL;
            auto batch = cases_.next();
            if (!batch) return fail(batch.problems());
            if (!*batch) return 0;
            const table_view& table = (**batch)->view();
            if (!plan_ || !has_schema(table, plan_->schema())) {
                auto made = column_plan::make(book_, schema_of(table), options_.judging);
                if (!made) return fail(made.problems());
                plan_.emplace(std::move(made).value());
            }
            run_options how;
            how.pool = pool_.size() > 1 ? &pool_ : nullptr;
            how.keep_statuses = !is_of_appointments();
            how.keep_counts = is_of_appointments() && options_.with_counts;
            if (const auto problems = plan_->run(table, verdicts_, how); !problems.empty()) return fail(problems);
            if (is_of_appointments()) write_appointments(*out);
            else write_rows(table, *out);
            rows_ += static_cast<std::int64_t>(table.rows);
            return 0;
        } catch (const std::exception& e) {
            failure_ = e.what();
            return EIO;
        }
    }
    int fail(const std::vector<problem>& problems) {
        if (complain_) complain_(problems);
        failure_ = problems.front().message.en.empty() ? problems.front().code : problems.front().message.en;
        return EINVAL;
    }

    static constexpr status told[] = {status::satisfied, status::violated, status::excepted, status::undetermined,
                                      status::judgement, status::pending,  status::not_applicable, status::failed};

    void write_appointments(ArrowArray& out) {
        detail::arrow_maker make;
        auto top = std::make_unique<detail::arrow_node>();
        top->buffers = {nullptr};
        const std::size_t rows = verdicts_.rows();
        std::vector<std::int64_t> numbers(rows + 1);
        std::vector<std::uint8_t> outcomes(rows + 1);
        for (std::size_t i = 0; i < rows; ++i) {
            numbers[i] = rows_ + static_cast<std::int64_t>(i);
            outcomes[i] = static_cast<std::uint8_t>(verdicts_.outcomes()[i]);
        }
        std::vector<std::string_view> words;
        for (std::size_t o = 0; o < 5; ++o) words.push_back(code_of(static_cast<outcome>(o)));
        const auto of_outcomes = make.words_of(words);
        top->arrays.push_back(make.column(nullptr, make.keep_numbers(std::move(numbers)), rows, 0, nullptr));
        top->arrays.push_back(make.column(nullptr, make.keep_bytes(std::move(outcomes)), rows, 0, &of_outcomes));
        if (options_.with_counts)
            for (const status s : told) {
                std::vector<std::uint16_t> held(rows + 1);
                if (rows != 0) {
                    const std::uint16_t* from = verdicts_.counts(0).data() + static_cast<std::size_t>(s);
                    for (std::size_t i = 0; i < rows; ++i) held[i] = from[i * 8];
                }
                top->arrays.push_back(make.column(nullptr, make.keep_counts(std::move(held)), rows, 0, nullptr));
            }
        detail::finish_arrow(top.release(), out, rows, 0);
    }

    void write_rows(const table_view& table, ArrowArray& out) {
        rows_out_.gather(*plan_, table, verdicts_, options_.grain, rows_);
        detail::arrow_maker make;
        auto top = std::make_unique<detail::arrow_node>();
        top->buffers = {nullptr};
        const std::size_t length = rows_out_.row.size();
        std::vector<std::string_view> ids, statuses, words(rows_out_.words.begin(), rows_out_.words.end());
        for (const auto& r : plan_->rules()) ids.push_back(r->id());
        for (std::size_t s = 0; s < 8; ++s) statuses.push_back(code_of(static_cast<status>(s)));
        const auto of_rules = make.words_of(ids), of_statuses = make.words_of(statuses), of_words = make.words_of(words);
        // One more than is told: a buffer is never null.
        auto numbers = rows_out_.row;
        auto rules = rows_out_.rule;
        auto held = rows_out_.status;
        numbers.push_back(0), rules.push_back(0), held.push_back(0);
        top->arrays.push_back(make.column(nullptr, make.keep_numbers(std::move(numbers)), length, 0, nullptr));
        top->arrays.push_back(make.column(nullptr, make.keep_positions(std::move(rules)), length, 0, &of_rules));
        top->arrays.push_back(make.column(nullptr, make.keep_bytes(std::move(held)), length, 0, &of_statuses));
        if (options_.grain == verdict_rows::grain::finding)
            for (const auto* positions : {&rows_out_.fact, &rows_out_.value, &rows_out_.bound}) {
                std::vector<std::uint8_t> valid(length / 8 + 1);
                std::size_t nulls = 0;
                for (std::size_t i = 0; i < length; ++i) {
                    const bool is_there = (*positions)[i] != 0;
                    valid[i / 8] = static_cast<std::uint8_t>(valid[i / 8] | unsigned{is_there} << (i % 8));
                    nulls += is_there ? 0 : 1;
                }
                auto copied = *positions;
                copied.push_back(0);
                top->arrays.push_back(make.column(make.keep_bytes(std::move(valid)), make.keep_positions(std::move(copied)), length, nulls, &of_words));
            }
        detail::finish_arrow(top.release(), out, length, 0);
    }

    rulebook book_;
    arrow_stream cases_;
    verdict_stream_options options_;
    complaint complain_;
    worker_pool pool_;
    std::optional<column_plan> plan_;
    column_verdicts verdicts_;
    verdict_columns rows_out_;
    std::int64_t rows_ = 0;
    std::string failure_;
};

}  // namespace xuanren
