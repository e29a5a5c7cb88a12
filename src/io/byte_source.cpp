// src/io/byte_source.cpp
#include <xuanren/io/table/byte_source.hpp>

#include <iconv.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace xuanren {

namespace {

/// iconv between two blocks of bytes, with what was left over of the last one.
class decoder {
public:
    decoder(byte_source from, std::string name, std::vector<problem>& fault)
        : from_(std::move(from)), name_(std::move(name)), fault_(&fault), held_(1 << 16) {
        handle_ = iconv_open("UTF-8", name_.c_str());
        if (handle_ == invalid())
            say({"UTF-8、GB18030、GBK 等 iconv 所知的编码", "an encoding that iconv knows: UTF-8, GB18030, GBK"},
                {"未知的编码“" + name_ + "”", "unknown encoding \"" + name_ + "\""});
    }
    ~decoder() {
        if (handle_ != invalid()) iconv_close(handle_);
    }
    decoder(const decoder&) = delete;
    decoder& operator=(const decoder&) = delete;

    std::size_t read(char* into, std::size_t room) {
        if (!fault_->empty()) return 0;
        char* out = into;
        std::size_t left = room;
        while (out == into) {
            if (begin_ == end_ || needs_more_) {
                std::memmove(held_.data(), held_.data() + begin_, end_ - begin_);
                end_ -= begin_;
                begin_ = 0;
                const std::size_t count = from_(held_.data() + end_, held_.size() - end_);
                if (count == 0) {
                    if (end_ != 0) broken();
                    return 0;
                }
                end_ += count;
                needs_more_ = false;
            }
            char* in = held_.data() + begin_;
            std::size_t in_left = end_ - begin_;
            const std::size_t done = iconv(handle_, &in, &in_left, &out, &left);
            const int error = done == static_cast<std::size_t>(-1) ? errno : 0;
            passed_ += end_ - begin_ - in_left;
            begin_ = end_ - in_left;
            if (error == EINVAL) needs_more_ = true;
            else if (error == EILSEQ) {
                broken();
                break;
            } else if (error == E2BIG && out == into) break;
        }
        return static_cast<std::size_t>(out - into);
    }

private:
    static iconv_t invalid() { return reinterpret_cast<iconv_t>(-1); }
    void broken() {
        const std::string at = std::to_string(passed_ + 1);
        say({name_ + " 文本", name_ + " text"},
            {"第 " + at + " 字节起不是 " + name_ + " 文本", "from byte " + at + " on this is no " + name_});
    }
    void say(text expected, text message) {
        problem p;
        p.code = "XR-CSV-007";
        p.expected = std::move(expected);
        p.message = std::move(message);
        fault_->push_back(std::move(p));
    }

    byte_source from_;
    std::string name_;
    std::vector<problem>* fault_;
    std::vector<char> held_;
    std::size_t begin_ = 0, end_ = 0, passed_ = 0;
    bool needs_more_ = false;
    iconv_t handle_;
};

}  // namespace

byte_source decoded(byte_source from, std::string_view encoding, std::vector<problem>& fault) {
    std::string name(encoding);
    std::transform(name.begin(), name.end(), name.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    if (name == "UTF-8" || name == "UTF8") return from;
    if (name == "GBK" || name == "GB2312" || name == "CP936") name = "GB18030";
    const auto held = std::make_shared<decoder>(std::move(from), std::move(name), fault);
    return [held](char* into, std::size_t room) { return held->read(into, room); };
}

}  // namespace xuanren
