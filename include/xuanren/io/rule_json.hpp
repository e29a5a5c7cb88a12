// include/xuanren/io/rule_json.hpp
#pragma once

#include <xuanren/calendar/parse_date.hpp>
#include <xuanren/engine/rule_problem.hpp>
#include <xuanren/engine/rulebook.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xuanren {

/// One file of a rule folder as it was read; its path ends in <instrument>/<file>.json.
struct rule_file {
    std::string path;
    std::string_view bytes;
};

}  // namespace xuanren

namespace xuanren::detail {

using rule_json = nlohmann::ordered_json;

inline constexpr std::array<std::string_view, 2> certainty_words = {"confirmed", "unconfirmed"};

[[nodiscard]] inline std::string escaped_pointer(std::string_view key) {
    std::string out;
    for (const char c : key) {
        if (c == '~') out += "~0";
        else if (c == '/') out += "~1";
        else out += c;
    }
    return out;
}

/// Reads the text of a rule file into a tree, and finds what the tree cannot show: members given twice.
class rule_json_scan {
public:
    rule_json_scan(const std::string& file, std::vector<problem>& out) : file_(&file), out_(&out) {}

    bool null() { return leaf(nullptr); }
    bool boolean(bool b) { return leaf(b); }
    bool number_integer(std::int64_t n) { return leaf(n); }
    bool number_unsigned(std::uint64_t n) { return leaf(n); }
    bool number_float(double n, const std::string&) { return leaf(n); }
    bool string(std::string& s) { return leaf(std::move(s)); }
    bool binary(std::vector<std::uint8_t>&) { return false; }  // JSON text has none
    bool start_object(std::size_t) { return open(rule_json::object()); }
    bool end_object() { return close(); }
    bool start_array(std::size_t) { return open(rule_json::array()); }
    bool end_array() { return close(); }
    bool key(std::string& name) {
        level& top = levels_.back();
        top.key = name;
        if (!top.keys.insert(name).second)
            out_->push_back(rule_problem("XR-RULE-002", {*file_, pointer()}, "", name,
                                         {"每个键只出现一次", "each key once"},
                                         {"键“" + name + "”重复", "the key \"" + name + "\" is given twice"}));
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) {
        position_ = position;
        return false;
    }
    [[nodiscard]] std::size_t position() const noexcept { return position_; }
    [[nodiscard]] rule_json take() noexcept { return std::move(root_); }

private:
    struct level {
        rule_json* at;  ///< where it stands stays, for nothing is put beside it before it closes
        std::set<std::string> keys;
        std::string key;
    };

    rule_json* put(rule_json v) {
        if (levels_.empty()) {
            root_ = std::move(v);
            return &root_;
        }
        level& top = levels_.back();
        if (auto* members = top.at->get_ptr<rule_json::object_t*>())
            return &members->emplace_back(top.key, std::move(v)).second;
        auto& items = *top.at->get_ptr<rule_json::array_t*>();
        return &items.emplace_back(std::move(v));
    }
    template <class T>
    bool leaf(T v) {
        put(rule_json(std::move(v)));
        return true;
    }
    bool open(rule_json v) {
        constexpr std::size_t deepest = 64;
        if (levels_.size() >= deepest) return false;
        rule_json* const at = put(std::move(v));
        levels_.push_back({at, {}, {}});
        return true;
    }
    bool close() {
        levels_.pop_back();
        return true;
    }
    [[nodiscard]] std::string pointer() const {
        std::string out;
        for (const level& l : levels_)
            out += "/" + (l.at->is_object() ? escaped_pointer(l.key) : std::to_string(l.at->size() - 1));
        return out;
    }

    const std::string* file_;
    std::vector<problem>* out_;
    rule_json root_;
    std::vector<level> levels_;
    std::size_t position_ = 0;
};

/// The tree of a rule file; null and a problem where it is none.
[[nodiscard]] inline rule_json parse_rule_json(const std::string& file, std::string_view bytes,
                                               std::vector<problem>& out) {
    if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
    rule_json_scan scan(file, out);
    // The parser takes a NUL for the end; what stands after it would go unread.
    const std::size_t nul = bytes.find('\0');
    if (!nlohmann::json::sax_parse(bytes, &scan) || nul != bytes.npos) {
        const std::size_t at = std::min({scan.position(), nul == bytes.npos ? nul : nul + 1, bytes.size()});
        problem p = rule_problem("XR-RULE-001", {file, ""}, "", "", {"JSON（UTF-8）", "JSON in UTF-8"},
                                 {"不是有效的 JSON", "this is not JSON"});
        p.line = 1;
        p.column = 1;
        for (std::size_t i = 0; i + 1 < at; ++i) {
            ++p.column;
            if (bytes[i] == '\n') {
                ++p.line;
                p.column = 1;
            }
        }
        p.message.zh += "：第" + std::to_string(p.line) + "行第" + std::to_string(p.column) + "列";
        p.message.en += ": line " + std::to_string(p.line) + ", column " + std::to_string(p.column);
        out.push_back(std::move(p));
        return nullptr;
    }
    return scan.take();
}

/// One JSON object being read, member by member; what is left over is an unknown key.
class object_reader {
public:
    object_reader(const rule_json& object, rule_origin at, std::vector<problem>& out)
        : object_(&object), at_(std::move(at)), out_(&out) {
        if (!object.is_object()) wrong("", object, {"对象", "an object"});
    }

    [[nodiscard]] bool is_object() const { return object_->is_object(); }
    [[nodiscard]] const rule_origin& at() const noexcept { return at_; }
    [[nodiscard]] bool has(const char* key) const { return is_object() && object_->contains(key); }

