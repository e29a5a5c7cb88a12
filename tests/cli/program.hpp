// tests/cli/program.hpp
#pragma once

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace program {

/// What one run of the program said.
struct answer {
    int status = -1;
    std::string out;
    std::string err;

    [[nodiscard]] bool says(const std::string& part) const { return out.find(part) != out.npos; }
    [[nodiscard]] bool complains(const std::string& part) const { return err.find(part) != err.npos; }
};

inline std::string contents(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

/// A folder of the test's own, gone when it ends.
class folder {
public:
    folder() {
        static std::atomic<int> count{0};
        path_ = std::filesystem::temp_directory_path() /
                ("xuanren-cli-" + std::to_string(::getpid()) + "-" + std::to_string(count++));
        std::filesystem::create_directories(path_);
    }
    ~folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    folder(const folder&) = delete;
    folder& operator=(const folder&) = delete;

    /// Writes a file and gives its name, quoted for the shell.
    std::string file(const std::string& name, const std::string& bytes) const {
        const std::filesystem::path at = path_ / name;
        std::filesystem::create_directories(at.parent_path());
        std::ofstream(at, std::ios::binary) << bytes;
        return at.string();
    }
    [[nodiscard]] std::string operator/(const std::string& name) const { return (path_ / name).string(); }

private:
    std::filesystem::path path_;
};

/// Runs the program by the shell, as a user would; `before` sets the environment or feeds it.
inline answer run(const std::string& arguments, const std::string& before = {}, const std::string& after = {}) {
    const folder scratch;
    const std::string out = scratch / "out";
    const std::string err = scratch / "err";
    const std::string command =
        before + " '" XUANREN_PROGRAM "' " + arguments + " 2>'" + err + "' " + (after.empty() ? ">'" + out + "'" : after);
    const int ended = std::system(command.c_str());
    answer a;
    a.status = WIFEXITED(ended) ? WEXITSTATUS(ended) : 128;
    a.out = contents(out);
    a.err = contents(err);
    return a;
}

}  // namespace program
