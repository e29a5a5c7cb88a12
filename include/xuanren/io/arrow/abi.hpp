// include/xuanren/io/arrow/abi.hpp
#pragma once

#include <cstdint>

// The structures of the Arrow C data and C stream interfaces, which every library that speaks Arrow
// declares alike, behind the same guards. Source: the Arrow columnar specification, "C data interface".

#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

extern "C" {

struct ArrowSchema {
    const char* format;
    const char* name;
    const char* metadata;
    std::int64_t flags;
    std::int64_t n_children;
    struct ArrowSchema** children;
    struct ArrowSchema* dictionary;
    void (*release)(struct ArrowSchema*);
    void* private_data;
};

struct ArrowArray {
    std::int64_t length;
    std::int64_t null_count;
    std::int64_t offset;
    std::int64_t n_buffers;
    std::int64_t n_children;
    const void** buffers;
    struct ArrowArray** children;
    struct ArrowArray* dictionary;
    void (*release)(struct ArrowArray*);
    void* private_data;
};

}  // extern "C"

#endif  // ARROW_C_DATA_INTERFACE

#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE

extern "C" {

struct ArrowArrayStream {
    int (*get_schema)(struct ArrowArrayStream*, struct ArrowSchema* out);
    int (*get_next)(struct ArrowArrayStream*, struct ArrowArray* out);
    const char* (*get_last_error)(struct ArrowArrayStream*);
    void (*release)(struct ArrowArrayStream*);
    void* private_data;
};

}  // extern "C"

#endif  // ARROW_C_STREAM_INTERFACE

namespace xuanren::detail {

/// Holds a structure of the interface and releases it once.
template <class T>
class arrow_owner {
public:
    arrow_owner() noexcept : held_{} {}
    /// Moves the structure out of what another holds, as the interface has it: that one is then released.
    explicit arrow_owner(T* from) noexcept : held_{} {
        if (from == nullptr) return;
        held_ = *from;
        from->release = nullptr;
    }
    arrow_owner(arrow_owner&& other) noexcept : held_(other.held_) { other.held_.release = nullptr; }
    arrow_owner& operator=(arrow_owner&& other) noexcept {
        if (this == &other) return *this;
        release();
        held_ = other.held_;
        other.held_.release = nullptr;
        return *this;
    }
    ~arrow_owner() { release(); }

    [[nodiscard]] T& operator*() noexcept { return held_; }
    [[nodiscard]] T* operator->() noexcept { return &held_; }
    [[nodiscard]] const T* operator->() const noexcept { return &held_; }
    [[nodiscard]] bool is_empty() const noexcept { return held_.release == nullptr; }

private:
    void release() noexcept {
        if (held_.release != nullptr) held_.release(&held_);
        held_.release = nullptr;
    }
    T held_;
};

}  // namespace xuanren::detail
