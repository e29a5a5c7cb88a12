// tests/io/arrow/arrow_test.cpp
#include <xuanren/io/arrow/arrow_table.hpp>
#include <xuanren/io/arrow/arrow_verdicts.hpp>
#include <xuanren/io/rules.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>
#include <cstring>
#include <functional>
#include <memory>
#include <string>
#include <vector>

using namespace xuanren;

namespace {

int released = 0;  // how many release callbacks have run

/// A column as another library would hand it over: its own memory, freed by its own callback.
struct column {
    std::string format, name;
    std::vector<std::uint8_t> valid, values, bytes;
    std::int64_t length = 0, offset = 0, nulls = 0;
    bool has_validity = false, has_bytes = false;
    std::shared_ptr<column> words = nullptr, items = nullptr;
};

template <class T>
column make(std::string name, std::string format, const std::vector<T>& values, const std::string& known = "") {
    column out;
    out.name = std::move(name);
    out.format = std::move(format);
    out.values.resize(values.size() * sizeof(T) + 1);
    if (!values.empty()) std::memcpy(out.values.data(), values.data(), values.size() * sizeof(T));
    out.length = static_cast<std::int64_t>(values.size());
    if (!known.empty()) {
        out.has_validity = true;
        out.valid.resize(known.size() / 8 + 1);
        for (std::size_t i = 0; i < known.size(); ++i) {
            if (known[i] == '1') out.valid[i / 8] = static_cast<std::uint8_t>(out.valid[i / 8] | 1u << (i % 8));
            else ++out.nulls;
        }
    }
    return out;
}

column bits(std::string name, const std::string& ones, const std::string& known = "") {
    column out = make<std::uint8_t>(std::move(name), "b", std::vector<std::uint8_t>(ones.size()), known);
    std::fill(out.values.begin(), out.values.end(), std::uint8_t{0});
    for (std::size_t i = 0; i < ones.size(); ++i)
        if (ones[i] == '1') out.values[i / 8] = static_cast<std::uint8_t>(out.values[i / 8] | 1u << (i % 8));
    return out;
}

template <class Offset>
column texts(std::string name, const std::vector<std::string>& list, const std::string& known = "") {
    std::vector<Offset> offsets = {0};
    std::string all;
    for (const std::string& s : list) offsets.push_back(static_cast<Offset>((all += s).size()));
    column out = make<Offset>(std::move(name), sizeof(Offset) == 4 ? "u" : "U", offsets, known);
    out.length = static_cast<std::int64_t>(list.size());
    out.bytes.assign(all.begin(), all.end());
    out.bytes.push_back(0);
    out.has_bytes = true;
    return out;
}

struct handed {
    std::vector<const void*> buffers;
    std::vector<ArrowArray*> arrays;
    std::vector<ArrowSchema*> schemas;
    std::vector<std::unique_ptr<handed>> held;
    column data;
    ArrowArray array{};
    ArrowSchema schema{};
};

template <class T>
void release(T* one) {
    ++released;
    if (one->private_data != nullptr) delete static_cast<std::shared_ptr<handed>*>(one->private_data);
    one->release = nullptr;
}

void fill(handed& h) {
    const column& c = h.data;
    h.buffers = {c.has_validity ? c.valid.data() : nullptr, c.values.data()};
    if (c.has_bytes) h.buffers.push_back(c.bytes.data());
    h.array.length = c.length;
    h.array.offset = c.offset;
    h.array.null_count = c.nulls;
    h.array.n_buffers = static_cast<std::int64_t>(h.buffers.size());
    h.array.buffers = h.buffers.data();
    h.schema.format = c.format.c_str();
    h.schema.name = c.name.c_str();
    const auto below = [&](const column& inner) {
        h.held.push_back(std::make_unique<handed>());
        h.held.back()->data = inner;
        fill(*h.held.back());
        return h.held.back().get();
    };
    if (c.words) {
        handed* words = below(*c.words);
        h.array.dictionary = &words->array;
        h.schema.dictionary = &words->schema;
    }
    if (c.items) {
        handed* items = below(*c.items);
        h.arrays = {&items->array};
        h.schemas = {&items->schema};
        h.array.n_children = h.schema.n_children = 1;
        h.array.children = h.arrays.data();
        h.schema.children = h.schemas.data();
    }
}

/// A table of such columns; `change` spoils it before it is handed over.
result<arrow_table> take(const std::vector<column>& columns, std::int64_t length, std::int64_t offset = 0, const arrow_names& names = {},
                         const std::function<void(ArrowSchema&, ArrowArray&)>& change = {}) {
    const auto top = std::make_shared<handed>();
    for (const column& c : columns) {
        top->held.push_back(std::make_unique<handed>());
        top->held.back()->data = c;
        fill(*top->held.back());
        top->arrays.push_back(&top->held.back()->array);
        top->schemas.push_back(&top->held.back()->schema);
    }
    top->buffers = {nullptr};
    ArrowArray array{};
    array.length = length;
    array.offset = offset;
    array.n_buffers = 1;
    array.buffers = top->buffers.data();
    array.n_children = static_cast<std::int64_t>(columns.size());
    array.children = top->arrays.data();
    array.release = &release<ArrowArray>;
    array.private_data = new std::shared_ptr<handed>(top);
    ArrowSchema schema{};
    schema.format = "+s";
    schema.n_children = array.n_children;
    schema.children = top->schemas.data();
    schema.release = &release<ArrowSchema>;
    schema.private_data = new std::shared_ptr<handed>(top);
    if (change) change(schema, array);
    return arrow_table::take(&schema, &array, names);
}

std::string refusal(const result<arrow_table>& r) { return r ? "" : r.problems().front().code; }

const column_view& named(const arrow_table& t, std::string_view name) {
    for (const auto& c : t.view().columns)
        if (c.name == name) return c.values;
    FAIL(name);
    return t.view().columns.front().values;
}

/// A row's word or number as a text; "?" where it is unknown.
std::string at(const column_view& c, std::size_t i) {
    if (!c.is_known(i)) return "?";
    const std::size_t k = c.offset + i;
    const auto number = [&](auto example) { return static_cast<const decltype(example)*>(c.values)[k]; };
    switch (c.form) {
        case column_form::bits: return (static_cast<const std::uint8_t*>(c.values)[k / 8] >> (k % 8) & 1) != 0 ? "true" : "false";
        case column_form::int8: return std::to_string(number(std::int8_t{}));
        case column_form::uint16: return std::to_string(number(std::uint16_t{}));
        case column_form::int32:
        case column_form::day_number: return std::to_string(number(std::int32_t{}));
        case column_form::int64:
        case column_form::decimal: return std::to_string(number(std::int64_t{}));
        case column_form::words8: return std::string(c.words[static_cast<std::size_t>(number(std::int8_t{}))]);
        case column_form::words32: return std::string(c.words[static_cast<std::size_t>(number(std::int32_t{}))]);
        default: return "other";
    }
}

std::string all(const column_view& c) {
    std::string out;
    for (std::size_t i = 0; i < c.size; ++i) out += (i == 0 ? "" : " ") + at(c, i);
    return out;
}

}  // namespace

