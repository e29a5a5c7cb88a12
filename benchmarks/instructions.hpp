#pragma once

#include <hwy/highway.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string_view>

/// `--instructions=AVX2` leaves unused what the machine has beyond those; taken out of the arguments.
/// Stands before anything that looks at the machine.
inline void take_instructions(int& count, char** arguments) {
    constexpr std::string_view option = "--instructions=";
    for (int i = 1; i < count; ++i) {
        const std::string_view given = arguments[i];
        if (given.substr(0, option.size()) != option) continue;
        const std::string_view asked = given.substr(option.size());
        // The better they are the lower is their bit.
        std::int64_t better = 0;
        std::int64_t left = hwy::SupportedTargets();
        while (left != 0 && hwy::TargetName(left & -left) != asked) {
            better |= left & -left;
            left &= left - 1;
        }
        if (left == 0) {
            std::fprintf(stderr, "%s: not on this machine\n", arguments[i]);
            std::exit(2);
        }
        hwy::DisableTargets(better);
        std::memmove(arguments + i, arguments + i + 1, static_cast<std::size_t>(count - i) * sizeof *arguments);
        --count;
        return;
    }
}
