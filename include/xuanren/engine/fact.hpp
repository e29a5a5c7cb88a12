// include/xuanren/engine/fact.hpp
#pragma once

#include <xuanren/engine/type.hpp>
#include <xuanren/engine/value.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace xuanren {

/// How a fact is read from the records 取数办法; facts/ says what it is, the engine never looks inside.
class derivation;

/// A statement of which rules speak 事实: its names, type and meaning, but no value.
struct fact {
    std::string name;            ///< candidate.level_since
    std::string zh;              ///< 任现职务层次起始日
    type value_type;
    text unit;                   ///< empty where the type says all
    text definition;             ///< one line: what it is and how it is read from the records
    text basis;                  ///< the clause that gives the word its meaning; may be empty
    std::string dated = "discussion";  ///< the step whose date it looks at, or "undated"
    bool is_definition = false;  ///< computed by rules/ from other facts, not read from records
    /// The boolean fact that says whether there is one at all; empty where there always is.
    /// A rule that uses this fact names that one in the same conjunction.
    std::string guard = {};
    std::shared_ptr<const derivation> read = {};  ///< null for definitions and handed-over facts
    std::string en = {};         ///< short English label; empty: made from the name
};

/// The facts and enumerations that rules may name 事实目录. Facts keep their index for good.
///
/// A catalogue is built once and then shared as `std::shared_ptr<const catalogue>`; the facts and
/// enumerations it hands out live as long as it does.
class catalogue {
public:
    /// Requires: neither name is taken.  Returns: the fact's index.
    std::size_t add(fact f) {
        auto kept = std::make_shared<const fact>(std::move(f));
        const std::size_t index = facts_.size();
        by_name_.emplace(kept->name, index);
        by_name_.emplace(kept->zh, index);
        facts_.push_back(std::move(kept));
        return index;
    }
    const enumeration& add(enumeration e) {
        enumerations_.push_back(std::make_shared<const enumeration>(std::move(e)));
        return *enumerations_.back();
    }
    /// An enumeration that several catalogues share; its address stays.
    const enumeration& add(std::shared_ptr<const enumeration> e) {
        enumerations_.push_back(std::move(e));
        return *enumerations_.back();
    }
    const record_type& add(record_type r) {
        records_.push_back(std::make_shared<const record_type>(std::move(r)));
        return *records_.back();
    }

    /// A record type that several catalogues share; its address stays.
    const record_type& add(std::shared_ptr<const record_type> r) {
        records_.push_back(std::move(r));
        return *records_.back();
    }
    [[nodiscard]] const std::vector<std::shared_ptr<const record_type>>& records() const noexcept {
        return records_;
    }

    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    /// The index of the fact with that English or Chinese name, or `none`.
    [[nodiscard]] std::size_t index_of(std::string_view name) const {
        const auto found = by_name_.find(std::string(name));
        return found == by_name_.end() ? none : found->second;
    }
    [[nodiscard]] const fact& operator[](std::size_t index) const { return *facts_[index]; }
    [[nodiscard]] std::size_t size() const noexcept { return facts_.size(); }

    [[nodiscard]] const enumeration* find_enumeration(std::string_view name) const {
        for (const auto& e : enumerations_)
            if (e->name == name || e->zh == name) return e.get();
        return nullptr;
    }
    [[nodiscard]] const record_type* find_record(std::string_view name) const {
        for (const auto& r : records_)
            if (r->name == name || r->zh == name) return r.get();
        return nullptr;
    }
    [[nodiscard]] const std::vector<std::shared_ptr<const enumeration>>& enumerations() const noexcept {
        return enumerations_;
    }

private:
    std::vector<std::shared_ptr<const fact>> facts_;
    std::vector<std::shared_ptr<const enumeration>> enumerations_;
    std::vector<std::shared_ptr<const record_type>> records_;
    std::unordered_map<std::string, std::size_t> by_name_;
};

/// Where in the dossier a value was read 出处, as the parts of a JSON pointer; made into text on demand.
///
/// {"cadres", 0, "tenures", 2, "decided"} is /cadres/0/tenures/2/decided. The names are literals.
struct provenance {
    const char* section = nullptr;  ///< null: not read from a dossier
    int index = -1;
    const char* list = nullptr;
    int item = -1;
    const char* field = nullptr;

    [[nodiscard]] std::string pointer() const {
        std::string out;
        if (section == nullptr) return out;
        out.append("/").append(section);
        if (index >= 0) out.append("/").append(std::to_string(index));
        if (list != nullptr) out.append("/").append(list);
        if (item >= 0) out.append("/").append(std::to_string(item));
        if (field != nullptr) out.append("/").append(field);
        return out;
    }
};

/// The values of a catalogue's facts for one case 一案的事实, by index; what is not set is unknown.
struct fact_values {
    std::vector<value> values;
    std::vector<provenance> sources;  ///< empty where nothing will be told of them
    /// Facts whose reader threw, with what it said; their values are unknown.
    std::vector<std::pair<std::size_t, std::string>> failed;
    /// Lists that a doubtful date makes read one way or another; their values are unknown.
    std::vector<std::size_t> in_doubt;
    /// Each way of reading them together 各种读法, in the order of `in_doubt`; what is computed from
    /// such a list is computed of each.
    std::vector<std::vector<value>> readings;

    explicit fact_values(std::size_t size, bool with_sources = true)
        : values(size), sources(with_sources ? size : 0) {}

    void set(std::size_t index, value v, provenance source = {}) {
        values[index] = std::move(v);
        if (!sources.empty()) sources[index] = source;
    }
};

/// Reads the facts of one case one by one, when each is first asked for 按需取数.
class fact_source {
public:
    virtual ~fact_source() = default;
    /// Puts the fact's value into its place; where its reader throws, says so in `into.failed`.
    virtual void read(std::size_t index, fact_values& into) const = 0;
};

/// The facts of one case of which some are still to be read.
struct facts_on_demand {
    fact_values read;
    std::vector<std::size_t> read_already;    ///< the facts that are among those read
    std::unique_ptr<const fact_source> rest;  ///< reads the others; null: all have been read
};

}  // namespace xuanren
