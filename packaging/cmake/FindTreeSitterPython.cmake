# tree-sitter and its Python grammar. The grammar is taken from the system where there is a
# package of it, otherwise from the source folder that packaging/ fetched and verified
# (STILLROOM_PYTHON_GRAMMAR, or the environment variable of that name).
find_package(PkgConfig REQUIRED)
pkg_check_modules(TreeSitter REQUIRED IMPORTED_TARGET tree-sitter)
pkg_check_modules(SystemTreeSitterPython QUIET IMPORTED_TARGET tree-sitter-python)

if(DEFINED ENV{STILLROOM_PYTHON_GRAMMAR}) # the environment may have moved since the last time
    set(STILLROOM_PYTHON_GRAMMAR "$ENV{STILLROOM_PYTHON_GRAMMAR}" CACHE PATH "Source folder of tree-sitter-python" FORCE)
endif()

include(FindPackageHandleStandardArgs)
if(SystemTreeSitterPython_FOUND)
    set(TreeSitterPython_SOURCE "system")
elseif(EXISTS "${STILLROOM_PYTHON_GRAMMAR}/src/parser.c")
    set(TreeSitterPython_SOURCE "${STILLROOM_PYTHON_GRAMMAR}")
endif()
find_package_handle_standard_args(TreeSitterPython
    REQUIRED_VARS TreeSitterPython_SOURCE
    REASON_FAILURE_MESSAGE "run the build through packaging/inside, which fetches the grammar")

if(TreeSitterPython_FOUND AND NOT TARGET TreeSitter::Python)
    if(SystemTreeSitterPython_FOUND)
        add_library(TreeSitter::Python ALIAS PkgConfig::SystemTreeSitterPython)
    else()
        add_library(tree-sitter-python STATIC
            "${STILLROOM_PYTHON_GRAMMAR}/src/parser.c"
            "${STILLROOM_PYTHON_GRAMMAR}/src/scanner.c")
        target_include_directories(tree-sitter-python PRIVATE "${STILLROOM_PYTHON_GRAMMAR}/src")
        target_compile_options(tree-sitter-python PRIVATE -w -O2)
        set_target_properties(tree-sitter-python PROPERTIES AUTOMOC OFF POSITION_INDEPENDENT_CODE ON)
        add_library(TreeSitter::Python ALIAS tree-sitter-python)
    endif()
endif()
