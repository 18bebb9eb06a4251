# What every target of ours is compiled with: warnings and Qt definitions.
# Warnings become errors in the presets only, so that a packager's newer compiler does not
# stop a build.
add_library(stillroom-options INTERFACE)
target_compile_features(stillroom-options INTERFACE cxx_std_23)
target_include_directories(stillroom-options INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_options(stillroom-options INTERFACE
    -Wall -Wextra -Wpedantic
    -Wno-missing-field-initializers # designated initializers leave out what has a default
    -Wcast-align -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual -Wshadow=local -Wnull-dereference
)
target_compile_definitions(stillroom-options INTERFACE
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_USE_QSTRINGBUILDER
    QT_STRICT_ITERATORS
    QT_DISABLE_DEPRECATED_UP_TO=0x060800
    STILLROOM_VERSION="${PROJECT_VERSION}"
)

set(STILLROOM_SANITIZE "" CACHE STRING "Sanitizers to build with, as -fsanitize= takes them")
if(STILLROOM_SANITIZE)
    target_compile_options(stillroom-options INTERFACE
        "-fsanitize=${STILLROOM_SANITIZE}" -fno-omit-frame-pointer -fno-sanitize-recover=all -Wno-null-dereference)
    target_link_options(stillroom-options INTERFACE "-fsanitize=${STILLROOM_SANITIZE}")
elseif(CMAKE_BUILD_TYPE STREQUAL "RelWithDebInfo")
    # GCC 14 reports paths through inlined standard containers and variants that cannot happen
    target_compile_options(stillroom-options INTERFACE
        -Wno-null-dereference $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
endif()

# Qt's and the standard library's headers take most of the time of a small file; parsed once, a
# build takes less than half. Every file still includes what it uses.
set(STILLROOM_COMMON_HEADERS
    <QCoreApplication> <QHash> <QList> <QMap> <QRegularExpression> <QSet> <QString> <QStringList> <QVariant>
    <algorithm> <chrono> <expected> <functional> <memory> <optional> <span> <unordered_map> <variant> <vector>
)
function(stillroom_precompile target)
    target_precompile_headers(${target} PRIVATE ${STILLROOM_COMMON_HEADERS} ${ARGN})
    if(CCACHE_PROGRAM)
        target_compile_options(${target} PRIVATE $<$<COMPILE_LANGUAGE:CXX>:-fpch-preprocess>)
    endif()
endfunction()
