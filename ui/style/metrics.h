#pragma once

namespace Workbench::Metrics {

// Everything is a multiple of 4 pixels, so that edges of neighbours meet.
inline constexpr int tight = 4;
inline constexpr int gap = 8;
inline constexpr int margin = 12;
inline constexpr int wide = 16;
inline constexpr int page = 32;

inline constexpr int radius = 5;
inline constexpr int icon = 16;
inline constexpr int row = 26; ///< of a tree or list
inline constexpr int timelineRow = 46;
inline constexpr int lane = 16; ///< of the timeline's graph
inline constexpr int header = 34; ///< of a panel

} // namespace Workbench::Metrics
