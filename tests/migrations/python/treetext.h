#pragma once

#include "migrations/python/syntaxtree.h"

/// A syntax tree as text, with the positions of all nodes, for comparing two of them.
[[nodiscard]] QString treeText(const Migrations::Python::Block &block);
