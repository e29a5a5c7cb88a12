# Fails where a file of rules/ is not listed, and so not built in.
if(UNLISTED)
  message(FATAL_ERROR "rules/CMakeLists.txt does not list ${UNLISTED}")
endif()
