# xuanren_require(<package> <version> <Debian package>): find_package, and where it is not there, what to install.
macro(xuanren_require package version debian)
  find_package(${package} ${version} QUIET)
  if(NOT ${package}_FOUND)
    message(FATAL_ERROR "xuanren needs ${package} ${version} or newer, which was not found. "
                        "On Debian and Ubuntu: apt-get install ${debian}")
  endif()
endmacro()
