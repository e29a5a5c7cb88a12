// include/xuanren/io/dossier_reading.hpp
#pragma once

#include <xuanren/io/dossier_keys.hpp>
#include <xuanren/io/dossier_problems.hpp>
#include <xuanren/io/foreign_value.hpp>
#include <xuanren/io/json_place.hpp>
#include <xuanren/io/shape.hpp>
#include <xuanren/records/link.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

namespace xuanren::detail {

/// A problem and the token at which it stands, from which its line is found afterwards.
struct placed_problem {
    problem what;
    std::uint64_t token;
};

/// Where the reading of a dossier stands, and what it has met so far.
///
/// Each open object or array of the format is a frame; whatever stands in a place of no use (an
/// unknown key, a value of the wrong type) is a foreign value, which is skipped or kept as text.
class dossier_reading {
public:
    static constexpr int deepest = 64;
    static constexpr std::size_t most_problems = 10'000;

    std::vector<placed_problem> problems, warnings;
    std::vector<std::string> unused;
    doubtful_lists doubtful;
    bool saw_object = false, saw_schema = false, saw_list = false;

    /// A whole value has been read: what follows is too much.
    [[nodiscard]] bool is_finished() const noexcept { return token_ > 0 && depth_ == 0; }

protected:
    struct frame {
        const object_shape* object = nullptr;  ///< null: a list
        const key_shape* key = nullptr;        ///< the key last read, or the list's
        void* target = nullptr;                ///< the record, or the vector
        void* owner = nullptr;                 ///< of a list: the member that holds it
        bool is_list = false;
        std::size_t index = 0;  ///< of the item that comes next
        std::uint64_t seen = 0;
        std::uint64_t token = 0;
    };

    [[nodiscard]] frame& innermost() noexcept { return frames_[open_ - 1]; }
    [[nodiscard]] const frame& innermost() const noexcept { return frames_[open_ - 1]; }

    /// The key whose value comes next; null at the root.
    [[nodiscard]] const key_shape* expecting() const noexcept {
        return open_ == 0 ? nullptr : innermost().key;
    }
    [[nodiscard]] void* member() const { return innermost().key->member(innermost().target); }

    void push(frame f) {
        f.token = token_;
        frames_[open_++] = f;
        auto& unknown = unknown_keys_[open_ - 1];
        if (!unknown.empty()) unknown.clear();
    }
    bool pop() {
        --open_;
        if (open_ > 0) ++innermost().index;
        return true;
    }
    bool after_value() {
        ++innermost().index;
        return true;
    }
    /// A value in foreign territory; below the deepest level it is not even looked at.
    bool pass(std::string_view json) {
        if (depth_ > deepest) return true;
        foreign_.add(json);
        return after_foreign();
    }
    bool after_foreign() {
        if (foreign_.is_open() && foreign_.is_complete()) {
            std::string json = foreign_.finish();
            if (open_ > 0) {
                frame& top = innermost();
                if (top.key == nullptr && !json.empty())
                    top.object->extras(top.target)
                        .push_back({foreign_keys_[open_ - 1], std::move(json)});
                ++top.index;
            }
        }
        return true;
    }
    bool skip_duplicate(std::string_view name) {
        report(duplicate_key(name));
        // What stands in the list that is not read is not missing.
        if (const auto* skipped = innermost().key->value->object; skipped != nullptr) doubt_ids_of(*skipped);
        foreign_.begin(false);
        return true;
    }

    [[nodiscard]] bool too_deep_now() {
        if (++depth_ <= deepest) return false;
        if (depth_ == deepest + 1) {
            report(too_deep(deepest));
            if (!foreign_.is_open()) foreign_.begin(false);
            foreign_.add("null");  // stands for what is not looked at
        }
        return true;
    }
    [[nodiscard]] bool leave_depth() {
        if (--depth_ < deepest) return false;
        if (depth_ == deepest) static_cast<void>(after_foreign());
        return true;
    }

    [[nodiscard]] std::string pointer() const {
        std::string out;
        for (std::size_t i = 0; i < open_; ++i) {
            const frame& f = frames_[i];
            if (f.is_list)
                out.append("/").append(std::to_string(f.index));
            else
                append_pointer(out,
                               f.key == nullptr ? std::string_view(foreign_keys_[i]) : f.key->key);
        }
        foreign_.append_pointer_to(out);
        return out;
    }

    void report(problem p) { report(std::move(p), token_); }
    void report(problem p, std::uint64_t token) {
        if (problems.size() > most_problems) return;
        if (problems.size() == most_problems) {
            p = {};
            p.code = "XR-JSON-009";
            p.message = {"问题过多，其余不列", "too many problems; the rest are not listed"};
        } else {
            p.at = pointer();
        }
        if (open_ > 0 && !foreign_.is_open()) {
            const key_shape* key = innermost().key;
            if (key != nullptr && key->is(required) && !innermost().is_list)
                doubt_ids_of(*innermost().object);
        }
        problems.push_back({std::move(p), token});
    }
    void warn(problem p) {
        if (warnings.size() >= most_problems) return;
        p.at = pointer();
        warnings.push_back({std::move(p), token_});
    }
    void doubt_ids_of(const object_shape& record) {
        if (&record == &shape_of_record<organisation>) doubtful.organisations = true;
        if (&record == &shape_of_record<post>) doubtful.posts = true;
        if (&record == &shape_of_record<cadre>) doubtful.cadres = true;
    }

    std::array<frame, deepest + 2> frames_;
    std::array<std::string, deepest + 2> foreign_keys_;  ///< of the frame whose key is null
    std::array<std::unordered_set<std::string>, deepest + 2> unknown_keys_;
    std::size_t open_ = 0;  ///< frames in use
    int depth_ = 0;
    std::uint64_t token_ = 0;
    foreign_value foreign_;
};

}  // namespace xuanren::detail
