// include/xuanren/io/arrow/arrow_table.hpp
#pragma once

#include <xuanren/engine/columns/table_view.hpp>
#include <xuanren/io/arrow/arrow_schema.hpp>

#include <deque>
#include <memory>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace xuanren {

/// A batch of cases handed over through the Arrow C data interface Arrow 批次.
///
/// Booleans, integers of up to 32 bits and signed ones of 64, doubles, days (date32) and dictionaries
/// with positions of up to 32 bits are read where they lie, slices and validity too; texts become
/// dictionaries, date64 days, decimals and unsigned 64-bit numbers 64-bit ones. A column of Arrow's null
/// type says nothing, and is left out.
class arrow_table {
public:
    /// Takes both over, and releases both, whatever comes of it.
    /// Errors, all at once: XR-ARROW-001 and 002 as for the schema, 003 an array that is broken,
    /// 004 a value that a column of cases cannot hold.
    [[nodiscard]] static result<arrow_table> take(ArrowSchema* schema, ArrowArray* array, const arrow_names& names = {});

    /// The columns where they lie; valid as long as the table lives.
    [[nodiscard]] const table_view& view() const noexcept { return view_; }

private:
    friend class arrow_stream;
    friend class arrow_columns;
    [[nodiscard]] static result<arrow_table> read(const std::vector<detail::arrow_field>& fields, detail::arrow_owner<ArrowArray> array);

    detail::arrow_owner<ArrowArray> array_;
    table_view view_;
    std::deque<std::vector<std::int32_t>> positions_;
    std::deque<std::vector<std::int64_t>> numbers_;
    std::deque<std::vector<std::uint8_t>> valid_;
    std::deque<std::vector<std::string_view>> words_;
};

/// Batches from an Arrow C stream, one at a time Arrow 流.
class arrow_stream {
public:
    /// Takes the stream over, and releases it, whatever comes of it.
    /// Errors: XR-ARROW-005 what the stream itself reports; XR-ARROW-001 and 002 for its schema.
    [[nodiscard]] static result<arrow_stream> take(ArrowArrayStream* stream, const arrow_names& names = {});

    /// The next batch, or none at the end.  Errors: XR-ARROW-003 to 005.
    [[nodiscard]] result<std::optional<std::shared_ptr<arrow_table>>> next();

private:
    [[nodiscard]] problem failure(int code);

    detail::arrow_owner<ArrowArrayStream> stream_;
    std::vector<detail::arrow_field> fields_;
};

}  // namespace xuanren

#include <xuanren/io/arrow/arrow_columns.hpp>
