# Installs headers, library, rules and schemas, and the package that find_package(xuanren) finds.
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/xuanren)

install(TARGETS xuanren_headers xuanren_library EXPORT xuanren_targets
  FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT xuanren_targets NAMESPACE xuanren:: FILE xuanren-targets.cmake
  DESTINATION ${package_dir})

configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/xuanren-config.cmake.in
  ${PROJECT_BINARY_DIR}/xuanren-config.cmake
  INSTALL_DESTINATION ${package_dir}
  PATH_VARS CMAKE_INSTALL_DATADIR)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/xuanren-config-version.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/xuanren-config.cmake
              ${PROJECT_BINARY_DIR}/xuanren-config-version.cmake
  DESTINATION ${package_dir})

install(DIRECTORY ${PROJECT_SOURCE_DIR}/rules
  DESTINATION ${CMAKE_INSTALL_DATADIR}/xuanren
  FILES_MATCHING PATTERN "*.json" PATTERN "*.md")
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/README.md
  DESTINATION ${CMAKE_INSTALL_DOCDIR})
