// include/xuanren/xuanren.hpp
#pragma once

#include <xuanren/calendar/parse_date.hpp>
#include <xuanren/calendar/working_days.hpp>
#include <xuanren/check/check.hpp>
#include <xuanren/facts/catalogue.hpp>
#include <xuanren/io/national_calendar.hpp>
#include <xuanren/io/read_calendar.hpp>
#include <xuanren/io/read_dossier.hpp>
#include <xuanren/io/rulebooks.hpp>
#include <xuanren/io/rules.hpp>
#include <xuanren/io/write_dossier.hpp>
#include <xuanren/report/json.hpp>
#include <xuanren/report/of_dossier.hpp>
#include <xuanren/report/of_rulebook.hpp>
#include <xuanren/report/text.hpp>
