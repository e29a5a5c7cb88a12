// include/xuanren/check/slate.hpp
#pragma once
