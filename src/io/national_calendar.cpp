#include <xuanren/io/embedded.hpp>
#include <xuanren/io/national_calendar.hpp>
#include <xuanren/io/read_calendar.hpp>

#include <algorithm>
#include <cassert>

namespace xuanren {

const working_calendar& national_calendar() {
    static const working_calendar calendar = [] {
        constexpr std::string_view path = "calendar/working-days.json";
        const std::vector<embedded_file>& files = embedded_rules();
        const auto file = std::ranges::find(files, path, &embedded_file::path);
        assert(file != files.end());
        // The tests read this very file, so that a library that is built holds a calendar.
        return *read_calendar(file->bytes, std::string(path));
    }();
    return calendar;
}

}  // namespace xuanren
