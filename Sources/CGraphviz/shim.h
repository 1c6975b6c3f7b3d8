// Graphviz as Swift sees it.
#pragma once

#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>