    [[nodiscard]] const rule_json* member(const char* key) {
        if (!is_object()) return nullptr;
        const auto found = object_->find(key);
        if (found == object_->end()) return nullptr;
        read_.insert(key);
        return &*found;
    }

    [[nodiscard]] std::string string(const char* key) {
        const rule_json* m = member(key);
        if (m == nullptr) return {};
        if (!m->is_string()) return wrong(key, *m, {"字符串", "a string"}), std::string();
        return m->get<std::string>();
    }
    [[nodiscard]] std::string needed_string(const char* key) {
        if (!is_object()) return {};
        if (!has(key)) {
            missing(key);
            return {};
        }
        std::string out = string(key);
        if (out.empty() && object_->at(key).is_string())
            wrong(key, object_->at(key), {"非空字符串", "a string that is not empty"});
        return out;
    }
    [[nodiscard]] int whole_number(const char* key, int otherwise) {
        const rule_json* m = member(key);
        if (m == nullptr) return otherwise;
        if (!m->is_number_unsigned() || m->get<std::uint64_t>() > 9999)
            return wrong(key, *m, {"正整数", "a positive whole number"}), otherwise;
        return m->get<int>();
    }
    [[nodiscard]] bool flag(const char* key) {
        const rule_json* m = member(key);
        if (m == nullptr) return false;
        if (!m->is_boolean()) return wrong(key, *m, {"true 或 false", "true or false"}), false;
        return m->get<bool>();
    }
    [[nodiscard]] text both(const char* key) {
        const rule_json* m = member(key);
        if (m == nullptr) return {};
        object_reader inner(*m, {at_.file, at_.pointer + "/" + key}, *out_);
        text out{inner.string("zh"), inner.string("en")};
        inner.finish();
        return out;
    }
    /// What may be said in Chinese alone, as a string.
    [[nodiscard]] text said(const char* key) {
        const rule_json* m = has(key) ? &object_->at(key) : nullptr;
        return m != nullptr && m->is_string() ? text{string(key), {}} : both(key);
    }
    [[nodiscard]] std::vector<std::string> strings(const char* key) {
        const rule_json* m = member(key);
        std::vector<std::string> out;
        if (m == nullptr) return out;
        if (!m->is_array()) return wrong(key, *m, {"字符串列表", "a list of strings"}), out;
        for (std::size_t i = 0; i < m->size(); ++i) {
            if ((*m)[i].is_string() && !(*m)[i].get_ref<const std::string&>().empty())
                out.push_back((*m)[i].get<std::string>());
            else
                wrong(std::string(key) + "/" + std::to_string(i), (*m)[i],
                      {"非空字符串", "a string that is not empty"});
        }
        return out;
    }
    [[nodiscard]] std::optional<civil_date> date(const char* key) {
        const rule_json* m = member(key);
        if (m == nullptr || m->is_null()) return std::nullopt;
        const auto parsed = m->is_string() ? parse_date(m->get_ref<const std::string&>())
                                           : result<civil_date>(problem{});
        if (parsed) return *parsed;
        wrong(key, *m, {"日期，如 2019-03-03、2019-03 或 2019", "a date: 2019-03-03, 2019-03 or 2019"}, "XR-RULE-027");
        return std::nullopt;
    }
    /// The position of a word in a list of words.
    template <std::size_t N>
    [[nodiscard]] std::optional<std::size_t> word(const char* key, const std::array<std::string_view, N>& words) {
        const rule_json* m = member(key);
        if (m == nullptr) return std::nullopt;
        std::string all;
        for (std::size_t i = 0; i < N; ++i) {
            if (m->is_string() && m->get_ref<const std::string&>() == words[i]) return i;
            all += (i == 0 ? "" : ", ") + std::string(words[i]);
        }
        wrong(key, *m, {all, all}, "XR-RULE-006");
        return std::nullopt;
    }

    void missing(const char* key) {
        out_->push_back(rule_problem("XR-RULE-005", at_, "", "", {key, key},
                                     {"缺少“" + std::string(key) + "”", "\"" + std::string(key) + "\" is missing"}));
    }
    void wrong(const std::string& below, const rule_json& found, text expected, std::string code = "XR-RULE-003") {
        std::string shown = found.dump(-1, ' ', false, rule_json::error_handler_t::replace);
        constexpr std::size_t longest = 40;
        if (shown.size() > longest) {
            std::size_t cut = longest;
            while (cut > 0 && (static_cast<unsigned char>(shown[cut]) & 0xC0) == 0x80) --cut;
            shown = shown.substr(0, cut) + "…";
        }
        const text message{"此处为 " + shown + "，应为" + expected.zh, "found " + shown + ", expected " + expected.en};
        out_->push_back(rule_problem(std::move(code), at_, below.empty() ? "" : "/" + below, shown,
                                     std::move(expected), message));
    }
    /// Reports the members that nothing asked for.
    void finish() {
        if (!is_object()) return;
        std::string known;
        for (const std::string& k : read_) known += (known.empty() ? "" : ", ") + k;
        for (const auto& [key, m] : object_->items())
            if (read_.find(key) == read_.end())
                out_->push_back(rule_problem("XR-RULE-004", at_, "/" + escaped_pointer(key), key, {known, known},
                                             {"未知的键“" + key + "”", "unknown key \"" + key + "\""}));
    }

private:
    const rule_json* object_;
    rule_origin at_;
    std::vector<problem>* out_;
    std::set<std::string> read_;
};

}  // namespace xuanren::detail