TEST_CASE("Arrow：各种列就地读取，空值为不明，释放各一次") {
    released = 0;
    {
        column words = make<std::int8_t>("w", "c", {1, 0, 1, 1}, "1101");
        words.words = std::make_shared<column>(texts<std::int32_t>("", {"county_deputy", "县处级正职"}));
        const auto t = take({bits("b", "1010", "1110"), make<std::int8_t>("i8", "c", {1, 2, 3, -4}), make<std::uint16_t>("u16", "S", {1, 2, 3, 65535}),
                             make<std::int64_t>("i64", "l", {1, 2, 3, 4}, "0111"), make<std::int32_t>("d", "tdD", {0, 19000, -1, 5}, "1101"),
                             make<std::int64_t>("ms", "tdm", {86'400'000, -1, 0, 1}), make<std::int64_t>("dec", "d:10,2", {150, 0, -25, -1, 7, 0, 0, 0}), words,
                             texts<std::int32_t>("s", {"a", "", "a", "b"}, "1011"), texts<std::int64_t>("S", {"x", "y", "x", "z"})},
                            4);
        REQUIRE(t);
        CHECK(released == 1);  // the schema
        CHECK(t->view().rows == 4);
        CHECK(all(named(*t, "b")) == "true false true ?");
        CHECK(all(named(*t, "i8")) == "1 2 3 -4");
        CHECK(all(named(*t, "u16")) == "1 2 3 65535");
        CHECK(all(named(*t, "i64")) == "? 2 3 4");
        CHECK(all(named(*t, "d")) == "0 19000 ? 5");
        CHECK(all(named(*t, "ms")) == "1 -1 0 0");
        CHECK(all(named(*t, "dec")) == "150 -25 7 0");
        CHECK(named(*t, "dec").scale == 2);
        CHECK(all(named(*t, "w")) == "县处级正职 county_deputy ? 县处级正职");
        CHECK(all(named(*t, "s")) == "a ? a b");
        CHECK(all(named(*t, "S")) == "x y x z");
    }
    CHECK(released == 2);
}

