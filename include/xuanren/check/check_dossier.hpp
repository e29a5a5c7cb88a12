// include/xuanren/check/check_dossier.hpp
#pragma once