TEST_CASE("Arrow：切片，表和列各有起点") {
    column shifted = bits("b", "0101101", "1111011");
    shifted.offset = 2;
    shifted.length = 5;
    column text = texts<std::int32_t>("s", {"p", "q", "r", "s", "t", "u"}, "111101");
    text.offset = 1;
    text.length = 5;
    column date = make<std::int64_t>("ms", "tdm", {0, 0, 86'400'000 * 2, 86'400'000 * 3, 86'400'000 * 4}, "11011");
    const auto t = take({shifted, text, date, make<std::int32_t>("i", "i", {10, 11, 12, 13, 14})}, 3, 1);
    REQUIRE(t);
    CHECK(t->view().rows == 3);
    CHECK(all(named(*t, "b")) == "true ? false");
    CHECK(all(named(*t, "s")) == "r s ?");
    CHECK(all(named(*t, "ms")) == "0 ? 3");
    CHECK(all(named(*t, "i")) == "11 12 13");
}

TEST_CASE("Arrow：零点的无时区时刻是日期，其他时刻指出行") {
    constexpr std::int64_t day = 86'400;
    const auto t = take({make<std::int64_t>("s", "tss:", {day, -day, 0}), make<std::int64_t>("ns", "tsn:", {day * 2'000'000'000, 1, 0}, "101")}, 3);
    REQUIRE(t);
    CHECK(all(named(*t, "s")) == "1 -1 0");
    CHECK(all(named(*t, "ns")) == "2 ? 0");
    const auto refused = take({make<std::int64_t>("us", "tsu:", {0, day * 1'000'000 + 1})}, 2);
    REQUIRE_FALSE(refused);
    CHECK(refused.problems()[0].code == "XR-ARROW-004");
    CHECK(refused.problems()[0].line == 2);
}

TEST_CASE("Arrow：不是数的双精度数（NaN）是不明") {
    column number = make<double>("g", "g", {0, std::nan(""), 2, std::nan(""), 4}, "11110");
    number.offset = 1;
    number.length = 4;
    const auto t = take({number}, 4);
    REQUIRE(t);
    const column_view& v = named(*t, "g");
    CHECK_FALSE(v.is_known(0));
    CHECK(v.is_known(1));
    CHECK_FALSE(v.is_known(2));
    CHECK_FALSE(v.is_known(3));
}

TEST_CASE("Arrow：字典的各种样子；字典中为空的词是不明") {
    column wide = make<std::int64_t>("w", "l", {2, 1, 0});
    wide.words = std::make_shared<column>(texts<std::int64_t>("", {"a", "b", "a"}, "101"));
    column narrow = make<std::uint8_t>("n", "C", {1, 1, 0}, "101");
    narrow.words = std::make_shared<column>(texts<std::int32_t>("", {"x", "y"}));
    const auto t = take({wide, narrow}, 3);
    REQUIRE(t);
    CHECK(all(named(*t, "w")) == "a ? a");
    CHECK(all(named(*t, "n")) == "y ? x");
}

TEST_CASE("Arrow：文本视图，短的在内，长的在别处；指到外面的不收") {
    const std::string long_text = "县处级正职的长文本";  // more than twelve bytes
    const auto views = [&](std::int32_t buffer, std::int32_t offset) {
        std::vector<std::uint8_t> out(48, 0);
        const auto put = [&](std::size_t at, std::int32_t n) { std::memcpy(out.data() + at, &n, 4); };
        put(0, 3);
        std::memcpy(out.data() + 4, "abc", 3);
        put(16, static_cast<std::int32_t>(long_text.size()));
        std::memcpy(out.data() + 20, long_text.data(), 4);
        put(24, buffer);
        put(28, offset);
        return out;
    };
    const auto taken = [&](std::int32_t buffer, std::int32_t offset) {
        column text = make<std::uint8_t>("s", "vu", views(buffer, offset), "110");
        text.length = 3;
        text.bytes.assign(long_text.begin(), long_text.end());
        text.has_bytes = true;
        static const std::int64_t sizes[] = {static_cast<std::int64_t>(long_text.size())};
        static const void* buffers[4];
        return take({text}, 3, 0, {}, [](ArrowSchema&, ArrowArray& a) {
            for (int i = 0; i < 3; ++i) buffers[i] = a.children[0]->buffers[i];
            buffers[3] = sizes;
            a.children[0]->buffers = buffers;
            a.children[0]->n_buffers = 4;
        });
    };
    const auto t = taken(0, 0);
    REQUIRE(t);
    CHECK(all(named(*t, "s")) == "abc " + long_text + " ?");
    CHECK(refusal(taken(1, 0)) == "XR-ARROW-003");
    CHECK(refusal(taken(-1, 0)) == "XR-ARROW-003");
    CHECK(refusal(taken(0, 1)) == "XR-ARROW-003");
    CHECK(refusal(taken(0, -5)) == "XR-ARROW-003");
}

TEST_CASE("Arrow：文本列表") {
    column list = make<std::int32_t>("l", "+l", {0, 2, 2, 3}, "111");
    list.length = 3;
    list.items = std::make_shared<column>(texts<std::int32_t>("item", {"a", "b", "a"}));
    const auto t = take({list}, 3);
    REQUIRE(t);
    const column_view& v = named(*t, "l");
    CHECK(v.form == column_form::word_lists);
    CHECK(v.starts[1] == 2);
    CHECK(v.starts[3] == 3);
    CHECK(v.words[static_cast<std::size_t>(static_cast<const std::int32_t*>(v.values)[2])] == "a");
}

TEST_CASE("Arrow：改名与略去的列；空类型的列不读") {
    column nothing = make<std::uint8_t>("n", "n", {0, 0});
    const auto t = take({make<std::int8_t>("级别", "c", {1, 2}), make<float>("备注", "f", {1, 2}), nothing}, 2, 0, {{"级别", "target.level"}, {"备注", ""}});
    REQUIRE(t);
    REQUIRE(t->view().columns.size() == 1);
    CHECK(t->view().columns[0].name == "target.level");
}

TEST_CASE("Arrow：不接受的格式说明列和格式，两者都释放") {
    for (const char* format : {"f", "tsu:UTC", "d:40,2,256", "d:10,30", "z", "+s", "w:5", "ttm", "", "d:x", "+L", "vz"}) {
        CAPTURE(format);
        released = 0;
        const auto t = take({make<std::int64_t>("列甲", format, {1, 2})}, 2);
        REQUIRE_FALSE(t);
        CHECK(t.problems()[0].code == "XR-ARROW-002");
        CHECK(t.problems()[0].message.zh.find("列甲") != std::string::npos);
        CHECK(released == 2);
    }
}

TEST_CASE("Arrow：残缺的结构一律拒绝，两者都释放") {
    using change = std::function<void(ArrowSchema&, ArrowArray&)>;
    struct row {
        const char* name;
        const char* code;
        change spoil;
    };
    const row rows[] = {
        {"负长度", "XR-ARROW-003", [](ArrowSchema&, ArrowArray& a) { a.length = -1; }},
        {"负起点", "XR-ARROW-003", [](ArrowSchema&, ArrowArray& a) { a.offset = -1; }},
        {"极大的长度", "XR-ARROW-003", [](ArrowSchema&, ArrowArray& a) { a.length = INT64_MAX; }},
        {"列比表短", "XR-ARROW-003", [](ArrowSchema&, ArrowArray& a) { a.length = 3; }},
        {"列的负长度", "XR-ARROW-003", [](ArrowSchema&, ArrowArray& a) { a.children[0]->length = -2; }},
        {"列的负起点", "XR-ARROW-003", [](ArrowSchema&, ArrowArray& a) { a.children[0]->offset = -2; }},
        {"列数不符", "XR-ARROW-003", [](ArrowSchema&, ArrowArray& a) { a.n_children = 0; }},
        {"列为空指针", "XR-ARROW-003", [](ArrowSchema&, ArrowArray& a) { a.children[0] = nullptr; }},
        {"列表为空指针", "XR-ARROW-003", [](ArrowSchema&, ArrowArray& a) { a.children = nullptr; }},
        {"没有缓冲区", "XR-ARROW-003", [](ArrowSchema&, ArrowArray& a) { a.children[0]->buffers = nullptr; }},
        {"缓冲区数不符", "XR-ARROW-003", [](ArrowSchema&, ArrowArray& a) { a.children[0]->n_buffers = 1; }},
        {"值为空指针", "XR-ARROW-003", [](ArrowSchema&, ArrowArray& a) { a.children[0]->buffers[1] = nullptr; }},
        {"称有空值而无位图", "XR-ARROW-003", [](ArrowSchema&, ArrowArray& a) { a.children[0]->null_count = 1; }},
        {"行本身为空", "XR-ARROW-003", [](ArrowSchema&, ArrowArray& a) { a.null_count = 1; }},
        {"表不是结构", "XR-ARROW-001", [](ArrowSchema& s, ArrowArray&) { s.format = "i"; }},
        {"没有格式", "XR-ARROW-001", [](ArrowSchema& s, ArrowArray&) { s.format = nullptr; }},
        {"列没有格式", "XR-ARROW-001", [](ArrowSchema& s, ArrowArray&) { s.children[0]->format = nullptr; }},
        {"格式的列为空指针", "XR-ARROW-001", [](ArrowSchema& s, ArrowArray&) { s.children[0] = nullptr; }},
        {"格式的负列数", "XR-ARROW-001", [](ArrowSchema& s, ArrowArray&) { s.n_children = -1; }},
    };
    for (const row& r : rows) {
        SUBCASE(r.name) {
            released = 0;
            CHECK(refusal(take({make<std::int32_t>("i", "i", {1, 2})}, 2, 0, {}, r.spoil)) == r.code);
            CHECK(released == 2);
        }
    }
    // Taken twice: the second finds nothing left.
    ArrowSchema schema{};
    ArrowArray array{};
    CHECK_FALSE(arrow_table::take(&schema, &array));
    CHECK_FALSE(arrow_table::take(nullptr, nullptr));
}

TEST_CASE("Arrow：列里的坏值说明行") {
    column position = make<std::int8_t>("w", "c", {0, 9});
    position.words = std::make_shared<column>(texts<std::int32_t>("", {"a"}));
    CHECK(refusal(take({position}, 2)) == "XR-ARROW-004");
    CHECK(refusal(take({make<std::int32_t>("d", "tdD", {0, 2147483647})}, 2)) == "XR-ARROW-004");
    CHECK(refusal(take({make<std::uint64_t>("u", "L", {0, ~std::uint64_t{0}})}, 2)) == "XR-ARROW-004");
    CHECK(refusal(take({make<std::int64_t>("dec", "d:30,0", {1, 0, 0, 1})}, 2)) == "XR-ARROW-004");
    CHECK(refusal(take({texts<std::int32_t>("s", {"\xC4\xE3"})}, 1)) == "XR-ARROW-004");
    column backwards = texts<std::int32_t>("s", {"ab", "c"});
    const std::int32_t offsets[] = {0, 2, 1};
    std::memcpy(backwards.values.data(), offsets, sizeof offsets);
    CHECK(refusal(take({backwards}, 2)) == "XR-ARROW-003");
}

namespace {

struct stream_state {
    int batches = 0, failures = 0;
};

int stream_schema(ArrowArrayStream* s, ArrowSchema* out) {
    auto* held = new std::shared_ptr<handed>(std::make_shared<handed>());
    handed& top = **held;
    top.held.push_back(std::make_unique<handed>());
    top.held[0]->data = make<std::int8_t>("target.level", "c", {1, 2});
    fill(*top.held[0]);
    top.schemas = {&top.held[0]->schema};
    *out = {};
    out->format = "+s";
    out->n_children = 1;
    out->children = top.schemas.data();
    out->release = &release<ArrowSchema>;
    out->private_data = held;
    static_cast<void>(s);
    return 0;
}

int stream_next(ArrowArrayStream* s, ArrowArray* out) {
    auto& state = *static_cast<stream_state*>(s->private_data);
    *out = {};
    if (state.batches == 0) return state.failures == 0 ? 0 : 5;
    --state.batches;
    auto* held = new std::shared_ptr<handed>(std::make_shared<handed>());
    handed& top = **held;
    top.held.push_back(std::make_unique<handed>());
    top.held[0]->data = make<std::int8_t>("target.level", "c", {1, 2});
    fill(*top.held[0]);
    top.arrays = {&top.held[0]->array};
    top.buffers = {nullptr};
    out->length = 2;
    out->n_buffers = 1;
    out->buffers = top.buffers.data();
    out->n_children = 1;
    out->children = top.arrays.data();
    out->release = &release<ArrowArray>;
    out->private_data = held;
    return 0;
}

const char* stream_error(ArrowArrayStream*) { return "disk full"; }
void stream_release(ArrowArrayStream* s) {
    ++released;
    s->release = nullptr;
}

}  // namespace

TEST_CASE("Arrow 流：逐批读取，到头为止，错误照说，全部释放") {
    released = 0;
    {
        stream_state state{2, 0};
        ArrowArrayStream raw{&stream_schema, &stream_next, &stream_error, &stream_release, &state};
        auto stream = arrow_stream::take(&raw);
        REQUIRE(stream);
        int rows = 0;
        for (;;) {
            auto batch = stream->next();
            REQUIRE(batch);
            if (!batch->has_value()) break;
            rows += static_cast<int>((**batch)->view().rows);
        }
        CHECK(rows == 4);
    }
    CHECK(released == 4);  // schema, two batches, the stream
    stream_state state{0, 1};
    ArrowArrayStream raw{&stream_schema, &stream_next, &stream_error, &stream_release, &state};
    auto stream = arrow_stream::take(&raw);
    REQUIRE(stream);
    const auto failed = stream->next();
    REQUIRE_FALSE(failed);
    CHECK(failed.problems()[0].code == "XR-ARROW-005");
    CHECK(failed.problems()[0].message.en.find("disk full") != std::string::npos);
    ArrowArrayStream none{};
    CHECK_FALSE(arrow_stream::take(&none));
}

TEST_CASE("结论作为 Arrow 交出：宽表一列一规则，长表一行一结论；读回相同") {
    auto facts = std::make_shared<catalogue>();
    const auto add = [&](const char* name, const char* zh, type t) {
        fact f;
        f.name = name;
        f.zh = zh;
        f.value_type = std::move(t);
        facts->add(std::move(f));
    };
    add("procedure.discussion_on", "讨论决定日期", types::date);
    add("a.votes", "票数", types::number);
    load_options options;
    options.facts = facts;
    const auto book = load_rules({{"t-1/instrument.json", R"({"id":"t-1","family":"t","version":"1","authority":"local","effective":"2020-01-01","before":"none"})"},
                                  {"t-1/article-01.json", R"({"instrument":"t-1","article":1,"rules":[{"id":"t-1/1/few","cite":{},"must":"a.votes < 10"},
                                     {"id":"t-1/1/many","cite":{},"applies":"a.votes > 100","must":"a.votes < 1000"}]})"}},
                                 options);
    REQUIRE(book);
    const auto table = take({make<std::int32_t>("procedure.discussion_on", "tdD", {19000, 19000, 17000, 19000}),
                             make<std::int64_t>("票数", "l", {5, 50, 5, 0}, "1110")},
                            4);
    REQUIRE(table);
    const auto plan = column_plan::make(*book, schema_of(table->view()));
    REQUIRE(plan);
    column_verdicts verdicts;
    REQUIRE(plan->run(table->view(), verdicts).empty());

    ArrowSchema schema{};
    ArrowArray array{};
    export_verdicts(*plan, verdicts, arrow_form::wide, &schema, &array);
    CHECK(schema.n_children == 3);
    CHECK(std::string(schema.children[1]->name) == "t-1/1/few");
    const auto wide = arrow_table::take(&schema, &array);
    REQUIRE(wide);
    CHECK((schema.release == nullptr));
    CHECK((array.release == nullptr));
    CHECK(all(named(*wide, "t-1/1/few")) == "satisfied violated ? undetermined");
    CHECK(all(named(*wide, "t-1/1/many")) == "not_applicable not_applicable ? undetermined");
    CHECK(at(named(*wide, "outcome"), 1) == "violation");
    CHECK(at(named(*wide, "outcome"), 3) == "incomplete");

    export_verdicts(*plan, verdicts, arrow_form::slim, &schema, &array);
    const auto slim = arrow_table::take(&schema, &array);
    REQUIRE(slim);
    CHECK(all(named(*slim, "row")) == "0 0 1 1 3 3");
    CHECK(all(named(*slim, "rule")) == "t-1/1/few t-1/1/many t-1/1/few t-1/1/many t-1/1/few t-1/1/many");
    CHECK(all(named(*slim, "status")) == "satisfied not_applicable violated not_applicable undetermined undetermined");

    // One child moved out by the receiver, as the interface allows, before the rest is released.
    export_verdicts(*plan, verdicts, arrow_form::wide, &schema, &array);
    ArrowArray moved = *array.children[1];
    array.children[1]->release = nullptr;
    array.release(&array);
    schema.release(&schema);
    CHECK(moved.length == 4);
    CHECK(static_cast<const std::int8_t*>(moved.buffers[1])[1] == 2);
    moved.release(&moved);
}
